package org.engagementledger.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.engagementledger.ledger.axonserver.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What fails on one instance, as it arrives at another. */
class AxonServerCommandsTest {

    private static final String SECRET = "Ann Archer";

    private final SimpleCommandBus bus = new LocalCommandBus(SimpleCommandBus.builder());

    /** What a lost race looks like when Axon Server tells of it. */
    private static StatusRuntimeException toldByAxonServer(String code) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return new StatusRuntimeException(Status.ABORTED, trailers);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConcurrencyException(SECRET), ConcurrencyException.class),
                Arguments.of(
                        new AggregateStreamCreationException(SECRET), ConcurrencyException.class),
                Arguments.of(toldByAxonServer("AXONIQ-2000"), ConcurrencyException.class),
                Arguments.of(
                        new EventStoreException(SECRET, toldByAxonServer("AXONIQ-2000")),
                        ConcurrencyException.class),
                Arguments.of(
                        new AggregateNotFoundException("e-1", SECRET),
                        AggregateNotFoundException.class),
                Arguments.of(
                        new IncompatibleAggregateException(SECRET),
                        AggregateNotFoundException.class),
                Arguments.of(
                        toldByAxonServer("AXONIQ-2100"), DataAccessResourceFailureException.class),
                Arguments.of(
                        new StatusRuntimeException(Status.UNAVAILABLE),
                        DataAccessResourceFailureException.class),
                Arguments.of(
                        new ExecutionException(SECRET, null),
                        DataAccessResourceFailureException.class),
                Arguments.of(
                        new AxonServerException(
                                ErrorCode.OTHER.errorCode(),
                                ErrorMessage.newBuilder().setMessage(SECRET).build()),
                        DataAccessResourceFailureException.class),
                Arguments.of(new IllegalArgumentException(SECRET), IllegalStateException.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void keepsItsMeaning(RuntimeException failure, Class<?> raised) {
        bus.subscribe(
                String.class.getName(),
                message -> {
                    throw failure;
                });

        arrivesAs(raised);
    }

    @Test
    void soDoesWhatFailsWhenTheUnitOfWorkIsCommitted() {
        bus.subscribe(
                String.class.getName(),
                message -> {
                    CurrentUnitOfWork.get()
                            .onCommit(
                                    unit -> {
                                        throw toldByAxonServer("AXONIQ-2000");
                                    });
                    return null;
                });

        arrivesAs(ConcurrencyException.class);
    }

    static Stream<Throwable> silences() {
        return Stream.of(
                new StatusRuntimeException(Status.UNAVAILABLE),
                new AxonServerException("AXONIQ-3001", ErrorMessage.getDefaultInstance()),
                new CompletionException(
                        new io.axoniq.axonserver.connector.AxonServerException(
                                ErrorCategory.COMMAND_DISPATCH_ERROR, "closed", "here")),
                new AxonServerCommandDispatchException(
                        "AXONIQ-4003", ErrorMessage.getDefaultInstance()));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void withoutAxonServerTheStoreIsUnreachable(Throwable silence) {
        assertThat(Failure.met("e-1", silence))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasCause(silence instanceof CompletionException ? silence.getCause() : silence);
    }

    private void arrivesAs(Class<?> raised) {
        List<CommandResultMessage<?>> results = new ArrayList<>();
        bus.<String, Object>dispatch(
                new GenericCommandMessage<>("command"), (sent, result) -> results.add(result));

        CommandExecutionException told =
                (CommandExecutionException) results.getFirst().exceptionResult();
        assertThat(told).hasNoCause();
        assertThat(told.getMessage()).doesNotContain(SECRET);
        assertThat(Failure.met("e-1", told)).isInstanceOf(raised);
    }
}
