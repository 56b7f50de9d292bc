/** What was stored once can be read for ever. */
@NullMarked
package org.engagementledger.ledger.names;

import org.jspecify.annotations.NullMarked;
