package org.engagementledger.query.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which engagement has a slot, and for what. Contacts of HMCTS and the police are told the case,
 * its stage and hearing, and what is to be discussed; what else is here is null for them.
 *
 * @param engagement its id
 * @param version the sequence number of the engagement's last event
 * @param urn the case's unique reference number
 * @param firm the defence firm; null for a litigant in person too
 * @param hearingDate the day of the hearing that it prepares
 * @param shortNotice whether the request came at short notice
 * @param bookedAt when the slot was booked
 * @param issues what waits for the meeting, or waited for it until it was held or missed
 */
public record SlotBooking(
        @Nullable String engagement,
        @Nullable Long version,
        String urn,
        @Nullable String firm,
        Stage stage,
        LocalDate hearingDate,
        @Nullable Boolean shortNotice,
        @Nullable Instant bookedAt,
        List<Topic> issues) {

    public SlotBooking {
        issues = List.copyOf(issues);
    }
}
