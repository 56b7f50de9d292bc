package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.courtday.CourtDayId;
import org.engagementledger.domain.courtday.SessionPlaced;
import org.engagementledger.domain.courtday.SessionTakenOff;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a change of a session comes to, it and the engagements concerned write together. */
class SessionsAndBookingsTest extends WithTwoSurgeries {

    private static final Duration SLOT = Duration.ofMinutes(20);
    private static final Personal<String> REASON =
            Personal.known("surgery:" + SURGERY, "The court is closed.");
    private static final Instant SECOND = START.plus(SLOT);
    private static final Instant HOUR_LATER = START.plus(Duration.ofHours(1));
    private static final CourtDayId THE_FIFTH = CourtDayId.of(BROMLEY, LocalDate.of(2020, 11, 5));
    private static final Conditions DRY_RUN = new Conditions(null, true);

    private static SessionPlaced placed(CourtDayId day, SurgeryId surgery, Instant start) {
        return new SessionPlaced(
                day, surgery, start, start.plus(Duration.ofHours(3)), List.of("login-D"));
    }

    private Answer asked(SurgeryCommand command) {
        return asked(command, Conditions.NONE);
    }

    private Answer asked(SurgeryCommand command, Conditions conditions) {
        return side.commands().send(command, by(Role.COORDINATOR), conditions);
    }

    /** Another engagement, in person, has the second slot. */
    private void givenTwoBooked() {
        givenBooked();
        given(submitInPerson(ANOTHER), Role.COORDINATOR);
        given(putForward(ANOTHER), Role.TRIAGE_OFFICER);
        given(book(ANOTHER, SURGERY, SECOND), Role.TRIAGE_OFFICER);
    }

    /** Whose slot was taken from them comes before all others. */
    private static WaitingListJoined joined(EngagementId engagement) {
        return new WaitingListJoined(engagement, NOW, null, null, true);
    }

    private static PlaceTaken waits(EngagementId engagement) {
        WaitingCase waiting =
                new WaitingCase(
                        engagement,
                        BROMLEY,
                        NOW,
                        true,
                        null,
                        LocalDate.of(2020, 11, 20),
                        null,
                        null,
                        null);
        return new PlaceTaken(waiting.list(), waiting);
    }

    private static List<Instant> allSlots() {
        return IntStream.range(0, 9).mapToObj(it -> START.plus(SLOT.multipliedBy(it))).toList();
    }

