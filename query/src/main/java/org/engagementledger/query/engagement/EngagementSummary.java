package org.engagementledger.query.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.Need;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as a list shows it; nothing personal.
 *
 * @param id its id
 * @param version the sequence number of its last event
 * @param updatedAt when that was written
 * @param receivedAt when it was submitted
 * @param urn the case's unique reference number
 * @param court the court's OU code
 * @param firm the defence firm; null for a litigant in person
 * @param hearingDate the hearing's day
 * @param shortNotice whether the request came at short notice
 * @param custody whether a defendant is in custody
 * @param custodyTimeLimit the earliest custody time limit of a defendant in custody
 * @param deadline the hearing's day, or the custody time limit if that is earlier; null once it is
 *     closed
 * @param escalated whether something has waited for triage for too long
 * @param slot the slot that it has; null if it has none
 * @param needs what the defendants need, each once
 */
public record EngagementSummary(
        String id,
        long version,
        Instant updatedAt,
        Instant receivedAt,
        String urn,
        String court,
        Stage stage,
        Status status,
        @Nullable String firm,
        LocalDate hearingDate,
        boolean shortNotice,
        boolean custody,
        @Nullable LocalDate custodyTimeLimit,
        Urgency urgency,
        @Nullable LocalDate deadline,
        boolean escalated,
        @Nullable SlotSummary slot,
        List<Need> needs) {

    public EngagementSummary {
        needs = List.copyOf(needs);
    }

    /**
     * A slot of a surgery.
     *
     * @param surgery the surgery's id
     * @param start when it begins
     */
    public record SlotSummary(String surgery, Instant start) {}
}
