package org.engagementledger.domain.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.CallOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Notify;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordFailure;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordSent;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Remind;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrespondenceTest {

    private static final EngagementId ENGAGEMENT = new EngagementId("engagement-1");
    private static final CorrespondenceId ID = CorrespondenceId.of(ENGAGEMENT);
    private static final Actor POLICY = new Actor("invitations", Role.SYSTEM, null);
    private static final Instant NOW = Instant.parse("2020-11-02T09:00:00Z");
    private static final Instant THREE = Instant.parse("2020-11-05T15:00:00Z");
    private static final Instant FOUR = Instant.parse("2020-11-05T16:00:00Z");
    private static final Recipient LEAD =
            recipient("lead-1", Part.LEAD, "lead@example.cjsm.net", Delivery.MAIL);
    private static final Recipient DEFENCE =
            recipient("defence-1", Part.DEFENCE, "pat@example.com", Delivery.MAIL);
    private static final Recipient SUCCESSOR =
            recipient("defence-2", Part.DEFENCE, "sam@example.com", Delivery.MAIL);
    private static final Personal<String> NAME = Personal.known("case", "Pat Example");

    private Correspondence correspondence = Correspondence.empty();
    private Instant now = NOW;

    private static Recipient recipient(String id, Part part, String address, Delivery delivery) {
        return new Recipient(
                id,
                part,
                part == Part.LEAD ? "prosecutor" : null,
                part == Part.DEFENCE ? new FirmId("example-and-co") : null,
                Personal.known("case/" + id, address),
                false,
                delivery);
    }

    private static Appointment at(Instant start, @Nullable String joinLink) {
        return new Appointment(
                new Slot(SurgeryId.of("B01CN00", THREE), start, start.plus(Duration.ofMinutes(20))),
                joinLink,
                new Court("B01CN00", "Bromley Magistrates' Court"),
                new Urn("01ZD0303920"),
                Stage.PRE_TRIAL,
                LocalDate.of(2020, 12, 18),
                List.of(IssueCategory.DISCLOSURE));
    }

    private Cause event(long sequence) {
        return new Cause(ENGAGEMENT.value(), sequence, now);
    }

    private Invite book(long sequence, Instant start, Recipient... recipients) {
        return new Invite(
                ID,
                ENGAGEMENT,
                event(sequence),
                true,
                at(start, null),
                "surgery@example.org",
                NAME,
                List.of(recipients),
                List.of(LEAD, DEFENCE, SUCCESSOR));
    }

    private Invite change(Cause cause, Appointment appointment, Recipient... recipients) {
        return new Invite(
                ID,
                ENGAGEMENT,
                cause,
                false,
                appointment,
                "another@example.org",
                NAME,
                List.of(recipients),
                List.of(LEAD, DEFENCE, SUCCESSOR));
    }

    private CallOff callOff(long sequence) {
        return new CallOff(ID, ENGAGEMENT, event(sequence), List.of(LEAD, DEFENCE, SUCCESSOR));
    }

    private Remind remind(Instant start) {
        return new Remind(ID, ENGAGEMENT, start, NAME, List.of(LEAD, DEFENCE, SUCCESSOR));
    }

    private List<CorrespondenceEvent> after(CorrespondenceCommand... commands) {
        List<CorrespondenceEvent> last = List.of();
        for (CorrespondenceCommand command : commands) {
            Decision<CorrespondenceEvent> decision = correspondence.decide(command, POLICY, now);
            assertThat(decision.refusals()).isEmpty();
            last = ((Decision.Accepted<CorrespondenceEvent>) decision).events();
            last.forEach(event -> correspondence = correspondence.evolve(event));
        }
        return last;
    }

    private static InvitationPrepared only(List<CorrespondenceEvent> events) {
        assertThat(events).hasSize(1);
        return (InvitationPrepared) events.getFirst();
    }

    private static String uid(int meeting) {
        return Correspondence.uid(ENGAGEMENT, meeting);
    }

    private static List<String> ids(InvitationPrepared letter) {
        return letter.recipients().stream().map(Recipient::id).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void nobodyButTheLedgersOwnPoliciesWrites(Role role) {
        Decision<CorrespondenceEvent> decision =
                correspondence.decide(
                        book(3, THREE, DEFENCE), new Actor("somebody", role, null), now);

        assertThat(decision.refusals()).extracting(Refusal::rule).contains(Rule.NOT_PERMITTED);
    }

    @Nested
    class Inviting {

        @Test
        void aBookingInvitesEverybodyToANewMeeting() {
            InvitationPrepared letter = only(after(book(3, THREE, LEAD, DEFENCE)));

            assertThat(letter.method()).isEqualTo(Method.REQUEST);
            assertThat(letter.uid()).isEqualTo(uid(1));
            assertThat(letter.sequence()).isZero();
            assertThat(letter.letter()).isEqualTo(1);
            assertThat(ids(letter)).containsExactly("lead-1", "defence-1");
        }

        @Test
        void whatCalendarsCallTheMeetingSaysNothingOfTheEngagement() {
            assertThat(only(after(book(3, THREE, LEAD, DEFENCE))).uid())
                    .matches("[0-9a-f-]{36}")
                    .isNotEqualTo(Correspondence.uid(ENGAGEMENT, 2))
                    .isNotEqualTo(Correspondence.uid(new EngagementId("engagement-2"), 1));
        }

        @Test
        void theSameEventDoesSoOnce() {
            after(book(3, THREE, LEAD, DEFENCE));

            assertThat(after(book(3, FOUR, LEAD, DEFENCE))).isEmpty();
            assertThat(after(book(2, FOUR, LEAD, DEFENCE))).isEmpty();
        }

        @Test
        void aMoveIsTheSameMeetingInItsNextVersion() {
            after(book(3, THREE, LEAD, DEFENCE));
            InvitationPrepared letter = only(after(book(5, FOUR, LEAD, DEFENCE)));

            assertThat(letter.method()).isEqualTo(Method.REQUEST);
            assertThat(letter.uid()).isEqualTo(uid(1));
            assertThat(letter.sequence()).isEqualTo(1);
            assertThat(letter.appointment().slot().start()).isEqualTo(FOUR);
        }

        @Test
        void aCancellationIsOfTheSameMeetingAndTheNextBookingOfAnother() {
            after(book(3, THREE, LEAD, DEFENCE));
            InvitationPrepared cancelled = only(after(callOff(4)));
            InvitationPrepared again = only(after(book(5, THREE, LEAD, DEFENCE)));

            assertThat(cancelled.method()).isEqualTo(Method.CANCEL);
            assertThat(cancelled.uid()).isEqualTo(uid(1));
            assertThat(cancelled.sequence()).isEqualTo(1);
            assertThat(cancelled.organiser()).isEqualTo("surgery@example.org");
            assertThat(ids(cancelled)).containsExactly("lead-1", "defence-1");
            assertThat(again.uid()).isEqualTo(uid(2));
            assertThat(again.sequence()).isZero();
            assertThat(again.letter()).isEqualTo(3);
        }

        @Test
        void whatWasNeverBookedIsNotCalledOff() {
            assertThat(after(callOff(4))).isEmpty();
        }

        @Test
        void aChangeOfTheSessionIsTheNextVersionUnderTheSameOrganiser() {
            after(book(3, THREE, LEAD, DEFENCE));
            Cause session = new Cause("B01CN00-2020-11-05T1500", 7, now);
            Invite changed = change(session, at(THREE, "https://meet.example/1"), LEAD, DEFENCE);
            InvitationPrepared letter = only(after(changed));

            assertThat(letter.sequence()).isEqualTo(1);
            assertThat(letter.organiser()).isEqualTo("surgery@example.org");
            assertThat(after(changed)).isEmpty();
        }

        @Test
        void whatLeavesTheInvitationAsItIsIsNotWritten() {
            after(book(3, THREE, LEAD, DEFENCE));

            assertThat(after(change(event(4), at(THREE, null), LEAD, DEFENCE))).isEmpty();
        }

        @Test
        void aChangeOfASlotThatTheEngagementNoLongerHasIsNotWritten() {
            after(book(3, THREE, LEAD, DEFENCE), book(5, FOUR, LEAD, DEFENCE));

            assertThat(after(change(event(6), at(THREE, "https://meet.example/1"), LEAD)))
                    .isEmpty();
        }

        @Test
        void whoeverIsNoLongerToComeIsToldThatAndNotWhoComesInstead() {
            after(book(3, THREE, LEAD, DEFENCE));
            List<CorrespondenceEvent> letters =
                    after(change(event(4), at(THREE, null), LEAD, SUCCESSOR));

            assertThat(letters)
                    .map(InvitationPrepared.class::cast)
                    .extracting(
                            InvitationPrepared::letter,
                            InvitationPrepared::method,
                            InvitationPrepared::uid,
                            InvitationPrepared::sequence,
                            CorrespondenceTest::ids,
                            InvitationPrepared::requester)
                    .containsExactly(
                            tuple(
                                    2,
                                    Method.CANCEL,
                                    uid(1),
                                    1,
                                    List.of("defence-1"),
                                    null),
                            tuple(
                                    3,
                                    Method.REQUEST,
                                    uid(1),
                                    1,
                                    List.of("lead-1", "defence-2"),
                                    NAME));
            assertThat(ids(only(after(callOff(5))))).containsExactly("lead-1", "defence-2");
        }

        @Test
        void ifEverybodyIsSomebodyElseItIsStillTheSameMeeting() {
            after(book(3, THREE, DEFENCE), change(event(4), at(THREE, null), SUCCESSOR));
            InvitationPrepared moved = only(after(book(6, FOUR, SUCCESSOR)));

            assertThat(moved.uid()).isEqualTo(uid(1));
            assertThat(moved.sequence()).isEqualTo(2);
        }

        @Test
        void aBookingAfterAMeetingHasBegunIsOfAnother() {
            after(book(3, THREE, LEAD, DEFENCE));
            now = THREE;
            Instant nextWeek = THREE.plus(Duration.ofDays(7));

            assertThat(only(after(book(5, nextWeek, LEAD, DEFENCE))).uid())
                    .isEqualTo(uid(2));
        }

        @Test
        void nobodyIsInvitedToWhatHasBegun() {
            Invite late = book(3, THREE, LEAD, DEFENCE);
            now = THREE;

            assertThat(after(late)).isEmpty();
        }

        @Test
        void nobodyIsToldThatWhatHasBegunIsOff() {
            after(book(3, THREE, LEAD, DEFENCE));
            CallOff late = callOff(4);
            now = THREE;

            assertThat(after(late)).isEmpty();
        }
    }

    @Nested
    class Reminding {

        @Test
        void whoeverIsInvitedIsRemindedOnce() {
            after(book(3, THREE, DEFENCE));

            assertThat(after(remind(THREE)))
                    .map(ReminderPrepared.class::cast)
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.uid()).isEqualTo(uid(1));
                                assertThat(letter.letter()).isEqualTo(2);
                                assertThat(letter.recipients()).containsExactly(DEFENCE);
                            });
            assertThat(after(remind(THREE))).isEmpty();
        }

        @Test
        void nobodyIsRemindedOfWhatWasMovedOrCalledOffOrHasBegun() {
            after(book(3, THREE, DEFENCE), book(5, FOUR, DEFENCE));
            assertThat(after(remind(THREE))).isEmpty();

            Instant before = now;
            now = FOUR;
            assertThat(after(remind(FOUR))).isEmpty();

            now = before;
            after(callOff(6));
            assertThat(after(remind(FOUR))).isEmpty();
        }

        @Test
        void aMeetingThatIsMovedIsRemindedOfAgain() {
            after(book(3, THREE, DEFENCE), remind(THREE), book(5, FOUR, DEFENCE));

            assertThat(after(remind(FOUR))).hasSize(1);
        }

        @Test
        void aChangeOfTheLinkIsNoReasonToRemindAgain() {
            after(
                    book(3, THREE, DEFENCE),
                    remind(THREE),
                    change(event(4), at(THREE, "https://meet.example/1"), DEFENCE));

            assertThat(after(remind(THREE))).isEmpty();
        }
    }

    @Test
    void theCoordinatorIsToldOnceOfEachKindAndEvent() {
        Recipient coordinator =
                recipient(
                        "coordinator-1",
                        Part.COORDINATOR,
                        "coordinator@example.org",
                        Delivery.NO_SERVER);
        SurgeryId surgery = SurgeryId.of("B01CN00", THREE);
        CorrespondenceId about = CorrespondenceId.of(surgery);
        Cause cause = new Cause(surgery.value(), 0, now);
        Notify noLink =
                new Notify(
                        about,
                        null,
                        surgery,
                        cause,
                        NoticeKind.NO_JOIN_LINK,
                        "surgery@example.org",
                        coordinator);
        Notify released =
                new Notify(
                        about,
                        null,
                        surgery,
                        cause,
                        NoticeKind.BOOKING_RELEASED,
                        "surgery@example.org",
                        coordinator);

        assertThat(after(noLink)).hasSize(1);
        assertThat(after(noLink)).isEmpty();
        assertThat(after(released)).hasSize(1);
        assertThat(correspondence.outgoing()).isEmpty();
    }

    @Nested
    class Sending {

        private RecordSent sent(int letter, String recipient) {
            return new RecordSent(ID, letter, recipient, "<1@example.org>");
        }

        private RecordFailure failed(int letter, MailFailure why) {
            return new RecordFailure(ID, letter, "defence-1", why);
        }

        @Test
        void aLetterIsOnRecordAsSentToSomebodyOnce() {
            after(book(3, THREE, LEAD, DEFENCE));

            assertThat(after(sent(1, "defence-1")))
                    .containsExactly(
                            new MailSent(ID, ENGAGEMENT, 1, "defence-1", "<1@example.org>", 1));
            assertThat(after(sent(1, "defence-1"))).isEmpty();
            assertThat(after(sent(1, "lead-1"))).hasSize(1);
            assertThat(correspondence.outgoing()).isEmpty();
        }

        @Test
        void whatWasNeverWrittenOrIsOnlyKeptIsNotSent() {
            Recipient kept =
                    recipient("defence-1", Part.DEFENCE, "pat@example.com", Delivery.NO_SERVER);
            after(book(3, THREE, kept));

            assertThat(after(sent(1, "defence-1"))).isEmpty();
            assertThat(after(sent(2, "defence-1"))).isEmpty();
        }

        @Test
        void whatFailsIsTriedAgainLaterAndLaterAndThenGivenUp() {
            Instant nextMonth = THREE.plus(Duration.ofDays(30));
            after(book(3, nextMonth, DEFENCE));
            List<Duration> pauses = new ArrayList<>();
            List<CorrespondenceEvent> last = after(failed(1, MailFailure.SERVER_UNREACHABLE));
            while (last.getFirst() instanceof MailFailed again) {
                pauses.add(Duration.between(now, again.nextAttempt()));
                now = again.nextAttempt();
                last = after(failed(1, MailFailure.SERVER_UNREACHABLE));
            }

            assertThat(pauses).isEqualTo(Correspondence.BACK_OFF).isSorted();
            assertThat(last)
                    .containsExactly(
                            new MailGivenUp(
                                    ID,
                                    ENGAGEMENT,
                                    1,
                                    "defence-1",
                                    MailFailure.SERVER_UNREACHABLE,
                                    8));
            assertThat(after(failed(1, MailFailure.SERVER_UNREACHABLE))).isEmpty();
            assertThat(correspondence.outgoing()).isEmpty();
        }

        @Test
        void whatIsRefusedForGoodIsGivenUpAtOnce() {
            List<MailFailure> lasting =
                    Arrays.stream(MailFailure.values()).filter(MailFailure::isLasting).toList();
            for (MailFailure why : lasting) {
                correspondence = Correspondence.empty();
                after(book(3, THREE, DEFENCE));
                assertThat(after(failed(1, why))).singleElement().isInstanceOf(MailGivenUp.class);
            }
            assertThat(lasting).contains(MailFailure.RECIPIENT_REFUSED);
        }

        @Test
        void nothingIsTriedAgainOnceTheMeetingHasBegun() {
            after(book(3, THREE, DEFENCE));
            now = THREE.minusSeconds(30);

            assertThat(after(failed(1, MailFailure.TRY_LATER)))
                    .singleElement()
                    .isInstanceOf(MailGivenUp.class);
        }

        @Test
        void whatWasSentAtTheSecondAttemptSaysSo() {
            after(book(3, THREE, DEFENCE), failed(1, MailFailure.TRY_LATER));

            assertThat(after(sent(1, "defence-1")))
                    .map(MailSent.class::cast)
                    .extracting(MailSent::attempt)
                    .containsExactly(2);
        }
    }
}