    @Test
    void blockingWritesToTheSessionAndEverybodyWhoHadASlot() {
        givenTwoBooked();

        Answer answer = asked(new Block(SURGERY, null, REASON));

        assertThat(side.lastWritten())
                .containsExactly(
                        waits(ENGAGEMENT),
                        waits(ANOTHER),
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SlotFreed(SURGERY, SECOND, ANOTHER),
                        new SlotsBlocked(SURGERY, allSlots(), REASON),
                        new SlotReleased(
                                ENGAGEMENT,
                                slot(SURGERY, START),
                                ReleaseReason.SESSION_BLOCKED,
                                null),
                        joined(ENGAGEMENT),
                        new SlotReleased(
                                ANOTHER,
                                slot(SURGERY, SECOND),
                                ReleaseReason.SESSION_BLOCKED,
                                null),
                        joined(ANOTHER),
                        new SessionTakenOff(THE_FIFTH, SURGERY));
        assertThat(answer)
                .isEqualTo(
                        new Answer.Accepted(
                                5,
                                List.of(),
                                List.of(),
                                List.of(ENGAGEMENT.value(), ANOTHER.value()),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @Test
    void blockingPartOfItConcernsOnlyWhoHasThatPart() {
        givenTwoBooked();

        asked(new Block(SURGERY, List.of(SECOND), REASON));

        assertThat(side.lastWritten())
                .containsExactly(
                        waits(ANOTHER),
                        new SlotFreed(SURGERY, SECOND, ANOTHER),
                        new SlotsBlocked(SURGERY, List.of(SECOND), REASON),
                        new SlotReleased(
                                ANOTHER,
                                slot(SURGERY, SECOND),
                                ReleaseReason.SESSION_BLOCKED,
                                null),
                        joined(ANOTHER));
        given(new CancelBooking(ENGAGEMENT, null), Role.DEFENCE_PRACTITIONER);
    }

    @Test
    void whatIsBlockedIsBookedAgainOnlyOnceItIsUnblocked() {
        givenBooked();
        asked(new Block(SURGERY, null, REASON));
        int units = side.written().size();

        assertRefused(
                ask(book(ENGAGEMENT, SURGERY, START), Role.DEFENCE_PRACTITIONER),
                Rule.SLOT_BLOCKED,
                units);
        asked(new Unblock(SURGERY, List.of(START)));
        assertThat(side.lastWritten())
                .containsExactly(
                        new SlotsUnblocked(SURGERY, List.of(START)),
                        placed(THE_FIFTH, SURGERY, START));
        assertAccepted(ask(book(ENGAGEMENT, SURGERY, START), Role.DEFENCE_PRACTITIONER));
    }

    @Test
    void whoeverHasASlotMovesWithTheSession() {
        givenBooked();

        Answer answer = asked(new Move(SURGERY, HOUR_LATER, Set.of()));

        assertThat(side.lastWritten())
                .containsExactly(
                        new SessionMoved(
                                SURGERY,
                                HOUR_LATER,
                                HOUR_LATER.plus(Duration.ofHours(3)),
                                List.of(ENGAGEMENT)),
                        new SlotReleased(
                                ENGAGEMENT,
                                slot(SURGERY, START),
                                ReleaseReason.SESSION_MOVED,
                                null),
                        new SlotBooked(ENGAGEMENT, slot(SURGERY, HOUR_LATER)),
                        placed(THE_FIFTH, SURGERY, HOUR_LATER));
        assertThat(((Answer.Accepted) answer).moved()).containsExactly(ENGAGEMENT.value());
        assertThat(side.written().getLast())
                .extracting(event -> event.getMetaData().get("reason"))
                .containsExactly(null, "SESSION_MOVED", null, null);
        given(new CancelBooking(ENGAGEMENT, null), Role.DEFENCE_PRACTITIONER);
        assertThat(side.lastWritten()).contains(new SlotFreed(SURGERY, HOUR_LATER, ENGAGEMENT));
    }

    @Test
    void whoseHearingComesFirstIsLeftWithoutASlot() {
        givenTwoBooked();
        given(
                new RelistHearing(ANOTHER, LocalDate.of(2020, 11, 25), shared("Another day.")),
                Role.COORDINATOR);
        Instant onTheTwentieth = Instant.parse("2020-11-20T15:00:00Z");

        Answer answer = asked(new Move(SURGERY, onTheTwentieth, Set.of()));

        assertThat(side.lastWritten())
                .containsExactly(
                        waits(ENGAGEMENT),
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SessionMoved(
                                SURGERY,
                                onTheTwentieth,
                                onTheTwentieth.plus(Duration.ofHours(3)),
                                List.of(ANOTHER)),
                        new SlotReleased(
                                ENGAGEMENT,
                                slot(SURGERY, START),
                                ReleaseReason.SESSION_MOVED,
                                null),
                        joined(ENGAGEMENT),
                        new SlotReleased(
                                ANOTHER, slot(SURGERY, SECOND), ReleaseReason.SESSION_MOVED, null),
                        new SlotBooked(ANOTHER, slot(SURGERY, onTheTwentieth.plus(SLOT))),
                        new SessionTakenOff(THE_FIFTH, SURGERY),
                        placed(
                                CourtDayId.of(BROMLEY, LocalDate.of(2020, 11, 20)),
                                SURGERY,
                                onTheTwentieth));
        assertThat(answer)
                .isEqualTo(
                        new Answer.Accepted(
                                4,
                                List.of(),
                                List.of(),
                                List.of(ENGAGEMENT.value()),
                                List.of(ANOTHER.value()),
                                List.of(),
                                List.of()));
    }

    @Test
    void aDryRunSaysWhoWouldBeConcernedAndWritesNothing() {
        givenTwoBooked();
        int units = side.written().size();

        Answer answer = asked(new Block(SURGERY, null, REASON), DRY_RUN);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(
                                        5,
                                        List.of(),
                                        List.of(),
                                        List.of(ENGAGEMENT.value(), ANOTHER.value()),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                List.of(
                                        "waitinglist.PlaceTaken",
                                        "waitinglist.PlaceTaken",
                                        "surgery.SlotFreed",
                                        "surgery.SlotFreed",
                                        "surgery.SlotsBlocked",
                                        "engagement.SlotReleased",
                                        "engagement.WaitingListJoined",
                                        "engagement.SlotReleased",
                                        "engagement.WaitingListJoined",
                                        "courtday.SessionTakenOff")));
        assertThat(side.written()).hasSize(units);
    }

    @Test
    void anotherVersionIsOutdated() {
        givenBooked();
        int units = side.written().size();
        for (SurgeryCommand command :
                List.of(
                        new ChangeSession(SURGERY, null, "https://meet.example/1", null),
                        new Move(SURGERY, HOUR_LATER, Set.of()),
                        new Block(SURGERY, null, REASON),
                        new Unblock(SURGERY, null))) {
            assertRefused(
                    asked(command, new Conditions(Set.of(0L), false)),
                    Rule.VERSION_OUTDATED,
                    units);
        }
        assertAccepted(asked(new Block(SURGERY, null, REASON), new Conditions(Set.of(1L), false)));
    }

    @Test
    void otherPeopleAndAnotherLinkConcernTheSessionAlone() {
        givenBooked();

        asked(new ChangeSession(SURGERY, null, "https://meet.example/1", null));

        assertThat(side.lastWritten())
                .containsExactly(new SessionChanged(SURGERY, null, "https://meet.example/1", null));
    }

    @Test
    void ofAChangeOnlyWhatIsNewIsWrittenAndTheSameAgainChangesNothing() {
        List<Host> hosts =
                List.of(
                        new Host(HostRole.LEAD, "login-D", null),
                        new Host(
                                HostRole.HMCTS_CONTACT,
                                null,
                                Personal.known("surgery/1", "court@justice.example")));
        String link = "https://meet.example/1";
        assertAccepted(asked(new ChangeSession(SURGERY, hosts, link, null)));
        assertThat(side.lastWritten())
                .containsExactly(new SessionChanged(SURGERY, hosts, link, null));
        int units = side.written().size();

        assertRefused(
                asked(new ChangeSession(SURGERY, hosts, link, null)),
                Rule.NOTHING_TO_CHANGE,
                units);
        assertRefused(
                asked(new ChangeSession(SURGERY, hosts, null, null)),
                Rule.NOTHING_TO_CHANGE,
                units);
        assertAccepted(asked(new ChangeSession(SURGERY, hosts, "", null)));
        assertThat(side.lastWritten()).containsExactly(new SessionChanged(SURGERY, null, "", null));
        assertAccepted(asked(new ChangeSession(SURGERY, hosts.reversed(), "", null)));
        assertThat(side.lastWritten())
                .containsExactly(new SessionChanged(SURGERY, hosts.reversed(), null, null));
        assertRefused(
                asked(new ChangeSession(NEXT_SURGERY, null, "", null)),
                Rule.NOTHING_TO_CHANGE,
                units + 2);
    }

    @Test
    void whatIsRefusedWritesNothingToAnybody() {
        givenBooked();
        int units = side.written().size();

        assertRefused(
                asked(new Move(SURGERY, Instant.EPOCH, Set.of())), Rule.SESSION_INTO_PAST, units);
        assertRefused(asked(new Block(SURGERY, null, null)), Rule.REQUIRED, units);
        Answer answer =
                side.commands()
                        .send(new Block(SURGERY, null, REASON), by(Role.DEFENCE_PRACTITIONER));
        assertRefused(answer, Rule.NOT_PERMITTED, units);
    }

    @Test
    void anEngagementsNameIsNoSessions() {
        givenBooked();
        for (String id : List.of("B01CN00-2020-11-06T1500", ENGAGEMENT.value(), "nowhere")) {
            SurgeryId nowhere = new SurgeryId(id);
            for (SurgeryCommand command :
                    List.of(
                            new ChangeSession(nowhere, null, "https://meet.example/1", null),
                            new Move(nowhere, HOUR_LATER, Set.of()),
                            new Block(nowhere, null, REASON),
                            new Unblock(nowhere, null))) {
                assertThat(asked(command))
                        .extracting(it -> ((Answer.Refused) it).refusals())
                        .extracting(refusals -> refusals.getFirst().rule())
                        .isEqualTo(Rule.SURGERY_UNKNOWN);
            }
        }
    }

    /** Sessions are blocked and offered again while their slots are booked and given back. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoeverCrossesOnTheWayIsDecidedAnew() throws InterruptedException {
        givenTwoBooked();
        List<Thread> threads =
                Stream.<Runnable>of(
                                () -> {
                                    asked(new Block(SURGERY, null, REASON));
                                    asked(new Unblock(SURGERY, null));
                                },
                                () -> asked(new Move(SURGERY, HOUR_LATER, Set.of())),
                                () -> asked(new Move(SURGERY, START, Set.of())),
                                () -> bookSomething(ENGAGEMENT, Role.DEFENCE_PRACTITIONER),
                                () -> bookSomething(ANOTHER, Role.TRIAGE_OFFICER))
                        .map(
                                work ->
                                        Thread.ofPlatform()
                                                .unstarted(
                                                        () ->
                                                                IntStream.range(0, 30)
                                                                        .forEach(it -> work.run())))
                        .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        Answer answer = asked(new Block(SURGERY, null, REASON), DRY_RUN);
        if (answer instanceof Answer.Refused refused) {
            assertThat(refused.refusals())
                    .extracting(Refusal::rule)
                    .containsExactly(Rule.BLOCKED_ALREADY);
        } else {
            List<Object> last =
                    Stream.of(ENGAGEMENT, ANOTHER)
                            .filter(it -> hasASlot(it))
                            .<Object>map(EngagementId::value)
                            .toList();
            assertThat(((Answer.Foreseen) answer).accepted().released())
                    .containsExactlyInAnyOrderElementsOf(
                            last.stream().map(Object::toString).toList());
        }
    }

    private void bookSomething(EngagementId engagement, Role role) {
        for (Instant start : List.of(START, HOUR_LATER, HOUR_LATER.plus(SLOT))) {
            ask(book(engagement, SURGERY, start), role);
        }
        ask(new CancelBooking(engagement, null), role);
    }

    private boolean hasASlot(EngagementId engagement) {
        return side.stored(engagement).getLast().getPayload() instanceof SlotBooked;
    }
}
