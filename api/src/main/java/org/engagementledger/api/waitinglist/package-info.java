/** Courts' waiting lists over HTTP, and what the ledger does for those who wait. */
@NullMarked
package org.engagementledger.api.waitinglist;

import org.jspecify.annotations.NullMarked;
