/**
 * The words that all slices share: the reference of a case, courts, sides and roles, pleas, how a
 * listing ends, what is personal, and why a command is refused.
 */
@NullMarked
package org.engagementledger.domain.casework;

import org.jspecify.annotations.NullMarked;
