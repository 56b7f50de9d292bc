package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.util.List;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.claim.ClaimReleased;
import org.engagementledger.domain.claim.ClaimTaken;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.command.TransferRepresentation;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.junit.jupiter.api.Test;

/**
 * A firm has one open engagement per case and stage: claims are written with what they follow from.
 */
class EngagementsAndClaimsTest extends WithTwoSurgeries {

    @Test
    void aSubmissionTakesTheClaim() {
        assertThat(ask(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER))
                .isEqualTo(new Answer.Accepted(0, List.of(), List.of()));
        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new ClaimTaken(CLAIM, ENGAGEMENT), submitted(ENGAGEMENT));
    }

    @Test
    void aSecondForTheSameCaseWritesNothingAndNamesTheFirst() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        int units = side.written().size();

        Answer answer = ask(submit(ANOTHER), Role.DEFENCE_PRACTITIONER);

        assertRefused(answer, Rule.ALREADY_ENGAGED, units);
        assertThat(((Answer.Refused) answer).refusals().getFirst().details())
                .containsEntry("engagement", List.of("engagement-1"));
        assertThat(side.stored(ANOTHER)).isEmpty();
    }

    @Test
    void theSameSubmissionTwiceIsRefused() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        int units = side.written().size();

        assertRefused(
                ask(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER), Rule.ALREADY_SUBMITTED, units);
    }

    @Test
    void aWithdrawalInErrorTakesTheClaimAgain() {
        givenBooked();
        given(withdraw(), Role.DEFENCE_PRACTITIONER);
        long withdrawal = side.stored(ENGAGEMENT).getLast().getSequenceNumber();
        given(
                new RecordInError(ENGAGEMENT, withdrawal, shared("The wrong case")),
                Role.COORDINATOR);

        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new ClaimTaken(CLAIM, ENGAGEMENT),
                        new RecordedInError(
                                ENGAGEMENT, withdrawal, shared("The wrong case"), null));
    }

    @Test
    void anEventThatIsNotThereCannotBeInError() {
        givenBooked();
        int units = side.written().size();

        for (long sequence : new long[] {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertRefused(
                    ask(
                            new RecordInError(ENGAGEMENT, sequence, shared("A slip")),
                            Role.COORDINATOR),
                    Rule.EVENT_UNKNOWN,
                    units);
        }
    }

    @Test
    void withTheRepresentationGoesTheClaim() {
        givenBooked();
        FirmId newFirm = new FirmId("firm-pattern");
        given(new TransferRepresentation(ENGAGEMENT, newFirm, contact()), Role.COORDINATOR);

        assertThat(side.lastWritten())
                .hasSize(3)
                .contains(
                        new ClaimReleased(CLAIM, ENGAGEMENT),
                        new ClaimTaken(ClaimId.of(newFirm, URN, Stage.PRE_TRIAL), ENGAGEMENT))
                .hasAtLeastOneElementOfType(RepresentationTransferred.class);
    }

    private static Contact contact() {
        return new Contact(
                personal("Bo Pattern"), personal("bo@pattern.cjsm.net"), personal("020 7946 0001"));
    }
}
