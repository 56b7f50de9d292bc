package org.engagementledger.domain.correspondence;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What a letter tells of a meeting: nothing personal, no text of an issue and no offer.
 *
 * @param hearingDate the hearing's day
 * @param joinLink where it is held; null if that isn't known
 * @param toDiscuss the categories of the issues that are put forward
 */
public record Appointment(
        Slot slot,
        @Nullable String joinLink,
        Court court,
        Urn urn,
        Stage stage,
        LocalDate hearingDate,
        List<IssueCategory> toDiscuss) {
    public Appointment {
        toDiscuss = List.copyOf(toDiscuss);
    }
}
