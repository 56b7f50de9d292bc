/**
 * The tables of the ledger and what reads and writes them: Axon's storage engine for events and
 * snapshots, its tokens, which ledger this is, and a reader of one aggregate's events.
 *
 * <p>The schema {@code ledger} is append-only: the service's role may select and insert there and
 * nothing else, and triggers refuse the owner too. The schema {@code working} can be thrown away
 * and made again from it.
 */
@NullMarked
package org.engagementledger.ledger.store;

import org.jspecify.annotations.NullMarked;
