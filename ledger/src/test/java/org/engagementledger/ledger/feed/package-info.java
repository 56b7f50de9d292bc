@NullMarked
package org.engagementledger.ledger.feed;

import org.jspecify.annotations.NullMarked;
