package org.engagementledger.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.calendar.CalendarCommand.Revoke;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final String BROMLEY = "B01CN00";
    private static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "Bromley Magistrates' Court")), Duration.ZERO, 10);
    private static final CalendarId ID = new CalendarId("calendar-1");
    private static final FirmId FIRM = new FirmId("firm-specimen");
    private static final Actor DEFENCE = new Actor("ada", Role.DEFENCE_PRACTITIONER, FIRM);
    private static final Actor COLLEAGUE = new Actor("bea", Role.DEFENCE_PRACTITIONER, FIRM);
    private static final Actor LEAD = new Actor("lee", Role.DISTRICT_CROWN_PROSECUTOR, null);
    private static final Actor COURT = new Actor("hal", Role.HMCTS_CONTACT, null, Set.of(BROMLEY));
    private static final Actor COORDINATOR = new Actor("cora", Role.COORDINATOR, null);
    private static final Actor AUDITOR = new Actor("aud", Role.AUDITOR, null);

    private static Open open(CalendarKind kind, String of) {
        return new Open(ID, kind, of, "hash");
    }

    private static List<Rule> refused(Calendar calendar, CalendarCommand command, Actor actor) {
        return calendar.decide(command, actor, TERMS).refusals().stream()
                .map(Refusal::rule)
                .toList();
    }

    private static Calendar opened() {
        Decision<CalendarEvent> decision =
                Calendar.unopened().decide(open(CalendarKind.FIRM, FIRM.value()), DEFENCE, TERMS);
        assertThat(decision)
                .isEqualTo(
                        Decision.accepted(
                                new CalendarOpened(
                                        ID,
                                        CalendarKind.FIRM,
                                        FIRM.value(),
                                        "ada",
                                        Role.DEFENCE_PRACTITIONER,
                                        FIRM,
                                        "hash")));
        return Calendar.unopened()
                .evolve(((Decision.Accepted<CalendarEvent>) decision).events().getFirst());
    }

    @Test
    void everybody_opens_what_is_their_own() {
        Calendar none = Calendar.unopened();
        assertThat(refused(none, open(CalendarKind.FIRM, "firm-specimen"), DEFENCE)).isEmpty();
        assertThat(refused(none, open(CalendarKind.LEAD, "lee"), LEAD)).isEmpty();
        assertThat(refused(none, open(CalendarKind.COURT, BROMLEY), COURT)).isEmpty();
        assertThat(refused(none, open(CalendarKind.LEAD, "lee"), COORDINATOR)).isEmpty();
        assertThat(refused(none, open(CalendarKind.FIRM, "firm-specimen"), COORDINATOR)).isEmpty();
    }

    @Test
    void nobody_opens_what_is_another_s() {
        Calendar none = Calendar.unopened();
        assertThat(refused(none, open(CalendarKind.FIRM, "firm-other"), DEFENCE))
                .containsExactly(CALENDAR_NOT_YOURS);
        assertThat(refused(none, open(CalendarKind.COURT, BROMLEY), DEFENCE))
                .containsExactly(CALENDAR_NOT_YOURS);
        assertThat(refused(none, open(CalendarKind.LEAD, "ann"), LEAD))
                .containsExactly(CALENDAR_NOT_YOURS);
        assertThat(refused(none, open(CalendarKind.COURT, "B01BH00"), COURT))
                .containsExactly(COURT_OUT_OF_SCOPE, CALENDAR_NOT_YOURS);
        assertThat(refused(none, open(CalendarKind.COURT, "B01BH00"), COORDINATOR))
                .containsExactly(COURT_OUT_OF_SCOPE);
        assertThat(refused(none, open(CalendarKind.COURT, BROMLEY), AUDITOR))
                .containsExactly(NOT_PERMITTED);
    }

    @Test
    void whoever_opened_it_or_a_coordinator_revokes_it_once() {
        Calendar opened = opened();
        assertThat(refused(opened, new Revoke(ID), COLLEAGUE)).containsExactly(CALENDAR_UNKNOWN);
        assertThat(refused(opened, new Revoke(ID), AUDITOR)).containsExactly(NOT_PERMITTED);
        for (Actor actor : List.of(DEFENCE, COORDINATOR)) {
            assertThat(opened.decide(new Revoke(ID), actor, TERMS))
                    .isEqualTo(Decision.accepted(new CalendarRevoked(ID)));
        }
        Calendar revoked = opened.evolve(new CalendarRevoked(ID));
        assertThat(refused(revoked, new Revoke(ID), DEFENCE)).containsExactly(CALENDAR_REVOKED);
    }

    @Test
    void one_is_opened_once_and_what_isn_t_there_isn_t_revoked() {
        assertThat(refused(opened(), open(CalendarKind.FIRM, "firm-specimen"), DEFENCE))
                .containsExactly(CALENDAR_EXISTS);
        assertThat(refused(Calendar.unopened(), new Revoke(ID), COORDINATOR))
                .containsExactly(CALENDAR_UNKNOWN);
    }
}
