package org.engagementledger.command.axonserver;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.engagementledger.ledger.axonserver.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what Axon Server brings, and names what fails: also when the unit of work is committed.
 */
final class LocalCommandBus extends SimpleCommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCommandBus.class);

    LocalCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        super.<C, R>handle(
                command,
                handler,
                (handled, result) -> callback.onResult(handled, named(handled, result)));
    }

    private static <R> CommandResultMessage<? extends R> named(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        Failure failure = Failure.of(result.exceptionResult());
        switch (failure) {
            case LOST_RACE, UNKNOWN_AGGREGATE ->
                    LOG.debug("{}: {}", command.getCommandName(), failure);
            case STORE_UNREACHABLE, OWN_ERROR ->
                    LOG.error("{} failed", command.getCommandName(), result.exceptionResult());
        }
        return asCommandResultMessage(
                new CommandExecutionException(failure.sentence(), null, failure));
    }
}
