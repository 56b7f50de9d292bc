package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.engagementledger.command.Cases.*;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.claim.ClaimReleased;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.Resolve;
import org.engagementledger.domain.engagement.command.Withdraw;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.engagementledger.domain.engagement.event.Resolved;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.engagement.event.Triaged;
import org.engagementledger.domain.engagement.event.Withdrawn;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SurgeryId;
import org.junit.jupiter.api.Test;

/** What an engagement and its surgery write, they write together. */
class EngagementsAndSlotsTest extends WithTwoSurgeries {

    @Test
    void triageWritesToTheEngagementAlone() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        given(putForward(ENGAGEMENT), Role.TRIAGE_OFFICER);

        assertThat(side.lastWritten())
                .containsExactly(new Triaged(ENGAGEMENT, putForward(ENGAGEMENT).findings()));
    }

    @Test
    void aBookingIsWrittenToBoth() {
        givenBooked();

        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new SlotAllocated(SURGERY, START, ENGAGEMENT),
                        new SlotBooked(ENGAGEMENT, slot(SURGERY, START)));
        assertThat(side.stored(SURGERY)).hasSize(2);
        assertThat(side.stored(ENGAGEMENT)).hasSize(3);
    }

    @Test
    void allEventsOfAUnitOfWorkSayTheSameOfWhoAndWhen() {
        givenBooked();

        assertThat(side.written().getLast())
                .hasSize(2)
                .allSatisfy(
                        event -> {
                            assertThat(event.getTimestamp()).isEqualTo(NOW);
                            assertThat(event.getMetaData())
                                    .containsEntry("actor", "login-D")
                                    .containsEntry("role", "DEFENCE_PRACTITIONER")
                                    .containsEntry("firm", "firm-specimen")
                                    .containsEntry("channel", "http")
                                    .containsEntry("idempotencyKeyHash", "key-hash")
                                    .containsEntry("occurredAt", NOW.toString())
                                    .containsEntry("recordedAt", NOW.toString())
                                    .doesNotContainKey("reason")
                                    .containsKeys("correlationId", "causationId");
                            assertThat(event.getMetaData().values())
                                    .allMatch(String.class::isInstance);
                        });
        assertThat(side.written().getLast())
                .extracting(event -> event.getMetaData().get("causationId"))
                .containsOnly(side.written().getLast().getFirst().getMetaData().get("causationId"));
    }

    @Test
    void aSlotThatAnotherHasIsRefusedAndNothingIsWritten() {
        givenBooked();
        given(submitInPerson(ANOTHER), Role.COORDINATOR);
        given(putForward(ANOTHER), Role.TRIAGE_OFFICER);
        int units = side.written().size();

        assertRefused(
                ask(book(ANOTHER, SURGERY, START), Role.TRIAGE_OFFICER), Rule.SLOT_TAKEN, units);
        assertThat(side.stored(SURGERY)).hasSize(2);
    }

    @Test
    void aSurgeryThatIsNotThereIsRefused() {
        givenBooked();
        int units = side.written().size();
        SurgeryId nowhere = new SurgeryId("nowhere");

        assertRefused(
                ask(book(ENGAGEMENT, nowhere, NEXT_START), Role.DEFENCE_PRACTITIONER),
                Rule.SURGERY_UNKNOWN,
                units);
    }

    @Test
    void movingWritesToBothSurgeriesAndTheEngagement() {
        givenBooked();
        given(book(ENGAGEMENT, NEXT_SURGERY, NEXT_START), Role.DEFENCE_PRACTITIONER);

        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SlotAllocated(NEXT_SURGERY, NEXT_START, ENGAGEMENT),
                        new SlotReleased(
                                ENGAGEMENT, slot(SURGERY, START), ReleaseReason.MOVED, null),
                        new SlotBooked(ENGAGEMENT, slot(NEXT_SURGERY, NEXT_START)));
    }

    @Test
    void movingWithinASurgeryFreesTheOldSlot() {
        givenBooked();
        given(
                book(ENGAGEMENT, SURGERY, START.plus(Duration.ofMinutes(20))),
                Role.DEFENCE_PRACTITIONER);
        given(submitInPerson(ANOTHER), Role.COORDINATOR);
        given(putForward(ANOTHER), Role.TRIAGE_OFFICER);

        assertAccepted(ask(book(ANOTHER, SURGERY, START), Role.TRIAGE_OFFICER));
    }

    @Test
    void cancellingFreesTheSlot() {
        givenBooked();
        given(new CancelBooking(ENGAGEMENT, null), Role.DEFENCE_PRACTITIONER);

        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SlotReleased(
                                ENGAGEMENT, slot(SURGERY, START), ReleaseReason.CANCELLED, null));
        assertThat(side.written().getLast())
                .extracting(event -> event.getMetaData().get("reason"))
                .containsExactlyInAnyOrder(null, "CANCELLED");
    }

    @Test
    void settlingEverythingFreesTheSlot() {
        givenBooked();
        given(
                new Resolve(ENGAGEMENT, List.of(new Resolve.Settled(ISSUE, null))),
                Role.TRIAGE_OFFICER);

        assertThat(side.lastWritten())
                .hasSize(3)
                .contains(
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SlotReleased(
                                ENGAGEMENT, slot(SURGERY, START), ReleaseReason.RESOLVED, null))
                .hasAtLeastOneElementOfType(Resolved.class);
    }

    @Test
    void withdrawingGivesEverythingBack() {
        givenBooked();
        given(withdraw(), Role.DEFENCE_PRACTITIONER);

        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new ClaimReleased(CLAIM, ENGAGEMENT),
                        new SlotFreed(SURGERY, START, ENGAGEMENT),
                        new SlotReleased(
                                ENGAGEMENT, slot(SURGERY, START), ReleaseReason.WITHDRAWN, null),
                        new Withdrawn(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, null));
        assertAccepted(ask(submit(ANOTHER), Role.DEFENCE_PRACTITIONER));
    }

    @Test
    void anEngagementThatIsNotThereIsARefusal() {
        int units = side.written().size();

        assertRefused(ask(withdraw(), Role.DEFENCE_PRACTITIONER), Rule.ENGAGEMENT_UNKNOWN, units);
        assertRefused(
                ask(book(ENGAGEMENT, SURGERY, START), Role.DEFENCE_PRACTITIONER),
                Rule.ENGAGEMENT_UNKNOWN,
                units);
    }

    @Test
    void ifAnythingFailsOnWritingNothingIsWritten() {
        givenBooked();
        side.failOnWriting(new IllegalStateException("The disk is full"));

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                ask(
                                        book(ENGAGEMENT, NEXT_SURGERY, NEXT_START),
                                        Role.DEFENCE_PRACTITIONER));
        assertThat(side.stored(ENGAGEMENT)).hasSize(3);
        assertThat(side.stored(SURGERY)).hasSize(2);
        assertThat(side.stored(NEXT_SURGERY)).hasSize(1);
    }

    @Test
    void rulesAreJudgedOnTheTimeOfTheCommand() {
        givenBooked();
        side.timePasses(Duration.ofDays(4));
        int units = side.written().size();

        assertRefused(
                ask(new CancelBooking(ENGAGEMENT, null), Role.DEFENCE_PRACTITIONER),
                Rule.SLOT_HAS_BEGUN,
                units);
    }

    @Test
    void everyStreamIsNumberedWithoutGaps() {
        givenBooked();
        given(book(ENGAGEMENT, NEXT_SURGERY, NEXT_START), Role.DEFENCE_PRACTITIONER);
        given(withdraw(), Role.DEFENCE_PRACTITIONER);

        assertThat(side.stored(ENGAGEMENT))
                .extracting(event -> event.getSequenceNumber())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(side.stored(ENGAGEMENT))
                .extracting(EventMessage::getPayloadType)
                .extracting(type -> (Object) type)
                .containsExactly(
                        Submitted.class,
                        Triaged.class,
                        SlotBooked.class,
                        SlotReleased.class,
                        SlotBooked.class,
                        SlotReleased.class,
                        Withdrawn.class);
    }

    @Test
    void aSurgeryOrAClaimIsNoEngagement() {
        givenBooked();
        int units = side.written().size();

        for (String id : List.of(SURGERY.value(), CLAIM.value())) {
            Withdraw withdraw =
                    new Withdraw(new EngagementId(id), WithdrawalReason.NO_LONGER_NEEDED, null);
            assertRefused(ask(withdraw, Role.DEFENCE_PRACTITIONER), Rule.ENGAGEMENT_UNKNOWN, units);
        }
        assertRefused(
                ask(
                        book(ENGAGEMENT, new SurgeryId(ENGAGEMENT.value()), NEXT_START),
                        Role.DEFENCE_PRACTITIONER),
                Rule.SURGERY_UNKNOWN,
                units);
    }
}
