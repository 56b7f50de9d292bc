package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import org.engagementledger.domain.casework.Party;
import org.junit.jupiter.api.Test;

class MissedMeetingTest {

    private static final String AFTER_THE_SLOT = "2020-11-05T15:45:00Z";

    private static Scenario booked() {
        return given(submitted(), triaged(putForward("I1")), slotBooked("15:20"));
    }

    @Test
    void a_missed_meeting_uses_the_slot_up_and_another_may_be_booked() {
        booked().when(missMeeting(Party.POLICE, Party.DEFENCE, Party.POLICE))
                .by(coordinator())
                .at(AFTER_THE_SLOT)
                .then(meetingMissed("15:20", Party.DEFENCE, Party.POLICE))
                .leaving(Engagement.PutForward.class);
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        slotBooked("15:20"),
                        meetingMissed("15:20", Party.DEFENCE))
                .when(bookSlot("16:00"))
                .by(practitioner())
                .at(AFTER_THE_SLOT)
                .then(slotBooked("16:00"));
    }

    @Test
    void somebody_missed_it_and_it_had_begun() {
        booked().when(missMeeting())
                .by(lead())
                .at("2020-11-05T15:19:59Z")
                .thenRefusedWith(broken(MEETING_NOT_BEGUN, ""), broken(NOBODY_MISSED, "/missedBy"));
    }

    @Test
    void without_a_slot_nobody_missed_anything() {
        given(submitted())
                .when(missMeeting(Party.DEFENCE))
                .by(lead())
                .thenRefused(NOTHING_BOOKED, "");
    }
}
