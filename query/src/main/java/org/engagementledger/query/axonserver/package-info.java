/**
 * Queries by way of Axon Server, which takes each to an instance of the service that answers it.
 */
@NullMarked
package org.engagementledger.query.axonserver;

import org.jspecify.annotations.NullMarked;
