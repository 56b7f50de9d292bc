package org.engagementledger.command.axonserver;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.springframework.dao.DataAccessResourceFailureException;

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
                        raised(routing.getRoutingKey(command), result.exceptionResult()))
                : result;
    }

    static Throwable raised(String aggregate, Throwable thrown) {
        return switch (thrown) {
            case CompletionException wrapped when wrapped.getCause() != null ->
                    raised(aggregate, wrapped.getCause());
            case CommandExecutionException told
                    when told.getDetails().orElse(null) instanceof Failure failure ->
                    failure.raised(aggregate, told);
            case CommandDispatchException _,
                    AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _,
                    StatusRuntimeException _ ->
                    new DataAccessResourceFailureException("Axon Server did not answer", thrown);
            default -> thrown;
        };
    }
}
