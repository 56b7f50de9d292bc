package org.engagementledger.domain.strategy;

import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * Something was named as evidence of the action: either an engagement or a document. The same may
 * be named again, say with another note; it is one piece of evidence.
 *
 * @param engagement as it was given: nobody has checked that there is one. It is shown only to
 *     whoever may see the engagement
 * @param document an https link
 * @param note what it is evidence of
 */
public record EvidenceLinked(
        StrategyActionId action,
        @Nullable EngagementId engagement,
        @Nullable String document,
        String note)
        implements StrategyEvent {}
