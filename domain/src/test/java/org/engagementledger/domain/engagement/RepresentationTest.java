package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.command.TransferRepresentation;
import org.engagementledger.domain.engagement.command.Withdraw;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepresentationTest {

    @Nested
    class Transfer {

        @Test
        void another_firm_takes_the_case_over_and_with_it_the_claim() {
            Engagement after =
                    given(submitted())
                            .when(transferTo(OTHER_FIRM))
                            .by(coordinator())
                            .then(transferred(FIRM, OTHER_FIRM))
                            .engagementAfter();
            assertThat(after.claim()).contains(ClaimId.of(OTHER_FIRM, URN, Stage.PRE_TRIAL));
        }

        @Test
        void to_the_old_firm_the_engagement_is_gone_and_to_the_new_one_it_is_there() {
            Scenario after = given(submitted(), transferred(FIRM, OTHER_FIRM));
            after.when(withdraw()).by(practitioner()).thenRefused(ENGAGEMENT_UNKNOWN, "");
            after.when(withdraw()).by(practitionerOf(OTHER_FIRM)).thenAccepted();
        }

        @Test
        void a_booked_slot_goes_with_the_case() {
            given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                    .when(transferTo(OTHER_FIRM))
                    .by(coordinator())
                    .then(transferred(FIRM, OTHER_FIRM))
                    .leaving(Engagement.Booked.class);
        }

        @Test
        void a_defendant_who_goes_on_in_person_holds_no_claim_and_a_coordinator_acts() {
            Scenario inPerson = given(submitted(), transferred(FIRM, null));
            assertThat(inPerson.engagement().claim()).isEmpty();
            inPerson.when(withdraw()).by(practitioner()).thenRefused(ENGAGEMENT_UNKNOWN, "");
            inPerson.when(withdraw()).by(coordinator()).then(withdrawn());
        }

        @Test
        void in_person_one_way_of_reaching_is_enough_and_for_a_firm_it_is_not() {
            given(submitted())
                    .when(
                            new TransferRepresentation(
                                    ENGAGEMENT, null, contact("Lee Invented", null, "020 7946")))
                    .by(coordinator())
                    .thenAccepted();
            given(submitted())
                    .when(
                            new TransferRepresentation(
                                    ENGAGEMENT,
                                    OTHER_FIRM,
                                    contact("Max Pattern", null, "020 7946")))
                    .by(coordinator())
                    .thenRefused(REQUIRED, "/contact/email");
        }

        @Test
        void to_the_same_firm_it_is_no_transfer() {
            given(submitted())
                    .when(new TransferRepresentation(ENGAGEMENT, FIRM, null))
                    .by(coordinator())
                    .thenRefusedWith(broken(SAME_FIRM, "/firm"), broken(REQUIRED, "/contact"));
            given(submittedInPerson())
                    .when(transferTo(null))
                    .by(coordinator())
                    .thenRefused(SAME_FIRM, "/inPerson");
        }
    }

    @Nested
    class Withdrawal {

        @Test
        void closes_and_gives_up_the_claim() {
            Scenario.Accepted withdrawn =
                    given(submitted())
                            .when(withdraw())
                            .by(practitioner())
                            .then(withdrawn())
                            .leaving(Engagement.Closed.class);
            assertThat(withdrawn.engagementAfter().claim()).isEmpty();
        }

        @Test
        void gives_a_slot_back_that_is_still_to_come() {
            given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                    .when(withdraw())
                    .by(practitioner())
                    .then(slotReleased("15:20", ReleaseReason.WITHDRAWN), withdrawn())
                    .leaving(Engagement.Closed.class);
        }

        @Test
        void leaves_a_slot_that_has_begun() {
            given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                    .when(withdraw())
                    .by(practitioner())
                    .at("2020-11-05T15:20:00Z")
                    .then(withdrawn());
        }

        @Test
        void says_why() {
            given(submitted())
                    .when(new Withdraw(ENGAGEMENT, null, shared(" ")))
                    .by(practitioner())
                    .thenRefusedWith(
                            broken(REASON_REQUIRED, "/reason"), broken(REQUIRED, "/note/text"));
        }

        @ParameterizedTest
        @EnumSource
        void its_reason_is_a_code_of_the_event(WithdrawalReason reason) {
            assertThat(
                            given(submitted())
                                    .when(new Withdraw(ENGAGEMENT, reason, null))
                                    .by(practitioner())
                                    .thenAccepted()
                                    .events())
                    .extracting(event -> event.reason())
                    .containsExactly(reason.name());
        }

        @Test
        void a_coordinator_does_not_withdraw_for_a_firm() {
            given(submitted())
                    .when(withdraw())
                    .by(coordinator())
                    .thenRefused(ON_BEHALF_OF_IN_PERSON, "")
                    .saying("A coordinator does this on behalf of a litigant in person only.");
        }

        @Test
        void is_final() {
            given(submitted(), withdrawn())
                    .when(withdraw())
                    .by(practitioner())
                    .thenRefused(CLOSED, "");
        }
    }

    @Test
    void nobody_does_anything_with_an_engagement_that_was_never_submitted() {
        given().when(withdraw()).by(practitioner()).thenRefused(ENGAGEMENT_UNKNOWN, "");
        given().when(recordInError(0)).by(coordinator()).thenRefused(ENGAGEMENT_UNKNOWN, "");
    }
}
