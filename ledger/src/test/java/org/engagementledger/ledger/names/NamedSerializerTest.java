package org.engagementledger.ledger.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSerializerTest {

    @TempDir private Path temporary;
    private NamedSerializer serializer;

    @BeforeEach
    void setUp() {
        serializer =
                new NamedSerializer(ReadableSeals.mapper(temporary), LogicalNames.ofTheLedger());
    }

    @Test
    void writesTheNameAndTheRevision() {
        SerializedObject<String> stored =
                serializer.serialize(Samples.meetingMissed(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("engagement.MeetingMissed");
        assertThat(stored.getType().getRevision()).isEqualTo("3");
        assertThat(stored.getData()).doesNotContain("org.engagementledger");
        assertThat(serializer.<String, Object>deserialize(stored))
                .isEqualTo(Samples.meetingMissed());
    }

    @Test
    void writesAndReadsBytesAlike() {
        SerializedObject<byte[]> bytes = serializer.serialize(Samples.submitted(), byte[].class);

        assertThat(new String(bytes.getData(), StandardCharsets.UTF_8))
                .isEqualTo(serializer.serialize(Samples.submitted(), String.class).getData());
        assertThat(serializer.<byte[], Object>deserialize(bytes)).isEqualTo(Samples.submitted());
    }

    @Test
    void writesMetadataAsAFlatObjectInTheOrderOfItsKeys() {
        MetaData metadata =
                MetaData.from(Map.of("role", "AUDITOR", "actor", "a-1", "correlationId", "c"));

        SerializedObject<String> stored = serializer.serialize(metadata, String.class);

        assertThat(stored.getData())
                .isEqualTo("{\"actor\":\"a-1\",\"correlationId\":\"c\",\"role\":\"AUDITOR\"}");
        assertThat(
                        serializer.<String, Object>deserialize(
                                new SerializedMetaData<>(stored.getData(), String.class)))
                .isEqualTo(metadata);
    }

    @Test
    void refusesMetadataThatIsNoString() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(MetaData.with("count", 7), String.class))
                .withMessage("Metadata holds strings only, and count isn't one");
    }

    @Test
    void refusesToWriteWhatHasNoName() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> serializer.serialize(Thread.State.NEW, String.class))
                .withMessage("State has no logical name");
    }

    @Test
    void refusesToReadWhatItDoesNotKnow() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> read("engagement.Forgotten", "1"))
                .withMessage("Nothing is known by the name engagement.Forgotten");
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> read(MeetingMissed.class.getName(), "3"));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> read("engagement.MeetingMissed", "4"))
                .withMessage(
                        "engagement.MeetingMissed is known at revision 3, and no upcaster leads there from revision 4");
    }

    private void read(String name, String revision) {
        serializer.<String, Object>deserialize(
                new SimpleSerializedObject<>("{}", String.class, name, revision));
    }
}
