package org.engagementledger.command.axonserver;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.engagementledger.ledger.axonserver.Failure;

/** Sends commands by way of Axon Server, and raises what failed as if it had failed here. */
final class RoutedCommandBus extends AxonServerCommandBus {

    private final RoutingStrategy routing;

    RoutedCommandBus(Builder builder, RoutingStrategy routing) {
        super(builder);
        this.routing = routing;
    }

    @Override
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>dispatch(
                command, (sent, result) -> callback.onResult(sent, raised(sent, result)));
    }

    private <R> CommandResultMessage<? extends R> raised(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        return result.isExceptional()
                ? asCommandResultMessage(
                        Failure.met(routing.getRoutingKey(command), result.exceptionResult()))
                : result;
    }
}
