/**
 * The write side without its ceremony, for a ledger that nobody else writes to: a demonstration
 * that is filled with as many events as a load test needs. What is decided and written is what the
 * write side proper would decide and write.
 */
@NullMarked
package org.engagementledger.command.bulk;

import org.jspecify.annotations.NullMarked;
