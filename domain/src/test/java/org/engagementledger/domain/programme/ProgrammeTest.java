package org.engagementledger.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.casework.WorkingDays.MONDAY_TO_FRIDAY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.domain.programme.Pattern.Session;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgrammeTest {

    private static final String BROMLEY = "B01CN00";
    private static final ProgrammeId ID = ProgrammeId.of(BROMLEY);
    private static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "Bromley Magistrates' Court")), Duration.ZERO, 10);
    private static final Actor COORDINATOR = new Actor("login-1", Role.COORDINATOR, null);
    private static final Instant NOW = Instant.parse("2020-10-19T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2020, 10, 19);
    private static final SurgeryId SESSION = new SurgeryId("B01CN00-2020-10-29T1500");
    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private static final List<Host> HOSTS = Host.lead("dcp-okafor");

    private static Pattern thursdays(LocalDate first, @Nullable LocalDate last, int weeks) {
        return new Pattern(
                BROMLEY,
                DayOfWeek.THURSDAY,
                LocalTime.of(15, 0),
                LocalTime.of(18, 0),
                20,
                first,
                last,
                weeks,
                List.of());
    }

    private static SetProgramme set(Pattern pattern) {
        return new SetProgramme(ID, pattern, HOSTS, null);
    }

    private static Programme after(ProgrammeEvent... events) {
        Programme programme = Programme.unset();
        for (ProgrammeEvent event : events) {
            programme = programme.evolve(event);
        }
        return programme;
    }

    private static ProgrammeSet wasSet(@Nullable LocalDate last) {
        return new ProgrammeSet(ID, thursdays(TODAY, last, 4), HOSTS, null, List.of());
    }

    private static Decision<ProgrammeEvent> asked(Programme programme, ProgrammeCommand command) {
        return programme.decide(command, COORDINATOR, NOW, TERMS);
    }

    private static List<ProgrammeEvent> accepted(Decision<ProgrammeEvent> decision) {
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<ProgrammeEvent>) decision).events();
    }

    private static List<Rule> refused(Decision<ProgrammeEvent> decision) {
        return decision.refusals().stream().map(Refusal::rule).toList();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void weekly_sessions_keep_their_time_in_london_when_the_clocks_go_back() {
        assertThat(thursdays(TODAY, LocalDate.of(2020, 11, 5), 4).sessions(TODAY, MONDAY_TO_FRIDAY))
                .extracting(Session::start, Session::end)
                .containsExactly(
                        tuple(at("2020-10-22T14:00:00Z"), at("2020-10-22T17:00:00Z")),
                        tuple(at("2020-10-29T15:00:00Z"), at("2020-10-29T18:00:00Z")),
                        tuple(at("2020-11-05T15:00:00Z"), at("2020-11-05T18:00:00Z")));
    }

    @Test
    void and_when_they_go_forward() {
        assertThat(
                        thursdays(TODAY, null, 2)
                                .sessions(LocalDate.of(2021, 3, 22), MONDAY_TO_FRIDAY)
                                .stream()
                                .map(Session::start))
                .containsExactly(at("2021-03-25T15:00:00Z"), at("2021-04-01T14:00:00Z"));
    }

    @ParameterizedTest(name = "on {0} from {1} to {2} for {3} weeks: {4}")
    @CsvSource({
        "2020-10-22, 2020-10-01, , 2, 22 29",
        "2020-10-23, 2020-10-01, , 2, 29 5",
        "2020-10-22, 2020-10-29, , 2, 29",
        "2020-10-22, 2020-10-30, , 3, 5",
        "2020-10-22, 2020-12-01, , 3, ''",
        "2020-10-22, 2020-10-01, 2020-10-22, 3, 22",
        "2020-10-22, 2020-10-01, 2020-10-21, 3, ''",
    })
    void the_sessions_of_the_coming_weeks_lie_between_the_first_and_the_last_day(
            LocalDate today, LocalDate first, LocalDate last, int weeks, String days) {
        assertThat(
                        thursdays(first, last, weeks).sessions(today, MONDAY_TO_FRIDAY).stream()
                                .map(it -> it.start().atZone(ZoneOffset.UTC))
                                .map(it -> Integer.toString(it.getDayOfMonth())))
                .containsExactly(days.isEmpty() ? new String[0] : days.split(" "));
    }

    private static Pattern except(DayOfWeek weekday, LocalDate... days) {
        return new Pattern(
                BROMLEY,
                weekday,
                LocalTime.of(15, 0),
                LocalTime.of(18, 0),
                20,
                TODAY,
                null,
                4,
                List.of(days));
    }

    private static List<String> days(Pattern pattern, WorkingDays workingDays) {
        return pattern.sessions(TODAY, workingDays).stream()
                .map(session -> session.start().toString().substring(0, 10))
                .toList();
    }

    @Test
    void there_is_none_on_a_bank_holiday_but_there_may_be_one_on_a_saturday() {
        WorkingDays workingDays = new WorkingDays(LocalDate.of(2020, 10, 29)::equals);

        assertThat(days(except(DayOfWeek.THURSDAY), workingDays))
                .containsExactly("2020-10-22", "2020-11-05", "2020-11-12");
        assertThat(days(except(DayOfWeek.SATURDAY), workingDays))
                .containsExactly("2020-10-24", "2020-10-31", "2020-11-07", "2020-11-14");
    }

    @Test
    void there_is_none_on_a_day_that_is_excepted() {
        Pattern pattern =
                except(
                        DayOfWeek.THURSDAY,
                        LocalDate.of(2020, 11, 5),
                        LocalDate.of(2020, 10, 29),
                        LocalDate.of(2020, 11, 5));

        assertThat(days(pattern, MONDAY_TO_FRIDAY)).containsExactly("2020-10-22", "2020-11-12");
        assertThat(pattern.except())
                .containsExactly(LocalDate.of(2020, 10, 29), LocalDate.of(2020, 11, 5));
        assertThat(pattern.until(TODAY).except()).isEqualTo(pattern.except());
    }

    private static Rolled rolled(String start, Duration slot, SurgeryEvent... events) {
        Surgery surgery =
                Surgery.unscheduled()
                        .evolve(
                                new SurgeryScheduled(
                                        SESSION,
                                        BROMLEY,
                                        at(start),
                                        at(start).plus(Duration.ofHours(3)),
                                        (int) slot.toMinutes(),
                                        HOSTS,
                                        null,
                                        0L));
        for (SurgeryEvent event : events) {
            surgery = surgery.evolve(event);
        }
        return new Rolled(at(start), (Surgery.Scheduled) surgery);
    }

    private static SessionMoved moved(String start) {
        return new SessionMoved(SESSION, at(start), at(start).plus(Duration.ofHours(3)), List.of());
    }

    private static boolean remains(Rolled rolled, Pattern pattern) {
        return rolled.remainsBeside(
                pattern, NOW, new WorkingDays(LocalDate.of(2020, 11, 12)::equals));
    }

    @ParameterizedTest(name = "the session of {0} under {1}: {2}")
    @CsvSource({
        "2020-10-29T15:00:00Z, THURSDAY, false",
        "2020-10-29T14:00:00Z, THURSDAY, true",
        "2020-10-29T15:00:00Z, TUESDAY, true",
        "2020-11-05T15:00:00Z, THURSDAY, true",
        "2020-11-12T15:00:00Z, THURSDAY, true",
        "2020-10-15T14:00:00Z, TUESDAY, false",
    })
    void a_session_to_come_remains_that_the_pattern_does_not_have(
            String start, DayOfWeek weekday, boolean remains) {
        Pattern pattern = except(weekday, LocalDate.of(2020, 11, 5));

        assertThat(remains(rolled(start, TWENTY_MINUTES), pattern)).isEqualTo(remains);
    }

    @Test
    void also_one_in_other_slots_or_after_the_last_day_or_before_the_first() {
        Pattern pattern = except(DayOfWeek.THURSDAY);
        Rolled session = rolled("2020-10-29T15:00:00Z", TWENTY_MINUTES);

        assertThat(remains(rolled("2020-10-29T15:00:00Z", Duration.ofMinutes(30)), pattern))
                .isTrue();
        assertThat(remains(session, pattern.until(LocalDate.of(2020, 10, 28)))).isTrue();
        assertThat(remains(session, pattern.until(LocalDate.of(2020, 10, 29)))).isFalse();
        assertThat(remains(session, thursdays(LocalDate.of(2020, 10, 30), null, 4))).isTrue();
    }

    @Test
    void a_session_that_was_moved_remains_where_it_is_neither_here_nor_there() {
        Pattern thursdays = except(DayOfWeek.THURSDAY);
        Pattern fridays = except(DayOfWeek.FRIDAY);
        Rolled session =
                rolled("2020-10-29T15:00:00Z", TWENTY_MINUTES, moved("2020-10-30T15:00:00Z"));

        assertThat(remains(session, thursdays)).isFalse();
        assertThat(remains(session, fridays)).isFalse();
        assertThat(remains(session, except(DayOfWeek.MONDAY))).isTrue();
    }

    @Test
    void what_is_blocked_altogether_is_nobodys_concern() {
        List<Instant> all =
                Stream.iterate(at("2020-10-29T15:00:00Z"), it -> it.plus(TWENTY_MINUTES))
                        .limit(9)
                        .toList();
        Personal<String> reason = Personal.known("surgery", "Closed");

        assertThat(
                        remains(
                                rolled(
                                        "2020-10-29T15:00:00Z",
                                        TWENTY_MINUTES,
                                        new SlotsBlocked(SESSION, all, reason)),
                                except(DayOfWeek.MONDAY)))
                .isFalse();
        assertThat(
                        remains(
                                rolled(
                                        "2020-10-29T15:00:00Z",
                                        TWENTY_MINUTES,
                                        new SlotsBlocked(SESSION, all.subList(1, 9), reason)),
                                except(DayOfWeek.MONDAY)))
                .isTrue();
    }

    @Test
    void a_coordinator_sets_a_programme_and_another_instead() {
        Pattern pattern = thursdays(TODAY, null, 4);
        ProgrammeSet expected = new ProgrammeSet(ID, pattern, HOSTS, null, List.of());
        assertThat(accepted(asked(after(), set(pattern)))).containsExactly(expected);
        assertThat(accepted(asked(after(wasSet(TODAY)), set(pattern)))).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_else_does(Role role) {
        Actor actor = new Actor("login-2", role, null);
        for (ProgrammeCommand command :
                List.of(set(thursdays(TODAY, null, 4)), new EndProgramme(ID, TODAY))) {
            for (Programme programme : List.of(after(), after(wasSet(null)))) {
                List<Rule> refused = refused(programme.decide(command, actor, NOW, TERMS));
                if (role == Role.COORDINATOR || role == Role.SYSTEM) {
                    assertThat(refused).doesNotContain(NOT_PERMITTED);
                } else {
                    assertThat(refused).containsExactly(NOT_PERMITTED);
                }
            }
        }
    }

    @ParameterizedTest(name = "from {0} to {1} in slots of {2}")
    @CsvSource({
        "15:00, 15:00, 20",
        "15:00, 14:00, 20",
        "15:00, 18:10, 20",
        "15:00, 15:10, 20",
        "15:00, 18:00, 0",
        "15:00, 18:00, -20",
    })
    void a_session_lasts_a_whole_number_of_slots_within_its_day(
            LocalTime from, LocalTime to, int minutes) {
        Pattern uneven =
                new Pattern(
                        BROMLEY, DayOfWeek.MONDAY, from, to, minutes, TODAY, null, 4, List.of());
        assertThat(refused(asked(after(), set(uneven)))).containsExactly(GRID_UNEVEN);
    }

    private static List<Refusal> setting(String from, String to, int minutes) {
        Pattern pattern =
                new Pattern(
                        BROMLEY,
                        DayOfWeek.MONDAY,
                        LocalTime.parse(from),
                        LocalTime.parse(to),
                        minutes,
                        TODAY,
                        null,
                        4,
                        List.of());
        return asked(after(), set(pattern)).refusals();
    }

    @Test
    void a_session_begins_and_ends_on_a_whole_minute() {
        assertThat(setting("15:00:30", "16:00:30", 20))
                .extracting(Refusal::rule, Refusal::field)
                .containsExactly(
                        tuple(NOT_ON_THE_MINUTE, "/from"), tuple(NOT_ON_THE_MINUTE, "/to"));
        assertThat(setting("15:00", "18:00:30", 20))
                .extracting(Refusal::rule, Refusal::field)
                .contains(tuple(NOT_ON_THE_MINUTE, "/to"));
    }

    @Test
    void a_session_has_no_more_slots_than_anybody_needs() {
        assertThat(setting("09:00", "17:00", 10)).isEmpty();
        assertThat(setting("00:00", "23:59", 1))
                .extracting(Refusal::rule, Refusal::field)
                .containsExactly(tuple(TOO_MANY_SLOTS, "/to"));
    }

    @Test
    void everything_that_is_wrong_comes_back_together() {
        Pattern pattern =
                new Pattern(
                        "B99ZZ99",
                        DayOfWeek.MONDAY,
                        LocalTime.NOON,
                        LocalTime.NOON,
                        20,
                        TODAY,
                        TODAY.minusDays(1),
                        27,
                        List.of());
        assertThat(
                        asked(
                                        after(),
                                        new SetProgramme(
                                                ProgrammeId.of("B99ZZ99"),
                                                pattern,
                                                List.of(
                                                        new Host(
                                                                HostRole.LEAD,
                                                                null,
                                                                new Personal.Known<>("a", "b"))),
                                                "http://meet.example"))
                                .refusals())
                .extracting(Refusal::rule, Refusal::field)
                .containsExactly(
                        tuple(COURT_OUT_OF_SCOPE, "/court"),
                        tuple(GRID_UNEVEN, "/to"),
                        tuple(WEEKS_OUT_OF_RANGE, "/weeks"),
                        tuple(LAST_BEFORE_FIRST, "/last"),
                        tuple(LAST_DAY_PASSED, "/last"),
                        tuple(EMAIL_MALFORMED, "/hosts/0/email"),
                        tuple(LINK_MALFORMED, "/joinLink"));
    }

    @Test
    void a_programme_ends_earlier_than_it_was_to_end() {
        Programme programme = after(wasSet(null));
        List<ProgrammeEvent> ended = accepted(asked(programme, new EndProgramme(ID, TODAY)));
        assertThat(ended).containsExactly(new ProgrammeEnded(ID, TODAY, List.of()));
        Programme.Weekly after = (Programme.Weekly) programme.evolve(ended.getFirst());
        assertThat(after.pattern().last()).isEqualTo(TODAY);
        assertThat(after.pattern().sessions(TODAY, MONDAY_TO_FRIDAY)).isEmpty();
    }

    @Test
    void it_does_not_end_in_the_past_nor_later_than_it_ends_nor_without_a_day() {
        Programme programme = after(wasSet(TODAY.plusDays(7)));
        assertThat(refused(asked(programme, new EndProgramme(ID, TODAY.minusDays(1)))))
                .containsExactly(LAST_DAY_PASSED);
        assertThat(refused(asked(programme, new EndProgramme(ID, TODAY.plusDays(7)))))
                .containsExactly(ENDS_ALREADY);
        assertThat(refused(asked(programme, new EndProgramme(ID, null)))).containsExactly(REQUIRED);
    }

    @Test
    void where_none_is_there_is_nothing_to_end() {
        assertThat(refused(asked(after(), new EndProgramme(ID, TODAY))))
                .containsExactly(PROGRAMME_UNKNOWN);
    }
}
