package org.engagementledger.command.courtday;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;

/** Courts' days, for tests that have no container. */
public final class CourtDayWiring {

    private CourtDayWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(CourtDayAggregate.class);
    }

    public static CourtDays days(Configuration configuration) {
        return new CourtDays(
                configuration.repository(CourtDayAggregate.class), configuration.eventStore());
    }
}
