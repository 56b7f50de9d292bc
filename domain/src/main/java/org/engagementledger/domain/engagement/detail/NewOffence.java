package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/** An offence as somebody names it. */
public record NewOffence(@Nullable Personal<String> title) {}
