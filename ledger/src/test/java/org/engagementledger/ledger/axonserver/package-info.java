/** What goes to Axon Server, and what is mirrored from it, without one. */
@NullMarked
package org.engagementledger.ledger.axonserver;

import org.jspecify.annotations.NullMarked;
