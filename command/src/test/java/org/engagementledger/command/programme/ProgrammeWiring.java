package org.engagementledger.command.programme;

import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.surgery.SurgeryWiring;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.ledger.json.Opener;

/** Programmes, for tests that have no container. */
public final class ProgrammeWiring {

    private ProgrammeWiring() {}

    public static void configure(Configurer configurer) {
        configurer
                .configureAggregate(ProgrammeAggregate.class)
                .registerCommandHandler(
                        configuration ->
                                new ProgrammesAndSessions(
                                        configuration.repository(ProgrammeAggregate.class),
                                        sessions(configuration)));
    }

    public static Rolling rolling(
            Configuration configuration,
            Opener opener,
            Commands commands,
            Terms terms,
            Clock clock) {
        return new Rolling(
                new Programmes(
                        configuration.eventStore(), SurgeryWiring.people(configuration, opener)),
                sessions(configuration),
                commands,
                terms,
                clock);
    }

    private static RolledSessions sessions(Configuration configuration) {
        return new RolledSessions(
                configuration.eventStore(), SurgeryWiring.surgeries(configuration));
    }
}
