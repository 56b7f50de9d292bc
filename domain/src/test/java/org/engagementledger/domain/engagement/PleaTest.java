package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Plea.*;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.Consideration;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.engagementledger.domain.engagement.event.PleaAgreed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PleaTest {

    private static final String NOW = "2020-11-03T10:00:00Z";
    private static final String EARLIER = "2020-11-03T09:00:00Z";

    private static Scenario offered() {
        return given(submitted(), pleaOffered("P1", GUILTY, EARLIER));
    }

    @Nested
    class Offering {

        @Test
        void a_plea_is_offered_on_one_offence_of_one_defendant() {
            given(submitted())
                    .when(offerPlea(GUILTY))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOffered("P1", GUILTY, NOW));
        }

        @Test
        void pleas_are_numbered_offers_and_indications_alike() {
            given(submitted(), pleaIndicated("P1", GUILTY, null, EARLIER))
                    .when(offerPlea(GUILTY))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOffered("P2", GUILTY, NOW));
        }

        @Test
        void a_plea_may_be_offered_when_the_issues_are_settled() {
            given(submitted(), triaged(answered("I1")), resolved())
                    .when(offerPlea(BIND_OVER))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOffered("P1", BIND_OVER, NOW));
        }

        @Test
        void the_defendant_is_in_the_engagement_and_charged_with_the_offence() {
            given(submitted())
                    .when(offerPlea("D2", "O1", GUILTY, null, null))
                    .by(practitioner())
                    .thenRefused(DEFENDANT_UNKNOWN, "/defendant");
            given(submitted())
                    .when(offerPlea("D1", "O7", GUILTY, null, null))
                    .by(practitioner())
                    .thenRefused(OFFENCE_UNKNOWN, "/offence")
                    .saying("The defendant isn't charged with such an offence here.");
        }

        @Test
        void one_defendants_offence_is_not_anothers() {
            given(submitted(), amendedWithDefendant("D2", "O3"))
                    .when(offerPlea("D2", "O1", GUILTY, null, null))
                    .by(practitioner())
                    .thenRefused(OFFENCE_UNKNOWN, "/offence");
            given(submitted(), amendedWithDefendant("D2", "O3"))
                    .when(offerPlea("D2", "O3", GUILTY, null, null))
                    .by(practitioner())
                    .thenAccepted();
        }

        @Test
        void a_basis_is_shared() {
            given(submitted())
                    .when(offerPlea("D1", "O1", GUILTY_ON_A_BASIS, defenceOnly("One."), null))
                    .by(practitioner())
                    .thenRefused(MUST_BE_SHARED, "/basis/visibility");
        }

        @Test
        void an_offer_was_not_made_in_the_future_nor_before_the_request() {
            given(submitted())
                    .when(offerPlea("D1", "O1", GUILTY, null, instant("2020-11-03T10:00:01Z")))
                    .by(practitioner())
                    .at(NOW)
                    .thenRefused(OCCURRED_IN_FUTURE, "/occurredAt");
            given(submitted())
                    .when(offerPlea("D1", "O1", GUILTY, null, instant("2020-11-02T08:59:59Z")))
                    .by(practitioner())
                    .at(NOW)
                    .thenRefused(OCCURRED_TOO_EARLY, "/occurredAt")
                    .saying("This can't have happened before the request was received.");
        }

        @Test
        void everything_that_is_wrong_comes_back_together() {
            given(submitted())
                    .when(offerPlea("D9", "O1", null, shared(" "), instant("2020-11-04T00:00:00Z")))
                    .by(practitioner())
                    .at(NOW)
                    .thenRefusedWith(
                            broken(DEFENDANT_UNKNOWN, "/defendant"),
                            broken(REQUIRED, "/plea"),
                            broken(REQUIRED, "/basis"),
                            broken(OCCURRED_IN_FUTURE, "/occurredAt"));
        }
    }

    @Nested
    class WhatTheProsecutionWouldAccept {

        @Test
        void is_indicated_unasked() {
            given(submitted())
                    .when(indicatePlea(GUILTY_TO_A_LESSER_OFFENCE, shared("Attempted theft.")))
                    .by(lead())
                    .at(NOW)
                    .then(
                            pleaIndicated(
                                    "P1",
                                    GUILTY_TO_A_LESSER_OFFENCE,
                                    shared("Attempted theft."),
                                    NOW));
        }

        @Test
        void is_not_an_offer_that_could_be_agreed_or_rejected_or_withdrawn() {
            Scenario indicated = given(submitted(), pleaIndicated("P1", GUILTY, null, EARLIER));
            indicated
                    .when(agreePlea("P1"))
                    .by(lead())
                    .thenRefused(NOT_AN_OFFER, "/plea")
                    .saying("P1 is what the prosecution would accept, not an offer.");
            indicated.when(rejectPlea("P1")).by(lead()).thenRefused(NOT_AN_OFFER, "/plea");
            indicated
                    .when(withdrawOffer("P1"))
                    .by(practitioner())
                    .thenRefused(NOT_AN_OFFER, "/plea");
        }

        @Test
        void needs_words_where_an_offer_would() {
            given(submitted())
                    .when(indicatePlea(GUILTY_ON_A_BASIS, null))
                    .by(lead())
                    .thenRefused(BASIS_REQUIRED, "/basis");
        }
    }

    @Nested
    class Answering {

        @Test
        void a_lead_agrees_on_their_authority_and_says_whether_the_victim_was_heard() {
            PleaAgreed agreed =
                    (PleaAgreed)
                            offered()
                                    .when(agreePlea("P1"))
                                    .by(lead())
                                    .at(NOW)
                                    .then(pleaAgreed("P1", NOW))
                                    .events()
                                    .getFirst();
            assertThat(agreed.authority()).isEqualTo(lead().id());
            assertThat(agreed.victimsViews().visibility()).isEqualTo(Visibility.PROSECUTION_ONLY);
        }

        @Test
        void without_a_word_on_the_victims_views_nothing_is_agreed() {
            offered().when(agreePlea("P1", null)).by(lead()).thenRefused(REQUIRED, "/victimsViews");
        }

        @ParameterizedTest
        @EnumSource
        void whether_they_were_considered_is_recorded_not_judged(Consideration consideration) {
            offered()
                    .when(agreePlea("P1", new VictimsViews(consideration, null)))
                    .by(lead())
                    .thenAccepted();
        }

        @Test
        void a_rejection_says_why() {
            offered().when(rejectPlea("P1")).by(lead()).at(NOW).then(pleaRejected("P1", NOW));
            offered()
                    .when(rejectPlea("P1", null))
                    .by(lead())
                    .thenRefused(REASON_REQUIRED, "/reason");
        }

        @Test
        void an_answer_does_not_come_before_the_offer() {
            given(submitted(), pleaOffered("P1", GUILTY, EARLIER))
                    .when(withdrawOffer("P1", instant("2020-11-03T08:00:00Z")))
                    .by(practitioner())
                    .at(NOW)
                    .thenRefused(OCCURRED_TOO_EARLY, "/occurredAt");
        }

        @Test
        void an_offer_that_is_unknown_is_not_answered() {
            offered()
                    .when(agreePlea("P2"))
                    .by(lead())
                    .thenRefused(PLEA_UNKNOWN, "/plea")
                    .saying("There is no such plea here, or nothing more can be done about it.");
        }
    }

    @Nested
    class NothingIsEdited {

        @Test
        void an_open_offer_and_an_agreed_one_may_be_withdrawn() {
            offered()
                    .when(withdrawOffer("P1"))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOfferWithdrawn("P1", NOW));
            given(
                            submitted(),
                            pleaOffered("P1", GUILTY, EARLIER),
                            pleaAgreed("P1", "2020-11-03T09:30:00Z"))
                    .when(withdrawOffer("P1"))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOfferWithdrawn("P1", NOW));
        }

        @Test
        void what_was_rejected_is_offered_anew_not_again() {
            Scenario rejected =
                    given(
                            submitted(),
                            pleaOffered("P1", GUILTY, EARLIER),
                            pleaRejected("P1", EARLIER));
            rejected.when(agreePlea("P1"))
                    .by(lead())
                    .thenRefused(PLEA_NOT_PENDING, "/plea")
                    .saying("The offer P1 is no longer open: it is rejected.");
            rejected.when(withdrawOffer("P1"))
                    .by(practitioner())
                    .thenRefused(PLEA_NOT_PENDING, "/plea");
            rejected.when(offerPlea(GUILTY))
                    .by(practitioner())
                    .at(NOW)
                    .then(pleaOffered("P2", GUILTY, NOW));
        }

        @Test
        void what_was_withdrawn_or_agreed_is_not_answered() {
            given(
                            submitted(),
                            pleaOffered("P1", GUILTY, EARLIER),
                            pleaOfferWithdrawn("P1", EARLIER))
                    .when(rejectPlea("P1"))
                    .by(lead())
                    .thenRefused(PLEA_NOT_PENDING, "/plea");
            given(submitted(), pleaOffered("P1", GUILTY, EARLIER), pleaAgreed("P1", EARLIER))
                    .when(agreePlea("P1"))
                    .by(lead())
                    .thenRefused(PLEA_NOT_PENDING, "/plea");
        }

        @Test
        void the_register_tells_where_a_plea_stands() {
            offered()
                    .when(agreePlea("P1"))
                    .by(lead())
                    .at(NOW)
                    .thenAccepted()
                    .and(
                            file ->
                                    assertThat(file.pleas().standing(new PleaId("P1")))
                                            .contains(
                                                    new PleaRegister.Standing(
                                                            PleaStatus.AGREED, instant(NOW))));
        }
    }
}
