/** Uniqueness across engagements: one open engagement per firm, case and stage. */
@NullMarked
package org.engagementledger.domain.claim;

import org.jspecify.annotations.NullMarked;
