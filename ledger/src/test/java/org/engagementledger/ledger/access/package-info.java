@NullMarked
package org.engagementledger.ledger.access;

import org.jspecify.annotations.NullMarked;
