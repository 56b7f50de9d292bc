/**
 * What commands ask with and events tell of: defendants, offences, issues, findings, outcomes of a
 * meeting.
 */
@NullMarked
package org.engagementledger.domain.engagement.detail;

import org.jspecify.annotations.NullMarked;
