/**
 * What the ledger writes to people about an engagement or a session: a stream of its own, so that a
 * mail doesn't change the version of what it is about.
 */
@NullMarked
package org.engagementledger.domain.correspondence;

import org.jspecify.annotations.NullMarked;
