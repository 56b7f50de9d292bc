/**
 * Axon Server as the event store. Events and snapshots are written there as they would be here,
 * under their logical names and sealed; the mirror copies each event, byte for byte, into {@code
 * ledger.event}, where all reading stays.
 */
@NullMarked
package org.engagementledger.ledger.axonserver;

import org.jspecify.annotations.NullMarked;
