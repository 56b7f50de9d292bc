package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.detail.Requester;
import org.jspecify.annotations.Nullable;

/** Another firm took the case over, or the defendant goes on in person. */
public record RepresentationTransferred(
        EngagementId engagement, @Nullable FirmId from, Requester requester)
        implements EngagementEvent {}
