package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.*;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;
import static org.engagementledger.domain.engagement.detail.IssueStatus.AGREED;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.detail.LeaveReason;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class CorrectionTest {

    private static final String T9 = "2020-11-03T09:00:00Z";
    private static final String DAY = "2020-11-20T12:00:00Z";
    private static final EngagementEvent OFFER = pleaOffered("P1", Plea.GUILTY, T9);

    private static EngagementEvent[] all(EngagementEvent... events) {
        return events;
    }

    /** An event that can be corrected, and what had happened before. */
    private static Arguments correctable(
            String name, EngagementEvent event, EngagementEvent... before) {
        return argumentSet(name, event, before);
    }

    @SuppressWarnings("unused")
    private static final List<Arguments> CORRECTABLE =
            List.of(
                    correctable("a new issue", amendedWithIssue("I2"), submitted()),
                    correctable("a new defendant", amendedWithDefendant("D2", "O3"), submitted()),
                    correctable(
                            "an answer to a request",
                            informationGiven("R1"),
                            submitted(),
                            informationRequested("R1")),
                    correctable("a request", informationRequested("R1"), submitted()),
                    correctable(
                            "part of triage", partlyTriaged("I2", answered("I1")), submitted(2)),
                    correctable("triage", triaged(putForward("I1")), submitted()),
                    correctable(
                            "a resolution",
                            resolved(settled("I1", AGREED)),
                            submitted(),
                            triaged(putForward("I1"))),
                    correctable(
                            "a meeting",
                            meetingHeld("15:20", agreed("I1")),
                            submitted(),
                            triaged(putForward("I1")),
                            slotBooked("15:20")),
                    correctable(
                            "a missed meeting",
                            meetingMissed("15:20", Party.DEFENCE),
                            submitted(),
                            triaged(putForward("I1")),
                            slotBooked("15:20")),
                    correctable("an offer", OFFER, submitted()),
                    correctable(
                            "an indication",
                            pleaIndicated("P1", Plea.GUILTY, null, T9),
                            submitted()),
                    correctable(
                            "an offer's withdrawal",
                            pleaOfferWithdrawn("P1", T9),
                            submitted(),
                            OFFER),
                    correctable("a rejection", pleaRejected("P1", T9), submitted(), OFFER),
                    correctable("an agreement", pleaAgreed("P1", T9), submitted(), OFFER),
                    correctable("a relisting", relisted("2020-11-20", "2020-12-01"), submitted()),
                    correctable("a transfer", transferred(FIRM, OTHER_FIRM), submitted()),
                    correctable("a withdrawal", withdrawn(), submitted()),
                    correctable(
                            "a final outcome", outcome(EFFECTIVE, null, null, DAY), submitted()),
                    correctable(
                            "an adjournment",
                            outcome(ADJOURNED, null, "2020-12-04", DAY),
                            submittedBeforeTheFirstHearing()));

    @ParameterizedTest
    @FieldSource("CORRECTABLE")
    void a_correction_makes_the_engagement_as_if_the_event_had_never_been(
            EngagementEvent event, EngagementEvent[] before) {
        EngagementEvent[] history = Arrays.copyOf(before, before.length + 1);
        history[before.length] = event;
        given(history)
                .when(recordInError(before.length))
                .by(coordinator())
                .then(recordedInError(before.length))
                .asIf(before);
    }

    @ParameterizedTest
    @FieldSource("CORRECTABLE")
    void what_has_happened_since_stays(EngagementEvent event, EngagementEvent[] before) {
        EngagementEvent later = pleaOffered("P7", Plea.BIND_OVER, T9);
        EngagementEvent[] history =
                Stream.concat(Stream.of(before), Stream.of(event, later))
                        .toArray(EngagementEvent[]::new);
        EngagementEvent[] without =
                Stream.concat(Stream.of(before), Stream.of(later)).toArray(EngagementEvent[]::new);
        given(history)
                .when(recordInError(before.length))
                .by(coordinator())
                .thenAccepted()
                .asIf(without);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("PUT_RIGHT_OTHERWISE")
    void what_another_command_puts_right_is_not_corrected(String advice, EngagementEvent event) {
        EngagementEvent[] history =
                event instanceof Submitted
                        ? all(event)
                        : all(submitted(), triaged(putForward("I1")), slotBooked("15:20"), event);
        given(history)
                .when(recordInError(history.length - 1))
                .by(coordinator())
                .thenRefused(NOT_CORRECTABLE, "/sequence")
                .saying(advice);
    }

    @SuppressWarnings("unused")
    private static final List<Arguments> PUT_RIGHT_OTHERWISE =
            List.of(
                    Arguments.of(
                            "A submission can't be undone: withdraw the request.", submitted()),
                    Arguments.of(
                            "A booking is moved or cancelled, not corrected.", slotBooked("15:40")),
                    Arguments.of("A place on the waiting list is left, not corrected.", joined()),
                    Arguments.of(
                            "A place that was given up is taken anew, not restored.",
                            left(LeaveReason.ASKED)),
                    Arguments.of(
                            "An offer is accepted, declined or left to end, not corrected.",
                            slotOffered("15:40", "2020-11-04T10:00:00Z")),
                    Arguments.of(
                            "An offer that is over isn't restored: wait for the next.",
                            offerDeclined("15:40")),
                    Arguments.of(
                            "An offer that is over isn't restored: wait for the next.",
                            offerExpired("15:40")),
                    Arguments.of(
                            "An offer that is over isn't restored: wait for the next.",
                            slotOfferWithdrawn("15:40", OfferWithdrawalReason.SLOT_GONE)),
                    Arguments.of(
                            "A slot that was given back is booked again, not restored.",
                            slotReleased("15:20", ReleaseReason.CANCELLED)),
                    Arguments.of(
                            "A correction can't be corrected: record the fact anew.",
                            recordedInError(1)));

    @Nested
    class Refused {

        @Test
        void an_event_that_is_not_there() {
            given(submitted())
                    .when(recordInError(1))
                    .by(coordinator())
                    .thenRefused(EVENT_UNKNOWN, "/sequence")
                    .saying("There is no event 1 in this engagement.");
            given(submitted())
                    .when(recordInError(-1))
                    .by(coordinator())
                    .thenRefused(EVENT_UNKNOWN, "/sequence");
        }

        @Test
        void an_event_that_was_corrected_already_and_a_correction_without_a_reason() {
            given(submitted(), amendedWithIssue("I2"), recordedInError(1))
                    .when(new RecordInError(ENGAGEMENT, 1, null))
                    .by(coordinator())
                    .thenRefusedWith(
                            broken(ALREADY_CORRECTED, "/sequence"),
                            broken(REASON_REQUIRED, "/reason"));
        }

        @Test
        void by_anybody_but_a_coordinator() {
            given(submitted(), withdrawn())
                    .when(recordInError(1))
                    .by(practitioner())
                    .thenRefused(NOT_PERMITTED, "")
                    .saying("This is not for the role of defence practitioner.");
        }
    }

    @Test
    void a_number_is_never_given_twice() {
        Amended next =
                (Amended)
                        given(submitted(), amendedWithIssue("I2"), recordedInError(1))
                                .when(raise(Request.issue()))
                                .by(practitioner())
                                .thenAccepted()
                                .events()
                                .getFirst();
        assertThat(next.issues().getFirst().id().value()).isEqualTo("I3");
    }

    @Test
    void what_was_recorded_in_error_is_not_there_any_more() {
        given(submitted(), OFFER, recordedInError(1))
                .when(agreePlea("P1"))
                .by(lead())
                .thenRefused(PLEA_UNKNOWN, "/plea");
        given(submitted(), amendedWithDefendant("D2", "O3"), recordedInError(1))
                .when(offerPlea("D2", "O3", Plea.GUILTY, null, null))
                .by(practitioner())
                .thenRefused(DEFENDANT_UNKNOWN, "/defendant");
    }
}
