package org.engagementledger.api.axonserver;

import org.engagementledger.ledger.axonserver.Mirror;
import org.engagementledger.ledger.store.StoreConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Down without Axon Server, and while events can't be mirrored, since all reading goes by them. */
@Component
@Profile(StoreConfiguration.AXON_SERVER)
class AxonServerHealth implements HealthIndicator {

    private final Mirror mirror;

    AxonServerHealth(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Health health() {
        return (mirror.isWell() ? Health.up() : Health.down()).build();
    }
}
