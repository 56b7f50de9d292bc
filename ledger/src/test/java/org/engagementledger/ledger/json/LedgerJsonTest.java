package org.engagementledger.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.ledger.sealing.DataKeyDatabase;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LedgerJsonTest {

    private static final Urn URN = new Urn("01ZD0303920");
    private static final Instant TEN = Instant.parse("2026-03-29T10:00:00Z");

    record Happened(
            EngagementId id,
            @Nullable FirmId firm,
            Urn urn,
            Stage stage,
            Instant at,
            LocalDate day,
            Optional<String> optional,
            List<Urn> others,
            boolean urgent,
            long count) {

        boolean isFinal() {
            return true;
        }

        public String getSentence() {
            return "not a component";
        }
    }

    record Wrapper(String value) {}

    @TempDir Path directory;

    private JsonMapper json;

    @BeforeEach
    void mapper() {
        MasterKey master = MasterKey.createFile(directory.resolve("master-key.json"));
        json = LedgerJson.sealed(new Sealer(new Keyring(DataKeyDatabase.asService(), master)));
    }

    @Test
    void everythingIsWrittenInTheOrderOfItsDeclaration() {
        String full =
                """
                {"id":"e-1","firm":"f-1","urn":"01ZD0303920","stage":"PRE_TRIAL",\
                "at":"2026-03-29T10:00:00.000Z","day":"2026-03-29","optional":"o",\
                "others":["01ZD0303920"],"urgent":true,"count":7}""";
        assertBothWays(happened(new FirmId("f-1"), Optional.of("o"), List.of(URN)), full);
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        String sparse =
                """
                {"id":"e-1","urn":"01ZD0303920","stage":"PRE_TRIAL",\
                "at":"2026-03-29T10:00:00.000Z","day":"2026-03-29","others":[],"urgent":true,"count":7}""";
        assertBothWays(happened(null, Optional.empty(), List.of()), sparse);
    }

    private static Happened happened(
            @Nullable FirmId firm, Optional<String> optional, List<Urn> others) {
        return new Happened(
                new EngagementId("e-1"),
                firm,
                URN,
                Stage.PRE_TRIAL,
                TEN,
                LocalDate.of(2026, 3, 29),
                optional,
                others,
                true,
                7);
    }

    private void assertBothWays(Happened value, String text) {
        assertThat(json.writeValueAsString(value)).isEqualTo(text);
        assertThat(json.readValue(text, Happened.class)).isEqualTo(value);
    }

    @Test
    void instantsHaveExactlyThreeDecimals() {
        assertThat(json.writeValueAsString(List.of(TEN, TEN.plusNanos(120_999_999))))
                .isEqualTo("[\"2026-03-29T10:00:00.000Z\",\"2026-03-29T10:00:00.120Z\"]");
        assertThat(json.readValue("\"2026-03-29T11:00:00.120999999+01:00\"", Instant.class))
                .isEqualTo(TEN.plusMillis(120));
    }

    @Test
    void mapsAreInTheOrderOfTheirKeys() {
        Map<String, Integer> unordered = Map.of("c", 3, "a", 1, "d", 4, "b", 2);
        assertThat(json.writeValueAsString(unordered))
                .isEqualTo("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        stages.put(Stage.PRE_TRIAL, 2);
        stages.put(Stage.PRE_FIRST_HEARING, 1);
        assertThat(json.writeValueAsString(stages))
                .isEqualTo("{\"PRE_FIRST_HEARING\":1,\"PRE_TRIAL\":2}");
    }

    @Test
    void singleValuesCanBeKeysOfMaps() {
        String text = "{\"01ZD0303920\":\"e-1\"}";
        assertThat(json.writeValueAsString(Map.of(URN, new EngagementId("e-1")))).isEqualTo(text);
        assertThat(json.readValue(text, new TypeReference<Map<Urn, EngagementId>>() {}))
                .isEqualTo(Map.of(URN, new EngagementId("e-1")));
    }

    @Test
    void recordsOutsideTheDomainAreObjects() {
        assertThat(json.writeValueAsString(new Wrapper("x"))).isEqualTo("{\"value\":\"x\"}");
        assertThat(json.readValue("{\"value\":\"x\"}", Wrapper.class)).isEqualTo(new Wrapper("x"));
    }

    @Test
    void whatIsNotUnderstoodInFullIsNotRead() {
        assertUnreadable("{\"value\":\"x\",\"more\":1}", Wrapper.class);
        assertUnreadable("{\"value\":\"x\"} {}", Wrapper.class);
        assertUnreadable("\"no URN\"", Urn.class);
        assertUnreadable("{\"value\":\"01ZD0303920\"}", Urn.class);
        assertUnreadable("1", Stage.class);
        assertUnreadable("\"NEVER\"", Stage.class);
    }

    @Test
    void itCanBeExtended() {
        assertThat(json.rebuild().build().writeValueAsString(URN)).isEqualTo("\"01ZD0303920\"");
    }

    private void assertUnreadable(String text, Class<?> type) {
        assertThatThrownBy(() -> json.readValue(text, type)).isInstanceOf(JacksonException.class);
    }
}
