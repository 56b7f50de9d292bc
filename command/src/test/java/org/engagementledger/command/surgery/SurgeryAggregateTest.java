package org.engagementledger.command.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.engagementledger.command.Answer;
import org.engagementledger.command.MovableClock;
import org.engagementledger.command.Wiring;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurgeryAggregateTest {

    private static final SurgeryScheduled SCHEDULED =
            new SurgeryScheduled(
                    SURGERY,
                    BROMLEY,
                    START,
                    schedule(SURGERY, START).end(),
                    20,
                    schedule(SURGERY, START).hosts(),
                    null,
                    null);

    private FixtureConfiguration<SurgeryAggregate> fixture;

    @BeforeEach
    void open() {
        fixture = Wiring.fixture(SurgeryAggregate.class, new MovableClock(NOW));
    }

    private EventMessage<?> lastWritten() {
        return fixture.getEventStore().readEvents(SURGERY.value()).asStream().toList().getLast();
    }

    @Test
    void aCoordinatorSchedulesASurgery() {
        fixture.givenNoPriorActivity()
                .when(schedule(SURGERY, START), by(Role.COORDINATOR).metadata())
                .expectEvents(SCHEDULED)
                .expectResultMessagePayload(new Answer.Accepted(0, List.of(), List.of()));

        assertThat(lastWritten().getMetaData())
                .containsAllEntriesOf(by(Role.COORDINATOR).metadata())
                .containsEntry("occurredAt", NOW.toString())
                .containsEntry("recordedAt", NOW.toString())
                .containsKeys("correlationId", "causationId");
    }

    @Test
    void schedulingItTwiceIsRefused() {
        fixture.given(SCHEDULED)
                .when(schedule(SURGERY, START), by(Role.COORDINATOR).metadata())
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Answer.Refused(
                                Refusal.of(Rule.SURGERY_EXISTS, "")
                                        .with("surgery", List.of(SURGERY.value()))));
    }

    @Test
    void theDefenceSchedulesNone() {
        fixture.givenNoPriorActivity()
                .when(schedule(SURGERY, START), byDefence().metadata())
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Answer.Refused(
                                Refusal.of(Rule.NOT_PERMITTED, "", "defence practitioner")));
    }

    @Test
    void nobodyAsksAnonymously() {
        fixture.givenNoPriorActivity()
                .when(schedule(SURGERY, START), Map.of())
                .expectNoEvents()
                .expectException(NoHandlerForCommandException.class);
    }

    @Test
    void slotsAreAllocatedWithAnEngagementOnly() {
        fixture.given(SCHEDULED)
                .when(new Allocate(SURGERY, START, ENGAGEMENT), by(Role.COORDINATOR).metadata())
                .expectNoEvents()
                .expectException(NoHandlerForCommandException.class);
    }
}
