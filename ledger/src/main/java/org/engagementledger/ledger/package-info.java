/** The event log: what is written, under which name, sealed how, in which table. */
@NullMarked
package org.engagementledger.ledger;

import org.jspecify.annotations.NullMarked;
