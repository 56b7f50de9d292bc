package org.engagementledger.query.engagement;

import java.time.LocalDate;
import org.engagementledger.domain.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which engagements are wanted; null wants all.
 *
 * @param court the court's OU code
 * @param firm the defence firm
 * @param urn normalised
 * @param hearingFrom the first day of the hearing
 * @param hearingTo the last day of the hearing
 * @param escalated whether something has waited for triage for too long
 */
public record EngagementFilter(
        @Nullable String court,
        @Nullable Status status,
        @Nullable Stage stage,
        @Nullable String firm,
        @Nullable String urn,
        @Nullable LocalDate hearingFrom,
        @Nullable LocalDate hearingTo,
        @Nullable Urgency urgency,
        @Nullable Boolean escalated) {}
