/** The access log: who read what, and when. Rows are added and never changed. */
@NullMarked
package org.engagementledger.ledger.access;

import org.jspecify.annotations.NullMarked;
