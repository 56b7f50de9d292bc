/** What can be asked of an engagement: each command says what somebody wants, in the imperative. */
@NullMarked
package org.engagementledger.domain.engagement.command;

import org.jspecify.annotations.NullMarked;
