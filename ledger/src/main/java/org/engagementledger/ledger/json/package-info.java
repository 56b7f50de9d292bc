/**
 * The one JSON that the ledger writes and reads. What is stored stays for ever and is hashed as it
 * stands, so the same value gives the same bytes in every release, and what can't be understood in
 * full isn't read at all.
 */
@NullMarked
package org.engagementledger.ledger.json;

import org.jspecify.annotations.NullMarked;
