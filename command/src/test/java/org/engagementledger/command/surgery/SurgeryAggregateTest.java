package org.engagementledger.command.surgery;

import static org.engagementledger.command.Cases.*;

import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.engagementledger.command.MovableClock;
import org.engagementledger.command.Wiring;
import org.engagementledger.domain.casework.Role;
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

    @Test
    void slotsAreAllocatedWithAnEngagementOnly() {
        fixture.given(SCHEDULED)
                .when(new Allocate(SURGERY, START, ENGAGEMENT), by(Role.COORDINATOR).metadata())
                .expectNoEvents()
                .expectException(NoHandlerForCommandException.class);
    }
}
