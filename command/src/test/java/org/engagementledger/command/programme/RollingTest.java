package org.engagementledger.command.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.engagementledger.command.Cases.BROMLEY;
import static org.engagementledger.command.Cases.TERMS;
import static org.engagementledger.command.Cases.by;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.WriteSide;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RollingTest {

    private static final ProgrammeId PROGRAMME = ProgrammeId.of(BROMLEY);
    private static final LocalDate TODAY = LocalDate.of(2020, 10, 19);
    private static final LocalDate FIFTH = LocalDate.of(2020, 11, 5);
    private static final SurgeryId TWENTY_SECOND = new SurgeryId("B01CN00-2020-10-22T1500");
    private static final SurgeryId TWENTY_NINTH = new SurgeryId("B01CN00-2020-10-29T1500");
    private static final SurgeryId ON_THE_FIFTH = new SurgeryId("B01CN00-2020-11-05T1500");
    private static final List<SurgeryId> ALL = List.of(TWENTY_SECOND, TWENTY_NINTH, ON_THE_FIFTH);
    private static final String LINK = "https://meet.example/1";
    private static final String OTHER_LINK = "https://meet.example/2";

    private final WriteSide side = new WriteSide();
    private final Opener opener;
    private final Rolling rolling;

    RollingTest(@TempDir Path folder) {
        MasterKey key = MasterKey.createFile(folder.resolve("master.json"));
        Sealer sealer = new Sealer(new Keyring(new DriverManagerDataSource("jdbc:none"), key));
        opener = new Opener(sealer);
        rolling = side.rolling(opener, TERMS);
    }

    /** Monday 19 October 2020, nine o'clock. */
    @BeforeEach
    void itIsOctober() {
        side.timePasses(Duration.ofDays(-14));
    }

    @AfterEach
    void close() {
        side.close();
    }

    private static List<Host> led(String email) {
        return List.of(
                new Host(HostRole.LEAD, "dcp-okafor", Personal.known("host/dcp-okafor", email)));
    }

    private static Pattern thursdaysAtThree(@Nullable LocalDate last) {
        return new Pattern(
                BROMLEY,
                DayOfWeek.THURSDAY,
                LocalTime.of(15, 0),
                LocalTime.of(18, 0),
                20,
                TODAY,
                last,
                4,
                List.of());
    }

    private Answer asked(ProgrammeCommand command) {
        return side.commands().send(command, by(Role.COORDINATOR), Conditions.NONE);
    }

    private void set(Pattern pattern, String email, String link) {
        accepted(asked(new SetProgramme(PROGRAMME, pattern, led(email), link)));
        rolling.rollAll();
    }

    private void given(SurgeryCommand command) {
        accepted(side.commands().send(command, by(Role.COORDINATOR)));
    }

    private static void accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private Stream<Object> eventsOf(SurgeryId session) {
        return side.stored(session).stream().map(DomainEventMessage::getPayload);
    }

    @Test
    void weeklySessionsAtThreeAreAtThreeInLondonBeforeAndAfterTheClocksGoBack() {
        set(thursdaysAtThree(FIFTH), "okafor@cps.example", LINK);

        assertThat(ALL.stream().flatMap(this::eventsOf))
                .containsExactly(
                        scheduled(TWENTY_SECOND, "2020-10-22T14:00:00Z", "2020-10-22T17:00:00Z"),
                        scheduled(TWENTY_NINTH, "2020-10-29T15:00:00Z", "2020-10-29T18:00:00Z"),
                        scheduled(ON_THE_FIFTH, "2020-11-05T15:00:00Z", "2020-11-05T18:00:00Z"));
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-12T1500"))).isEmpty();
    }

    private static SurgeryScheduled scheduled(SurgeryId id, String start, String end) {
        return new SurgeryScheduled(
                id,
                BROMLEY,
                Instant.parse(start),
                Instant.parse(end),
                20,
                led("okafor@cps.example"),
                LINK,
                0L);
    }

    @Test
    void rollingAgainChangesNothing() {
        set(thursdaysAtThree(null), "okafor@cps.example", LINK);
        set(thursdaysAtThree(null), "okafor@cps.example", OTHER_LINK);
        int units = side.written().size();

        rolling.rollAll();
        rolling.rollAll();

        assertThat(side.written()).hasSize(units);
    }

    @Test
    void aWeekLaterAnotherSessionIsInSight() {
        set(thursdaysAtThree(null), "okafor@cps.example", LINK);
        side.timePasses(Duration.ofDays(7));

        rolling.rollAll();

        assertThat(side.lastWritten())
                .first()
                .extracting(it -> ((SurgeryScheduled) it).surgery())
                .hasToString("B01CN00-2020-11-19T1500");
    }

    @Test
    void otherPeopleAndAnotherLinkAreFollowedByWhatIsScheduled() {
        set(thursdaysAtThree(FIFTH), "okafor@cps.example", LINK);

        set(thursdaysAtThree(FIFTH), "okafor@new.example", OTHER_LINK);

        for (SurgeryId session : ALL) {
            assertThat(eventsOf(session).skip(1))
                    .containsExactly(
                            new SessionChanged(session, led("okafor@new.example"), OTHER_LINK, 1L));
        }
    }

    @Test
    void nobodyIsToldOfAChangeThatIsNone() {
        set(thursdaysAtThree(FIFTH), "okafor@cps.example", LINK);

        set(thursdaysAtThree(null), "okafor@cps.example", LINK);

        assertThat(eventsOf(TWENTY_SECOND)).hasSize(1);
    }

    @Test
    void whatWasChangedOnItsOwnStaysSo() {
        set(thursdaysAtThree(FIFTH), "okafor@cps.example", LINK);
        given(new ChangeSession(TWENTY_SECOND, null, "https://meet.example/own", null));

        set(thursdaysAtThree(FIFTH), "okafor@new.example", OTHER_LINK);

        assertThat(eventsOf(TWENTY_SECOND)).hasSize(2);
        assertThat(eventsOf(TWENTY_NINTH).skip(1)).hasOnlyElementsOfType(SessionChanged.class);
    }

    @Test
    void whatWasMovedOrBlockedStaysSoAndFollowsAllTheSame() {
        set(thursdaysAtThree(FIFTH), "okafor@cps.example", LINK);
        given(new Move(TWENTY_SECOND, Instant.parse("2020-11-06T10:00:00Z"), Set.of()));
        given(new Block(TWENTY_NINTH, null, Personal.known("surgery", "Closed")));
        side.timePasses(Duration.ofDays(7));

        set(thursdaysAtThree(FIFTH), "okafor@cps.example", OTHER_LINK);

        assertThat(eventsOf(TWENTY_SECOND).skip(1).map(Object::getClass))
                .containsExactly(SessionMoved.class, SessionChanged.class);
        assertThat(eventsOf(TWENTY_NINTH).skip(1).map(Object::getClass))
                .containsExactly(SlotsBlocked.class, SessionChanged.class);
    }

    private static Pattern pattern(DayOfWeek weekday, int from, LocalDate... except) {
        return new Pattern(
                BROMLEY,
                weekday,
                LocalTime.of(from, 0),
                LocalTime.of(from + 3, 0),
                20,
                TODAY,
                null,
                4,
                List.of(except));
    }

    private Answer.Accepted setAndRolled(Pattern pattern) {
        Answer answer =
                asked(new SetProgramme(PROGRAMME, pattern, led("okafor@cps.example"), LINK));
        accepted(answer);
        rolling.rollAll();
        return (Answer.Accepted) answer;
    }

    @Test
    void anotherTimeIsForTheWeeksThatHaveNoSessionYetAndTheOthersAreNamed() {
        setAndRolled(thursdaysAtThree(FIFTH));

        Answer.Accepted answer = setAndRolled(pattern(DayOfWeek.TUESDAY, 10));

        assertThat(answer.remaining()).isEqualTo(ALL.stream().map(SurgeryId::value).toList());
        for (SurgeryId session : ALL) {
            assertThat(eventsOf(session)).hasSize(1);
        }
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-10-20T1000"))).isEmpty();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-10-27T1000"))).isEmpty();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-03T1000"))).isEmpty();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-10T1000"))).hasSize(1);
        rolling.rollAll();
        side.timePasses(Duration.ofDays(7));
        rolling.rollAll();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-10-27T1000"))).isEmpty();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-17T1000"))).hasSize(1);
    }

    @Test
    void whatWasMovedIntoTheNewPatternOrIsBlockedDoesntRemain() {
        setAndRolled(thursdaysAtThree(FIFTH));
        given(new Move(TWENTY_SECOND, Instant.parse("2020-10-27T10:00:00Z"), Set.of()));
        given(new Block(TWENTY_NINTH, null, Personal.known("surgery", "Closed")));

        assertThat(setAndRolled(pattern(DayOfWeek.TUESDAY, 10)).remaining())
                .containsExactly(ON_THE_FIFTH.value());
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-10-27T1000"))).isEmpty();
    }

    @Test
    void aDayIsTakenOutAheadAndASessionThatIsThereAlreadyRemains() {
        LocalDate twelfth = LocalDate.of(2020, 11, 12);
        setAndRolled(thursdaysAtThree(FIFTH));

        Answer.Accepted answer = setAndRolled(pattern(DayOfWeek.THURSDAY, 15, FIFTH, twelfth));
        side.timePasses(Duration.ofDays(7));
        rolling.rollAll();

        assertThat(answer.remaining()).containsExactly(ON_THE_FIFTH.value());
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-12T1500"))).isEmpty();
        assertThat(eventsOf(new SurgeryId("B01CN00-2020-11-19T1500"))).hasSize(1);
    }

    @Test
    void whatIsScheduledAfterTheEndRemains() {
        setAndRolled(thursdaysAtThree(null));

        Answer answer = asked(new EndProgramme(PROGRAMME, LocalDate.of(2020, 10, 29)));

        assertThat(((Answer.Accepted) answer).remaining())
                .containsExactly("B01CN00-2020-11-05T1500", "B01CN00-2020-11-12T1500");
    }

    @Test
    void anExtraSessionOfAnotherTimeTakesNoWeekFromTheProgramme() {
        given(
                new Schedule(
                        new SurgeryId("B01CN00-2020-10-21T1000"),
                        BROMLEY,
                        Instant.parse("2020-10-21T09:00:00Z"),
                        Instant.parse("2020-10-21T10:00:00Z"),
                        Duration.ofMinutes(20),
                        List.of(),
                        null,
                        null));

        setAndRolled(thursdaysAtThree(FIFTH));

        assertThat(eventsOf(TWENTY_SECOND)).hasSize(1);
    }

    @Test
    void whatOverlapsAnotherSessionIsntRolledUntilThereIsRoom() {
        SurgeryId extra = new SurgeryId("B01CN00-2020-10-22T1400");
        given(
                new Schedule(
                        extra,
                        BROMLEY,
                        Instant.parse("2020-10-22T13:00:00Z"),
                        Instant.parse("2020-10-22T15:00:00Z"),
                        Duration.ofMinutes(20),
                        Host.lead("dcp-okafor"),
                        null,
                        null));

        setAndRolled(thursdaysAtThree(FIFTH));
        assertThat(eventsOf(TWENTY_SECOND)).isEmpty();
        assertThat(eventsOf(TWENTY_NINTH)).hasSize(1);

        given(new ChangeSession(extra, Host.lead("patel"), null, null));
        rolling.rollAll();
        assertThat(eventsOf(TWENTY_SECOND)).hasSize(1);
    }

    @Test
    void aCourtWhoseProgrammeCantBeReadHoldsUpNoOther() {
        setAndRolled(thursdaysAtThree(null));
        // What has the name of its programme is something else.
        given(
                new Schedule(
                        new SurgeryId("programme-B99ZZ99"),
                        BROMLEY,
                        Instant.parse("2020-12-31T10:00:00Z"),
                        Instant.parse("2020-12-31T11:00:00Z"),
                        Duration.ofMinutes(20),
                        List.of(),
                        null,
                        null));
        side.timePasses(Duration.ofDays(7));
        int units = side.written().size();
        Terms both = TERMS.in(List.of(new Court("B99ZZ99", "One"), TERMS.courts().getFirst()));

        assertThatThrownBy(() -> side.rolling(opener, both).rollAll())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("B99ZZ99");

        assertThat(side.written()).hasSize(units + 1);
    }

    @Test
    void whenTheProgrammeHasEndedNothingMoreIsScheduled() {
        set(thursdaysAtThree(null), "okafor@cps.example", LINK);
        accepted(asked(new EndProgramme(PROGRAMME, FIFTH)));
        int units = side.written().size();
        side.timePasses(Duration.ofDays(14));

        rolling.rollAll();

        assertThat(side.written()).hasSize(units);
    }

    @Test
    void aProgrammeIsSetOnTheVersionThatIsThere() {
        Conditions first = new Conditions(Set.of(-1L), false);
        SetProgramme command = new SetProgramme(PROGRAMME, thursdaysAtThree(null), List.of(), null);
        accepted(side.commands().send(command, by(Role.SYSTEM), first));

        Answer again = side.commands().send(command, by(Role.SYSTEM), first);

        assertThat(((Answer.Refused) again).refusals())
                .extracting(Refusal::rule)
                .containsExactly(Rule.VERSION_OUTDATED);
    }

    @Test
    void aCourtWithoutAProgrammeHasNoneToEnd() {
        assertThat(((Answer.Refused) asked(new EndProgramme(PROGRAMME, FIFTH))).refusals())
                .extracting(Refusal::rule)
                .containsExactly(Rule.PROGRAMME_UNKNOWN);
        rolling.rollAll();
        assertThat(side.written()).isEmpty();
    }
}
