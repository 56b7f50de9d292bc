package org.engagementledger.domain.surgery;

import java.time.Duration;
import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a surgery. */
public sealed interface SurgeryCommand {

    SurgeryId surgery();

    /**
     * A court's session.
     *
     * @param court the court's OU code
     * @param slot how long a slot is (the letter: 20 minutes)
     * @param lead the login of the District Crown Prosecutor who leads it, if known
     */
    record Schedule(
            SurgeryId surgery,
            String court,
            Instant start,
            Instant end,
            Duration slot,
            @Nullable String lead)
            implements SurgeryCommand {}

    /** Gives the slot to the engagement. */
    record Allocate(SurgeryId surgery, Instant start, EngagementId engagement)
            implements SurgeryCommand {}

    /** Takes the slot back from the engagement. */
    record Free(SurgeryId surgery, Instant start, EngagementId engagement)
            implements SurgeryCommand {}
}
