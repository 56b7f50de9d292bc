package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.VACATED;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.RequestId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.junit.jupiter.api.Test;

/** A case that goes on and on: what lies far back is forgotten, and nothing else is. */
class LongCaseTest {

    private static final LocalDate FIRST_DAY = date("2020-11-20");
    private static final String AT = "2020-11-03T09:00:00Z";

    private static Scenario after(List<EngagementEvent> history) {
        return given(history.toArray(EngagementEvent[]::new));
    }

    /** Submitted, then relisted by a day, this many times. */
    private static List<EngagementEvent> relistedOften(int times) {
        List<EngagementEvent> history = new ArrayList<>(List.of(submitted()));
        IntStream.range(0, times)
                .forEach(
                        i ->
                                history.add(
                                        relisted(
                                                FIRST_DAY.plusDays(i).toString(),
                                                FIRST_DAY.plusDays(i + 1).toString())));
        return history;
    }

    /** Submitted, then a plea is offered and rejected, this many times. */
    private static List<EngagementEvent> offeredOften(int times) {
        List<EngagementEvent> history = new ArrayList<>(List.of(submitted()));
        IntStream.rangeClosed(1, times)
                .forEach(
                        i -> {
                            history.add(pleaOffered("P" + i, Plea.GUILTY, AT));
                            history.add(pleaRejected("P" + i, AT));
                        });
        return history;
    }

    @Test
    void a_relisting_of_late_is_taken_back() {
        after(relistedOften(100))
                .when(recordInError(100))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.hearingDate()).isEqualTo(FIRST_DAY.plusDays(99)));
    }

    @Test
    void one_of_long_ago_is_not() {
        after(relistedOften(100))
                .when(recordInError(5))
                .by(coordinator())
                .thenRefused(TOO_LONG_AGO, "/sequence")
                .saying(
                        "Too much has happened since for this to be taken back: record the fact anew.");
    }

    @Test
    void as_many_are_taken_back_as_are_known_and_then_no_more() {
        List<EngagementEvent> history = relistedOften(100);
        for (int back = 0; back < Trail.KEPT - 2; back++) {
            LocalDate before = FIRST_DAY.plusDays(99 - back);
            after(history)
                    .when(recordInError(100 - back))
                    .by(coordinator())
                    .thenAccepted()
                    .and(file -> assertThat(file.hearingDate()).isEqualTo(before));
            history.add(recordedInError(100 - back));
        }
        after(history)
                .when(recordInError(100 - (Trail.KEPT - 2)))
                .by(coordinator())
                .thenRefused(TOO_LONG_AGO, "/sequence");
    }

    @Test
    void a_short_trail_can_be_taken_back_to_its_beginning() {
        List<EngagementEvent> history = relistedOften(Trail.KEPT - 1);
        for (int back = Trail.KEPT - 1; back > 0; back--) {
            after(history).when(recordInError(back)).by(coordinator()).thenAccepted();
            history.add(recordedInError(back));
        }
        after(history)
                .when(relist("2020-12-24"))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.hearing().steps()).hasSize(2));
    }

    @Test
    void an_offer_that_waits_is_kept_however_many_have_been_rejected_since() {
        List<EngagementEvent> history = offeredOften(50);
        history.add(1, pleaOffered("P99", Plea.BIND_OVER, AT));
        after(history).when(agreePlea("P99")).by(lead()).thenAccepted();
        after(history).when(recordInError(1)).by(coordinator()).thenAccepted();
    }

    @Test
    void a_rejection_of_long_ago_is_not_taken_back_and_one_of_late_is() {
        after(offeredOften(50))
                .when(recordInError(2))
                .by(coordinator())
                .thenRefused(TOO_LONG_AGO, "/sequence");
        after(offeredOften(50)).when(recordInError(100)).by(coordinator()).thenAccepted();
        after(offeredOften(50))
                .when(rejectPlea("P1"))
                .by(lead())
                .thenRefused(PLEA_UNKNOWN, "/plea");
    }

    @Test
    void an_answer_of_long_ago_is_not_taken_back_and_one_of_late_is() {
        List<EngagementEvent> history = new ArrayList<>(List.of(submitted()));
        for (int i = 1; i <= 50; i++) {
            history.add(informationRequested("R" + i));
            history.add(informationGiven("R" + i));
        }
        after(history)
                .when(recordInError(2))
                .by(coordinator())
                .thenRefused(TOO_LONG_AGO, "/sequence");
        after(history)
                .when(recordInError(100))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.requests().isOpen(new RequestId("R50"))).isTrue());
    }

    @Test
    void what_is_remembered_of_a_case_does_not_grow_with_it() {
        List<EngagementEvent> history = relistedOften(1_000);
        for (int i = 1; i <= 1_000; i++) {
            history.add(informationRequested("R" + i));
            history.add(informationGiven("R" + i));
            history.add(pleaOffered("P" + i, Plea.GUILTY, AT));
            history.add(pleaRejected("P" + i, AT));
        }
        after(history)
                .when(relist("2029-12-24"))
                .by(coordinator())
                .thenAccepted()
                .and(
                        file -> {
                            assertThat(file.hearing().steps()).hasSize(Trail.KEPT);
                            assertThat(file.pleas().entries()).hasSize(PleaRegister.KEPT);
                            assertThat(file.requests().entries()).hasSize(Requests.KEPT);
                        });
    }

    @Test
    void an_outcome_is_not_older_than_the_listing_that_it_ends() {
        given(submitted(), relisted("2020-11-20", "2020-12-01"))
                .when(recordOutcome(VACATED, "K", null, instant("2020-11-03T09:59:00Z")))
                .by(lead())
                .at("2020-11-03T11:00:00Z")
                .thenRefused(OCCURRED_TOO_EARLY, "/occurredAt")
                .saying("This can't have happened before the hearing was listed for its day.");
    }

    @Test
    void an_old_request_that_is_answered_now_is_remembered() {
        List<EngagementEvent> history = new ArrayList<>(List.of(submitted()));
        history.add(informationRequested("R1"));
        for (int i = 2; i <= 40; i++) {
            history.add(informationRequested("R" + i));
            history.add(informationGiven("R" + i));
        }
        history.add(informationGiven("R1"));
        after(history)
                .when(recordInError(history.size() - 1))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.requests().isOpen(new RequestId("R1"))).isTrue());
    }
}
