package org.engagementledger.ledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.query.QuerySerializer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.waitinglist.WaitingListCommand;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.sealing.DataKeyDatabase;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageSerializerTest {

    record Rows(List<Row> rows, @Nullable String next) {}

    record Row(Instant at, LocalDate day, JsonNode facts) {}

    @TempDir static Path directory;

    private static Sealer sealer;
    private static MessageSerializer serializer;

    @BeforeAll
    static void serializer() {
        MasterKey master = MasterKey.createFile(directory.resolve("master-key.json"));
        sealer = new Sealer(new Keyring(DataKeyDatabase.asService(), master));
        serializer = new MessageSerializer(sealer);
    }

    static Stream<Class<?>> commands() {
        return Stream.of(
                        EngagementCommand.class,
                        SurgeryCommand.class,
                        WaitingListCommand.class,
                        CorrespondenceCommand.class)
                .flatMap(MessageSerializerTest::records);
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(MessageSerializerTest::records)
                : Stream.of(kind);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandArrivesAsItWasSent(Class<?> type) {
        Object command = Filled.record(type);

        SerializedObject<byte[]> sent = serializer.serialize(command, byte[].class);

        Object received = serializer.deserialize(sent);
        assertThat(received).hasSameClassAs(command);
        assertThat(inTheClear(received)).isEqualTo(inTheClear(command));
    }

    private static JsonNode inTheClear(Object command) {
        return new Opener(sealer).open(LedgerJson.sealed(sealer).<JsonNode>valueToTree(command));
    }

    @Test
    void whatIsPersonalIsSealedOnTheWay() {
        Object command = Filled.record(Submit.class);

        String sent = serializer.serialize(command, String.class).getData();

        assertThat(command.toString()).doesNotContain(Filled.SECRET);
        assertThat(sent)
                .contains("\"sealed\":", "\"subject\":\"" + Filled.SUBJECT + "\"")
                .doesNotContain(Filled.SECRET);
    }

    @Test
    void anAnswerWithAListInItSurvivesTheQueryBus() {
        QuerySerializer queries =
                new QuerySerializer(
                        serializer,
                        Jackson3Serializer.builder().build(),
                        new AxonServerConfiguration());
        JsonNode facts = new JsonMapper().readTree("{\"court\":\"B01CN00\",\"issues\":[1,2]}");
        Rows rows =
                new Rows(
                        List.of(
                                new Row(
                                        Instant.parse("2020-11-05T15:00:00.123Z"),
                                        LocalDate.of(2020, 11, 23),
                                        facts)),
                        null);

        var sent =
                queries.serializeResponse(
                        GenericQueryResponseMessage.<Rows>asResponseMessage(rows), "request");
        QueryResponseMessage<Rows> received =
                queries.deserializeResponse(sent, ResponseTypes.instanceOf(Rows.class));

        assertThat(received.getPayload()).isEqualTo(rows);
    }

    @Test
    void aListAloneIsNoMessage() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(List.of("a"), byte[].class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.swing.JEditorPane",
                "java.util.ArrayList",
                "org.springframework.context.support.ClassPathXmlApplicationContext",
                "org.engagementledger.domain.NoSuchThing"
            })
    void whateverAMessageNamesNothingElseIsMade(String name) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(
                        () ->
                                serializer.deserialize(
                                        new SimpleSerializedObject<>(
                                                "{}", String.class, name, null)))
                .withMessageContaining(name);
    }

    @Test
    void nothingIsNothing() {
        SerializedObject<String> sent = serializer.serialize(null, String.class);

        assertThat(serializer.<String, Object>deserialize(sent)).isNull();
    }
}
