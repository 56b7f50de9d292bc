package org.engagementledger.query.correspondence;

import java.time.Instant;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator was told.
 *
 * @param kind what it is about
 * @param preparedAt when it was written
 * @param court the court's OU code
 * @param engagement the engagement that it is about, if it is about one
 * @param surgery the session that it is about, if it is about one
 * @param start when that session begins, as it is scheduled now
 * @param letter which letter it is of those about the engagement, or else about the session
 * @param recipient the coordinator's id among their recipients
 * @param state whether it was mailed
 * @param attempts how often it was tried to mail it
 * @param at when it was sent, failed last, was given up or taken up again
 * @param why what it failed for last
 */
public record WrittenNotice(
        NoticeKind kind,
        Instant preparedAt,
        @Nullable String court,
        @Nullable String engagement,
        @Nullable String surgery,
        @Nullable Instant start,
        int letter,
        String recipient,
        PostingState state,
        int attempts,
        @Nullable Instant at,
        @Nullable MailFailure why) {}
