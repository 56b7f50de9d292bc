package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.util.List;
import java.util.Set;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.OfferPlea;
import org.engagementledger.domain.engagement.command.TransferRepresentation;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.surgery.SurgeryId;
import org.junit.jupiter.api.Test;

/** What is asked on a version is done on that version only, and a dry run does nothing at all. */
class EngagementsOnConditionsTest extends WithTwoSurgeries {

    private static final Conditions DRY_RUN = new Conditions(null, true);

    private static Conditions at(long version) {
        return new Conditions(Set.of(version), false);
    }

    private Answer ask(EngagementCommand command, Role role, Conditions conditions) {
        return side.commands().send(command, by(role), conditions);
    }

    private static OfferPlea offer() {
        return new OfferPlea(ENGAGEMENT, DEFENDANT, OFFENCE, Plea.GUILTY, null, null);
    }

    @Test
    void theVersionThatIsThereIsWrittenOn() {
        givenBooked();

        assertAccepted(ask(offer(), Role.DEFENCE_PRACTITIONER, at(2)));
        assertAccepted(
                ask(book(ENGAGEMENT, NEXT_SURGERY, NEXT_START), Role.DEFENCE_PRACTITIONER, at(3)));
    }

    @Test
    void anyOtherIsOutdatedAndNothingIsWritten() {
        givenBooked();
        int units = side.written().size();

        for (long version : new long[] {0, 1, 3, 99}) {
            for (EngagementCommand command : List.of(offer(), withdraw())) {
                Answer answer = ask(command, Role.DEFENCE_PRACTITIONER, at(version));
                assertRefused(answer, Rule.VERSION_OUTDATED, units);
                assertThat(((Answer.Refused) answer).refusals())
                        .extracting(refusal -> refusal.details().get("version"))
                        .containsExactly(List.of("2"));
            }
        }
    }

    @Test
    void whoeverMayNotKnowOfItIsToldNoVersion() {
        givenBooked();
        int units = side.written().size();

        assertRefused(ask(offer(), Role.AUDITOR, at(0)), Rule.NOT_PERMITTED, units);
        assertRefused(
                ask(new CancelBooking(ANOTHER, null), Role.DEFENCE_PRACTITIONER, at(0)),
                Rule.ENGAGEMENT_UNKNOWN,
                units);
    }

    @Test
    void whoeverMayNotAskIsNotToldWhetherThereIsOne() {
        givenBooked();
        int units = side.written().size();

        for (EngagementId engagement : List.of(ENGAGEMENT, new EngagementId("nothing"))) {
            CancelBooking cancel = new CancelBooking(engagement, null);
            assertRefused(
                    ask(cancel, Role.HMCTS_CONTACT, Conditions.NONE), Rule.NOT_PERMITTED, units);
            assertRefused(ask(cancel, Role.HMCTS_CONTACT, DRY_RUN), Rule.NOT_PERMITTED, units);
        }
    }

    @Test
    void noConditionIsOnRecord() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        ask(offer(), Role.DEFENCE_PRACTITIONER, at(0));

        assertThat(side.written().getLast())
                .allSatisfy(
                        event ->
                                assertThat(event.getMetaData())
                                        .doesNotContainKeys("expectedVersions", "dryRun"));
    }

    @Test
    void aDryRunForeseesWhatThenHappens() {
        givenBooked();
        int units = side.written().size();

        Answer foreseen = ask(withdraw(), Role.DEFENCE_PRACTITIONER, DRY_RUN);

        assertThat(side.written()).hasSize(units);
        assertThat(foreseen)
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(4, List.of(), List.of()),
                                List.of(
                                        "claim.ClaimReleased",
                                        "surgery.SlotFreed",
                                        "engagement.SlotReleased",
                                        "engagement.Withdrawn")));
        assertThat(ask(withdraw(), Role.DEFENCE_PRACTITIONER))
                .isEqualTo(((Answer.Foreseen) foreseen).accepted());
        assertThat(side.written()).hasSize(units + 1);
    }

    @Test
    void aDryRunTellsWhatWouldComeIntoBeing() {
        givenBooked();

        assertThat(ask(offer(), Role.DEFENCE_PRACTITIONER, DRY_RUN))
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(3, List.of("P1"), List.of()),
                                List.of("engagement.PleaOffered")));
        assertThat(ask(submitInPerson(ANOTHER), Role.COORDINATOR, DRY_RUN))
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(0, List.of(), List.of()),
                                List.of("engagement.Submitted")));
        assertThat(side.stored(ANOTHER)).isEmpty();
    }

    @Test
    void aDryRunSchedulesNothing() {
        SurgeryId another = new SurgeryId("B01CN00-2020-11-19T1500");
        var schedule = schedule(another, NEXT_START.plusSeconds(7 * 24 * 3600));

        Answer foreseen = side.commands().send(schedule, by(Role.COORDINATOR), DRY_RUN);

        assertThat(foreseen)
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(0, List.of(another.value()), List.of()),
                                List.of("surgery.SurgeryScheduled", "courtday.SessionPlaced")));
        assertThat(side.stored(another)).isEmpty();
        assertThat(side.commands().send(schedule, by(Role.COORDINATOR)))
                .isEqualTo(new Answer.Accepted(0, List.of(another.value()), List.of()));
    }

    @Test
    void aDryRunIsRefusedForWhateverTheOtherWouldBe() {
        givenBooked();
        given(submitInPerson(ANOTHER), Role.COORDINATOR);
        given(putForward(ANOTHER), Role.TRIAGE_OFFICER);
        int units = side.written().size();

        for (EngagementCommand command :
                List.of(
                        book(ANOTHER, SURGERY, START),
                        book(ANOTHER, new SurgeryId("nowhere"), START),
                        new CancelBooking(ANOTHER, null))) {
            Answer refused = ask(command, Role.TRIAGE_OFFICER);
            assertThat(refused).isInstanceOf(Answer.Refused.class);
            assertThat(ask(command, Role.TRIAGE_OFFICER, DRY_RUN)).isEqualTo(refused);
        }
        assertRefused(
                ask(offer(), Role.DEFENCE_PRACTITIONER, new Conditions(Set.of(0L), true)),
                Rule.VERSION_OUTDATED,
                units);
        assertRefused(
                ask(submit(new EngagementId("engagement-3")), Role.DEFENCE_PRACTITIONER, DRY_RUN),
                Rule.ALREADY_ENGAGED,
                units);
    }

    @Test
    void aClaimThatAnotherHasIsPointedAtWhereItIsAskedFor() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        given(submitInPerson(ANOTHER), Role.COORDINATOR);
        Contact contact =
                new Contact(personal("Ada Specimen"), personal("a@b.net"), personal("020 7946"));

        Answer transferred =
                ask(new TransferRepresentation(ANOTHER, FIRM, contact), Role.COORDINATOR);
        Answer submitted =
                side.commands().send(submit(new EngagementId("engagement-3")), byDefence());

        assertThat(placeOf(transferred)).isEqualTo("ALREADY_ENGAGED /firm");
        assertThat(placeOf(submitted)).isEqualTo("ALREADY_ENGAGED /urn");
    }

    private static String placeOf(Answer answer) {
        Refusal refusal = ((Answer.Refused) answer).refusals().getFirst();
        return refusal.rule() + " " + refusal.field();
    }
}
