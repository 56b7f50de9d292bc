/** What happened in an engagement: facts in the past tense, in the order of a case's life. */
@NullMarked
package org.engagementledger.domain.engagement.event;

import org.jspecify.annotations.NullMarked;
