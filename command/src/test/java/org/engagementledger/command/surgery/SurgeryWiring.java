package org.engagementledger.command.surgery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Wiring;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Surgeries, for tests that have no container. */
public final class SurgeryWiring {

    private SurgeryWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(SurgeryAggregate.class)
                        .configureCommandTargetResolver(c -> Wiring.target()));
    }

    public static Surgeries surgeries(Configuration configuration) {
        return new Surgeries(
                configuration.repository(SurgeryAggregate.class), configuration.eventStore());
    }

    public static SessionPeople people(Configuration configuration, Opener opener) {
        return new SessionPeople(configuration.eventStore(), opener);
    }

    /** Where nothing is sealed. */
    public static SessionPeople people(Configuration configuration) {
        try {
            Path key = Files.createTempDirectory("opener").resolve("master.json");
            MasterKey master = MasterKey.createFile(key);
            Files.delete(key);
            Files.delete(key.getParent());
            return people(
                    configuration,
                    new Opener(
                            new Sealer(
                                    new Keyring(
                                            new DriverManagerDataSource("jdbc:none"), master))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
