@NullMarked
package org.engagementledger.ledger.postgres;

import org.jspecify.annotations.NullMarked;
