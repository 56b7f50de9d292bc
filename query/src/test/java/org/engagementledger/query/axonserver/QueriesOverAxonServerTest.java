package org.engagementledger.query.axonserver;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.engagementledger.ledger.axonserver.MessageSerializer;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two query buses at one Axon Server, which {@code AXON_SERVER} names. */
@EnabledIfEnvironmentVariable(
        named = "AXON_SERVER",
        matches = ".+:[0-9]+",
        disabledReason = "AXON_SERVER names no Axon Server (its host and gRPC port)")
class QueriesOverAxonServerTest {

    private static final String QUERY = "day-of-a-court";
    private static final int PATIENCE_SECONDS = 20;

    record Asked(LocalDate day) {}

    record Day(List<Row> rows) {}

    record Row(Instant at, LocalDate day) {}

    @TempDir private Path directory;

    private AxonServerConnectionManager answeringConnections;
    private AxonServerConnectionManager askingConnections;
    private QueryBus answering;
    private QueryBus asking;

    @BeforeEach
    void connect() {
        MessageSerializer messages =
                new MessageSerializer(
                        new Sealer(
                                new Keyring(
                                        new DriverManagerDataSource("jdbc:none"),
                                        MasterKey.createFile(directory.resolve("key.json")))));
        AxonServerConfiguration answeringServer = server("answering");
        AxonServerConfiguration askingServer = server("asking");
        answeringConnections = connections(answeringServer);
        askingConnections = connections(askingServer);
        answering = bus(answeringConnections, answeringServer, messages);
        asking = bus(askingConnections, askingServer, messages);
    }

    private static AxonServerConfiguration server(String name) {
        AxonServerConfiguration server = new AxonServerConfiguration();
        server.setServers(System.getenv("AXON_SERVER"));
        server.setComponentName(name);
        server.setClientId(name);
        return server;
    }

    private static AxonServerConnectionManager connections(AxonServerConfiguration server) {
        return AxonServerConnectionManager.builder().axonServerConfiguration(server).build();
    }

    private static QueryBus bus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration server,
            MessageSerializer messages) {
        RoutedQueryBus bus =
                (RoutedQueryBus)
                        new AxonServerQueryConfiguration()
                                .queryBus(
                                        connections,
                                        server,
                                        NoTransactionManager.INSTANCE,
                                        SimpleQueryBus.builder().build().queryUpdateEmitter(),
                                        messages,
                                        Jackson3Serializer.builder().build());
        bus.start();
        return bus;
    }

    @AfterEach
    void disconnect() {
        askingConnections.shutdown();
        answeringConnections.shutdown();
    }

    private void answer(UnaryOperator<Object> answer) {
        answering.<Day>subscribe(QUERY, Day.class, query -> (Day) answer.apply(query.getPayload()));
    }

    private QueryResponseMessage<Day> ask() throws Exception {
        return asking.query(
                        new GenericQueryMessage<>(
                                new Asked(LocalDate.of(2020, 11, 5)),
                                QUERY,
                                ResponseTypes.instanceOf(Day.class)))
                .get(PATIENCE_SECONDS, SECONDS);
    }

    @Test
    void anAnswerOfSeveralComesBackWhole() throws Exception {
        Instant three = Instant.parse("2020-11-05T15:00:00.123Z");
        answer(query -> new Day(List.of(new Row(three, ((Asked) query).day()))));

        assertThat(ask().getPayload())
                .isEqualTo(new Day(List.of(new Row(three, LocalDate.of(2020, 11, 5)))));
    }

    @Test
    void aFailureKeepsItsMeaning() throws Exception {
        answer(
                query -> {
                    throw new CannotAcquireLockException("about Ann Archer");
                });

        assertThat(ask().exceptionResult())
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageNotContaining("Ann Archer");
    }

    @Test
    void whereNobodyAnswersNothingCanBeRead() throws Exception {
        assertThat(ask().exceptionResult()).isInstanceOf(DataAccessResourceFailureException.class);
    }
}
