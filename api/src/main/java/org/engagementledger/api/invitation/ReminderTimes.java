package org.engagementledger.api.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.WorkingDays;
import org.springframework.stereotype.Component;

/** When whoever is concerned is reminded: at nine in London, assumed, on a working day. */
@Component
class ReminderTimes {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final WorkingDays workingDays;

    ReminderTimes(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** On the working day before a meeting. */
    Instant reminder(Instant start) {
        return nine(workingDays.before(LondonTime.dateOf(start)));
    }

    /** Two working days before a session, which leaves one to see to its link. */
    Instant joinLink(Instant start) {
        return nine(workingDays.before(workingDays.before(LondonTime.dateOf(start))));
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(NINE).atZone(LondonTime.ZONE).toInstant();
    }
}
