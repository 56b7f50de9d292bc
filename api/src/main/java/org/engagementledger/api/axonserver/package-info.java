/** What is said to the outside about Axon Server. */
@NullMarked
package org.engagementledger.api.axonserver;

import org.jspecify.annotations.NullMarked;
