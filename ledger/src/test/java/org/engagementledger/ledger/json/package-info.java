/** What the ledger's JSON looks like, to the byte. */
@NullMarked
package org.engagementledger.ledger.json;

import org.jspecify.annotations.NullMarked;
