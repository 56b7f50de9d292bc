/**
 * The names of what is stored. An event or a snapshot is written under a logical name and a
 * revision, never under the name of a class, and what was written under an earlier revision is
 * brought to the current one on reading.
 *
 * <p>Adding an event: give it a name in {@link org.engagementledger.ledger.names.LogicalNames}.
 * Changing the shape of one: raise its revision there, and add the step from the revision before to
 * {@link org.engagementledger.ledger.names.Upcasters}. The approved JSON of each revision stays in
 * the tests for ever.
 */
@NullMarked
package org.engagementledger.ledger.names;

import org.jspecify.annotations.NullMarked;
