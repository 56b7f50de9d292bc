package org.engagementledger.command.engagement;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Wiring;
import org.engagementledger.command.claim.ClaimWiring;
import org.engagementledger.command.courtday.CourtDayWiring;
import org.engagementledger.command.surgery.SurgeryWiring;
import org.engagementledger.command.waitinglist.WaitingListWiring;

/** Engagements, for tests that have no container. */
public final class EngagementWiring {

    private EngagementWiring() {}

    public static void configure(Configurer configurer) {
        configurer
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(EngagementAggregate.class)
                                .configureCommandTargetResolver(c -> Wiring.target()))
                .registerCommandHandler(EngagementWiring::handler)
                .registerCommandHandler(EngagementWiring::sessions);
    }

    private static SessionsAndBookings sessions(Configuration configuration) {
        return new SessionsAndBookings(
                configuration.repository(EngagementAggregate.class),
                WaitingListWiring.waitingLists(configuration),
                SurgeryWiring.surgeries(configuration),
                SurgeryWiring.people(configuration),
                CourtDayWiring.days(configuration));
    }

    private static EngagementsAndSlots handler(Configuration configuration) {
        return new EngagementsAndSlots(
                configuration.repository(EngagementAggregate.class),
                ClaimWiring.claims(configuration),
                WaitingListWiring.waitingLists(configuration),
                SurgeryWiring.surgeries(configuration),
                configuration.eventStore());
    }
}
