/**
 * Personal values, encrypted and committed to.
 *
 * <p>What is written once stays for ever, so a person's right to erasure can't be met by deleting.
 * Each subject, a person or a case, has a data key of its own; a value about it is encrypted with
 * that key wherever it is written, and destroying the key erases the value everywhere. The data
 * keys lie in the database, wrapped by a master key that doesn't.
 *
 * <p>Beside the encrypted value stands a commitment to it, salted: with the key, anybody can be
 * shown that this and no other value was recorded; without it, the commitment says nothing about
 * the value.
 */
@NullMarked
package org.engagementledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
