package org.engagementledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.provenance.Provenance;
import org.junit.jupiter.api.Test;

class AskedResolverTest {

    private final MovableClock clock = new MovableClock(Cases.NOW);
    private final AskedResolver resolver = new AskedResolver(clock, Cases.TERMS);

    private static CommandMessage<?> command(Map<String, ?> metadata) {
        return GenericCommandMessage.asCommandMessage("anything").withMetaData(metadata);
    }

    @Test
    void handlersAreToldWhoAskedAndWhenAndOnWhichTerms() {
        Provenance provenance = Cases.byDefence();
        Message<?> command = command(provenance.metadata());

        assertThat(resolver.matches(command)).isTrue();
        Asked asked = resolver.resolveParameterValue(command);
        assertThat(asked.actor()).isEqualTo(provenance.actor());
        assertThat(asked.now()).isEqualTo(Cases.NOW);
        assertThat(asked.terms()).isEqualTo(Cases.TERMS);
    }

    @Test
    void whoeverWaitsForAnAggregateIsNotDatedBeforeWhoHadIt() {
        Asked asked = resolver.resolveParameterValue(command(Cases.byDefence().metadata()));

        clock.move(Duration.ofMillis(5));

        assertThat(asked.now()).isEqualTo(Cases.NOW.plusMillis(5));
    }

    @Test
    void whoHasNoFirmHasNone() {
        Asked asked =
                resolver.resolveParameterValue(command(Cases.by(Role.COORDINATOR).metadata()));

        assertThat(asked.actor().firm()).isNull();
    }

    @Test
    void nobodyAsksAnonymously() {
        Message<?> anonymous = command(Map.of());

        assertThat(resolver.matches(anonymous)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolver.resolveParameterValue(anonymous));
    }

    @Test
    void aLoginWithoutARoleIsNobody() {
        assertThat(resolver.matches(command(Map.of(Provenance.ACTOR, "login-D")))).isFalse();
    }

    @Test
    void onlyCommandsAreAsked() {
        Message<?> event =
                GenericEventMessage.asEventMessage("anything")
                        .withMetaData(Cases.byDefence().metadata());

        assertThat(resolver.matches(event)).isFalse();
    }

    @Test
    void itResolvesNothingElse() {
        Constructor<?> asking = Asking.class.getDeclaredConstructors()[0];

        assertThat(resolver.createInstance(asking, asking.getParameters(), 0)).isNull();
        assertThat(resolver.createInstance(asking, asking.getParameters(), 1)).isSameAs(resolver);
    }

    private record Asking(String command, Asked asked) {}
}
