package org.engagementledger.domain.courtday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody leads two sessions of a court at one time. */
class CourtDayTest {

    private static final String BROMLEY = "B01CN00";
    private static final CourtDayId THE_FIFTH = CourtDayId.of(BROMLEY, LocalDate.of(2020, 11, 5));
    private static final SurgeryId ONE = new SurgeryId("B01CN00-2020-11-05T1500");
    private static final SurgeryId OTHER = new SurgeryId("B01CN00-2020-11-05T1600");

    private static Instant at(String time) {
        return Instant.parse("2020-11-05T%s:00Z".formatted(time));
    }

    /**
     * @param leads with spaces between them
     */
    private static Place place(SurgeryId surgery, String from, String to, String leads) {
        return new Place(
                THE_FIFTH,
                surgery,
                at(from),
                at(to),
                Arrays.stream(leads.split(" ")).filter(it -> !it.isEmpty()).toList());
    }

    private static CourtDay day(Place... held) {
        CourtDay day = CourtDay.empty();
        for (Place place : held) {
            day =
                    ((Decision.Accepted<CourtDayEvent>) day.place(place))
                            .events().stream().reduce(day, CourtDay::evolve, (a, b) -> b);
        }
        return day;
    }

    @ParameterizedTest(name = "15:00 to 18:00 with {0}, and {1} to {2} with {3}: {4}")
    @CsvSource({
        "okafor, 18:00, 20:00, okafor, true",
        "okafor, 14:00, 15:00, okafor, true",
        "okafor, 17:59, 20:00, okafor, false",
        "okafor, 14:00, 15:01, okafor, false",
        "okafor, 15:20, 16:00, okafor, false",
        "okafor, 14:00, 19:00, okafor, false",
        "okafor, 15:00, 18:00, patel, true",
        "okafor khan, 15:00, 18:00, patel khan, false",
        "'', 15:00, 18:00, patel, false",
        "okafor, 15:00, 18:00, '', false",
        "'', 15:00, 18:00, '', false",
        "'', 18:00, 19:00, '', true",
    })
    void sessions_side_by_side_each_have_a_lead_of_their_own(
            String lead, String from, String to, String otherLead, boolean accepted) {
        Decision<CourtDayEvent> decision =
                day(place(ONE, "15:00", "18:00", lead)).place(place(OTHER, from, to, otherLead));

        if (accepted) {
            assertThat(decision.refusals()).isEmpty();
        } else {
            assertThat(decision.refusals())
                    .singleElement()
                    .satisfies(
                            refusal -> {
                                assertThat(refusal.rule()).isEqualTo(Rule.SESSION_OVERLAPS);
                                assertThat(refusal.sentence()).contains(ONE.value());
                                assertThat(refusal.details())
                                        .containsEntry("surgeries", List.of(ONE.value()));
                            });
        }
    }

    @Test
    void a_session_does_not_stand_in_its_own_way() {
        CourtDay day = day(place(ONE, "15:00", "18:00", "okafor"));

        assertThat(day.place(place(ONE, "15:20", "18:20", "okafor")).refusals()).isEmpty();
        assertThat(day.place(place(ONE, "15:00", "18:00", "okafor")))
                .isEqualTo(Decision.accepted());
    }

    @Test
    void what_is_taken_off_stands_in_nobodys_way() {
        CourtDay day = day(place(ONE, "15:00", "18:00", "okafor"));
        Decision<CourtDayEvent> takenOff = day.takeOff(THE_FIFTH, ONE);

        assertThat(takenOff).isEqualTo(Decision.accepted(new SessionTakenOff(THE_FIFTH, ONE)));
        CourtDay after = day.evolve(new SessionTakenOff(THE_FIFTH, ONE));
        assertThat(after).isEqualTo(CourtDay.empty());
        assertThat(after.takeOff(THE_FIFTH, ONE)).isEqualTo(Decision.accepted());
    }

    @Test
    void a_lead_is_needed_by_two_courts_if_they_lead_at_both_at_one_time() {
        CourtDay day = day(place(ONE, "15:00", "18:00", "okafor khan"));

        assertThat(day.needsALeadOf(place(OTHER, "17:40", "18:40", "khan"))).isTrue();
        assertThat(day.needsALeadOf(place(OTHER, "18:00", "18:40", "khan"))).isFalse();
        assertThat(day.needsALeadOf(place(OTHER, "17:40", "18:40", "patel"))).isFalse();
        assertThat(day.needsALeadOf(place(OTHER, "17:40", "18:40", ""))).isFalse();
    }

    @Test
    void a_session_is_where_it_was_last_moved_with_its_present_leads_unless_it_is_blocked() {
        Surgery surgery = Surgery.unscheduled();
        assertThat(Place.of(surgery)).isEmpty();

        surgery =
                surgery.evolve(
                        new SurgeryScheduled(
                                ONE,
                                BROMLEY,
                                at("15:00"),
                                at("15:40"),
                                20,
                                Host.lead("okafor"),
                                null,
                                null));
        assertThat(Place.of(surgery)).contains(place(ONE, "15:00", "15:40", "okafor"));

        surgery = surgery.evolve(new SessionChanged(ONE, Host.lead("patel"), null, null));
        surgery = surgery.evolve(new SessionChanged(ONE, null, "https://meet.example/1", null));
        Instant nextDay = at("16:00").plus(Duration.ofDays(1));
        surgery =
                surgery.evolve(
                        new SessionMoved(
                                ONE, nextDay, nextDay.plus(Duration.ofMinutes(40)), List.of()));
        assertThat(Place.of(surgery))
                .contains(
                        new Place(
                                CourtDayId.of(BROMLEY, LocalDate.of(2020, 11, 6)),
                                ONE,
                                nextDay,
                                nextDay.plus(Duration.ofMinutes(40)),
                                List.of("patel")));

        Personal<String> reason = Personal.known("surgery", "Closed");
        Instant second = nextDay.plus(Duration.ofMinutes(20));
        Surgery partly = surgery.evolve(new SlotsBlocked(ONE, List.of(second), reason));
        assertThat(Place.of(partly)).isPresent();
        Surgery wholly = partly.evolve(new SlotsBlocked(ONE, List.of(nextDay), reason));
        assertThat(Place.of(wholly)).isEmpty();
        assertThat(Place.of(wholly.evolve(new SlotsUnblocked(ONE, List.of(second))))).isPresent();
    }
}
