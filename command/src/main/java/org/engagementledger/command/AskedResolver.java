package org.engagementledger.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** Gives command handlers an {@link Asked}; a command that doesn't say who asks reaches none. */
final class AskedResolver implements ParameterResolverFactory, ParameterResolver<Asked> {

    private final Clock clock;
    private final Terms terms;

    AskedResolver(Clock clock, Terms terms) {
        this.clock = clock;
        this.terms = terms;
    }

    @Override
    public @Nullable ParameterResolver<Asked> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Asked.class ? this : null;
    }

    @Override
    public Asked resolveParameterValue(Message<?> message) {
        return Provenance.actor(message.getMetaData())
                .map(actor -> new Asked(actor, clock, terms, Conditions.of(message.getMetaData())))
                .orElseThrow(() -> new IllegalArgumentException("A command must say who asks"));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof CommandMessage<?>
                && Provenance.actor(message.getMetaData()).isPresent();
    }
}
