/** What a seal keeps from whom, and what breaks it. */
@NullMarked
package org.engagementledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
