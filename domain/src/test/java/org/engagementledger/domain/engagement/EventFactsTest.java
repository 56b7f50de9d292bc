package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Words.*;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.detail.LeaveReason;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What every event says of itself: when it happened, why, and what came into being. */
class EventFactsTest {

    private static final String T9 = "2020-11-03T09:00:00Z";

    private static Arguments says(EngagementEvent event, String at, String why, String created) {
        return argumentSet(
                event.getClass().getSimpleName() + " " + why + " " + created,
                event,
                at == null ? null : Instant.parse(at),
                why,
                created);
    }

    @SuppressWarnings("unused")
    private static final List<Arguments> EVENTS =
            List.of(
                    says(submitted(), null, null, null),
                    says(amendedWithIssue("I2"), null, null, null),
                    says(informationRequested("R1"), null, null, "R1"),
                    says(triageEscalated("2020-11-02T09:00:00Z"), null, null, null),
                    says(partlyTriaged("I2", answered("I1")), null, null, null),
                    says(triaged(answered("I1")), null, null, null),
                    says(resolved(), null, null, null),
                    says(joined(), null, null, null),
                    says(left(LeaveReason.CLOSED), null, "CLOSED", null),
                    says(slotOffered("15:20", T9), null, null, null),
                    says(offerDeclined("15:20"), null, null, null),
                    says(offerExpired("15:20"), null, null, null),
                    says(
                            slotOfferWithdrawn("15:20", OfferWithdrawalReason.TOO_LATE),
                            null,
                            "TOO_LATE",
                            null),
                    says(slotBooked("15:20"), null, null, null),
                    says(slotReleased("15:20", ReleaseReason.MOVED), null, "MOVED", null),
                    says(meetingHeld("15:20", instant(T9)), T9, null, null),
                    says(meetingMissed("15:20", Party.HMCTS), "2020-11-05T15:20:00Z", null, null),
                    says(pleaOffered("P1", Plea.GUILTY, T9), T9, null, "P1"),
                    says(pleaOfferWithdrawn("P1", T9), T9, null, null),
                    says(pleaIndicated("P2", Plea.GUILTY, null, T9), T9, null, "P2"),
                    says(pleaRejected("P1", T9), T9, null, null),
                    says(pleaAgreed("P1", T9), T9, null, null),
                    says(relisted("2020-11-20", "2020-12-01"), null, null, null),
                    says(transferred(FIRM, OTHER_FIRM), null, null, null),
                    says(withdrawn(), null, "NO_LONGER_NEEDED", null),
                    says(outcome(ListingResult.EFFECTIVE, null, null, T9), T9, "EFFECTIVE", null),
                    says(
                            outcome(ListingResult.VACATED, "K", "2021-01-11", T9),
                            T9,
                            "VACATED:K",
                            null),
                    says(recordedInError(1), null, null, null));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void an_event_says_when_it_happened_why_and_what_came_into_being(
            EngagementEvent event, Instant occurredAt, String reason, String created) {
        assertThat(event.engagement()).isEqualTo(ENGAGEMENT);
        assertThat(event.occurredAt()).isEqualTo(occurredAt);
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.created()).isEqualTo(created);
    }

    @Test
    void no_event_is_left_out() {
        assertThat(EVENTS.stream().<Class<?>>map(event -> event.get()[0].getClass()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(EngagementEvent.class.getPermittedSubclasses()));
    }

    @Test
    void a_notice_tells_whoever_asked_in_a_sentence() {
        assertThat(Notice.SLOT_STRANDED.sentence())
                .isEqualTo(
                        "The booked slot no longer lies in time before the hearing: move or cancel"
                                + " it.");
        assertThat(Notice.SHORT_NOTICE.sentence()).startsWith("Accepted at short notice");
    }
}
