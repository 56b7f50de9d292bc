/** What the tables take and refuse, on a PostgreSQL of the tests' own. */
@NullMarked
package org.engagementledger.ledger.store;

import org.jspecify.annotations.NullMarked;
