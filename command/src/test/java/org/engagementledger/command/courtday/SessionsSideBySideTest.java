package org.engagementledger.command.courtday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.engagementledger.command.Cases.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.WriteSide;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.courtday.CourtDayId;
import org.engagementledger.domain.courtday.SessionPlaced;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of a court at one time each have a lead of their own, whatever brings them there. */
class SessionsSideBySideTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant TEN_PAST = START.plus(Duration.ofMinutes(10));
    private static final Instant NEXT_DAY = START.plus(Duration.ofDays(1));
    private static final Personal<String> REASON = Personal.known("surgery", "Closed");
    private static final Conditions DRY_RUN = new Conditions(null, true);

    private final WriteSide side = new WriteSide();

    @AfterEach
    void close() {
        side.close();
    }

    private static Schedule session(Instant start, @Nullable String lead) {
        return session(start, lead, null);
    }

    private static Schedule session(
            Instant start, @Nullable String lead, @Nullable Long programme) {
        return new Schedule(
                SurgeryId.of(BROMLEY, start),
                BROMLEY,
                start,
                start.plus(Duration.ofHours(3)),
                Duration.ofMinutes(20),
                Host.lead(lead),
                null,
                programme);
    }

    private Answer asked(SurgeryCommand command) {
        return side.commands().send(command, by(Role.COORDINATOR));
    }

    private Answer.Accepted accepted(SurgeryCommand command) {
        Answer answer = asked(command);
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    private SurgeryId scheduled(Instant start, @Nullable String lead) {
        return new SurgeryId(accepted(session(start, lead)).created().getFirst());
    }

    private void refused(SurgeryCommand command, SurgeryId because) {
        int units = side.written().size();
        assertThat(asked(command))
                .asInstanceOf(type(Answer.Refused.class))
                .extracting(refused -> refused.refusals().getFirst())
                .satisfies(
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo(Rule.SESSION_OVERLAPS);
                            assertThat(refusal.details())
                                    .containsEntry("surgeries", List.of(because.value()));
                        });
        assertThat(side.written()).hasSize(units);
    }

    @Test
    void aSessionAndItsPlaceAreWrittenTogether() {
        scheduled(START, "okafor");

        assertThat(side.lastWritten())
                .hasSize(2)
                .last()
                .isEqualTo(
                        new SessionPlaced(
                                CourtDayId.of(BROMLEY, LondonTime.dateOf(START)),
                                SURGERY,
                                START,
                                START.plus(Duration.ofHours(3)),
                                List.of("okafor")));
        assertThat(side.written().getLast().getLast().getMetaData())
                .containsAllEntriesOf(by(Role.COORDINATOR).metadata())
                .containsEntry("occurredAt", NOW.toString())
                .containsEntry("recordedAt", NOW.toString());
    }

    @Test
    void anExtraSessionGoesBesideAnotherWithAnotherLeadOnly() {
        SurgeryId first = scheduled(START, "okafor");

        refused(session(TEN_PAST, "okafor"), first);
        refused(session(TEN_PAST, null), first);
        scheduled(TEN_PAST, "patel");
    }

    @Test
    void aSessionIsntMovedUponAnotherOfItsLead() {
        SurgeryId first = scheduled(START, "okafor");
        SurgeryId second = scheduled(NEXT_DAY, "okafor");
        SurgeryId third = scheduled(NEXT_DAY.plus(WEEK), "patel");

        refused(new Move(second, TEN_PAST, Set.of()), first);
        accepted(new Move(third, TEN_PAST, Set.of()));
        accepted(new Move(first, START.plus(WEEK), Set.of()));
        accepted(new Move(second, TEN_PAST, Set.of()));
    }

    @Test
    void noLeadIsGivenToBothOrTakenFromOne() {
        SurgeryId first = scheduled(START, "okafor");
        SurgeryId second = scheduled(TEN_PAST, "patel");

        refused(new ChangeSession(second, Host.lead("okafor"), null, null), first);
        refused(new ChangeSession(second, List.of(), null, null), first);
        accepted(new ChangeSession(second, null, "https://meet.example/2", null));
        accepted(new ChangeSession(first, Host.lead("khan"), null, null));
        accepted(new ChangeSession(second, Host.lead("okafor"), null, null));
    }

    @Test
    void aSessionThatIsBlockedAltogetherMakesRoomAndComesBackOnlyIfThereIsRoom() {
        SurgeryId first = scheduled(START, "okafor");
        accepted(new Block(first, List.of(START), REASON));
        refused(session(TEN_PAST, "okafor"), first);
        accepted(new Block(first, null, REASON));
        SurgeryId second = scheduled(TEN_PAST, "okafor");

        refused(new Unblock(first, null), second);
        accepted(new ChangeSession(first, Host.lead("patel"), null, null));
        accepted(new Unblock(first, null));
    }

    @Test
    void aDryRunIsRefusedLikewiseAndOtherwiseNamesWhatWouldBeWritten() {
        scheduled(START, "okafor");
        int units = side.written().size();

        assertThat(side.commands().send(session(TEN_PAST, "okafor"), by(Role.COORDINATOR), DRY_RUN))
                .isInstanceOf(Answer.Refused.class);
        assertThat(side.commands().send(session(TEN_PAST, "patel"), by(Role.COORDINATOR), DRY_RUN))
                .asInstanceOf(type(Answer.Foreseen.class))
                .extracting(Answer.Foreseen::events)
                .isEqualTo(List.of("surgery.SurgeryScheduled", "courtday.SessionPlaced"));
        assertThat(side.written()).hasSize(units);
    }

    @Test
    void schedulingTheSameTwiceIsRefusedAndByTheProgrammeNothing() {
        SurgeryId first = scheduled(START, "okafor");
        int units = side.written().size();

        assertThat(asked(session(START, "okafor")))
                .isEqualTo(
                        new Answer.Refused(
                                Refusal.of(Rule.SURGERY_EXISTS, "")
                                        .with("surgery", List.of(first.value()))));
        accepted(session(START, "okafor", 0L));
        assertThat(side.written()).hasSize(units);
    }

    @Test
    void theDefenceSchedulesNone() {
        assertThat(side.commands().send(session(START, "okafor"), byDefence()))
                .isEqualTo(
                        new Answer.Refused(
                                Refusal.of(Rule.NOT_PERMITTED, "", "defence practitioner")));
    }

    @Test
    void theOldPlaceOfAMovedSessionIsFree() {
        SurgeryId first = scheduled(START, "okafor");
        accepted(new Move(first, NEXT_DAY, Set.of()));

        SurgeryId second = scheduled(START, "okafor");
        assertThat(second).hasToString("B01CN00-2020-11-05T1500-2");
        assertThat(
                        side.stored(second).stream()
                                .map(event -> ((SurgeryScheduled) event.getPayload()).start()))
                .containsExactly(START);
        assertThat(asked(session(START, "okafor")))
                .asInstanceOf(type(Answer.Refused.class))
                .extracting(it -> it.refusals().getFirst().details().get("surgery"))
                .isEqualTo(List.of(second.value()));

        accepted(new Move(second, NEXT_DAY.plus(WEEK), Set.of()));
        assertThat(scheduled(START, "okafor")).hasToString("B01CN00-2020-11-05T1500-3");
    }

    @Test
    void theProgrammeDoesntPutAnotherWhereItsOwnWasMovedAway() {
        accepted(session(START, "okafor", 0L));
        accepted(new Move(SURGERY, NEXT_DAY, Set.of()));
        int units = side.written().size();

        accepted(session(START, "okafor", 0L));

        assertThat(side.written()).hasSize(units);
    }

    /** Ten want the same hour with the same lead, each at a minute of its own. */
    @Test
    @Timeout(60)
    void ofThoseWhoRaceForALeadsTimeOneHasIt() throws InterruptedException {
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> threads =
                IntStream.range(0, 10)
                        .mapToObj(
                                minute ->
                                        Thread.ofPlatform()
                                                .start(
                                                        () ->
                                                                answers.add(
                                                                        asked(
                                                                                session(
                                                                                        START
                                                                                                .plusSeconds(
                                                                                                        60L
                                                                                                                * minute),
                                                                                        "okafor")))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(10).doesNotContainNull();
        assertThat(answers.stream().filter(Answer.Accepted.class::isInstance)).hasSize(1);
        assertThat(
                        answers.stream()
                                .filter(Answer.Refused.class::isInstance)
                                .map(it -> ((Answer.Refused) it).refusals().getFirst().rule()))
                .hasSize(9)
                .containsOnly(Rule.SESSION_OVERLAPS);
    }
}
