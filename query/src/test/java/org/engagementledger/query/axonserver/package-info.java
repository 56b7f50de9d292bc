/** Queries that one instance asks and another answers. */
@NullMarked
package org.engagementledger.query.axonserver;

import org.jspecify.annotations.NullMarked;
