package org.engagementledger.query.correspondence;

import java.time.Instant;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are wanted; null wants all.
 *
 * @param court the court's OU code
 * @param from the first instant at which they were written
 * @param until the first instant after the last
 */
public record NoticeFilter(
        @Nullable NoticeKind kind,
        @Nullable String court,
        @Nullable Instant from,
        @Nullable Instant until) {}
