package org.engagementledger.ledger.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each revision of each event has an approved file, which must be read for ever. The file of a
 * current revision is exactly what the sample is written as; those of earlier ones are never
 * written again.
 *
 * <p>A new event or revision: run with {@code -Dapprove}, read the new file, and commit it. A file
 * that exists is never overwritten: a shape that has changed is a new revision.
 */
class ApprovedJsonTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final LogicalNames NAMES = LogicalNames.ofTheLedger();
    private static final Map<Class<?>, Object> SAMPLES =
            Samples.all().stream().collect(Collectors.toMap(Object::getClass, Function.identity()));

    private static NamedSerializer serializer;

    @BeforeAll
    static void approveWhatIsNew(@TempDir Path temporary) throws IOException {
        serializer = new NamedSerializer(ReadableSeals.mapper(temporary), NAMES);
        if (System.getProperty("approve") != null) {
            Files.createDirectories(APPROVED);
            for (LogicalName name : NAMES.all()) {
                Path file = file(name.name(), name.revision());
                if (Files.notExists(file)) {
                    Files.writeString(file, written(name), StandardOpenOption.CREATE_NEW);
                }
            }
        }
    }

    @Test
    void everyEventHasASample() {
        assertThat(SAMPLES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        NAMES.all().stream().map(LogicalName::type).collect(Collectors.toSet()));
    }

    @Test
    void everyFileBelongsToARevision() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.toList())
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.all().stream().flatMap(ApprovedJsonTest::revisions).toList());
        }
    }

    @TestFactory
    List<DynamicTest> theCurrentRevisionIsWrittenAsApproved() {
        return NAMES.all().stream()
                .map(name -> dynamicTest(name.name(), () -> isWrittenAsApproved(name)))
                .toList();
    }

    private static void isWrittenAsApproved(LogicalName name) throws IOException {
        Path file = file(name.name(), name.revision());
        assertThat(file).as("the approved file; -Dapprove writes it").exists();
        assertThat(written(name)).isEqualTo(Files.readString(file));
    }

    private static String written(LogicalName name) {
        return serializer.serialize(sample(name), String.class).getData();
    }

    @TestFactory
    List<DynamicTest> everyRevisionIsReadAsTheSameEvent() {
        return NAMES.all().stream()
                .flatMap(
                        name ->
                                revisions(name)
                                        .map(
                                                file ->
                                                        dynamicTest(
                                                                file.getFileName().toString(),
                                                                () -> isRead(name, file))))
                .toList();
    }

    private static void isRead(LogicalName name, Path file) throws IOException {
        String fileName = file.getFileName().toString();
        String revision =
                fileName.substring(name.name().length() + 2, fileName.length() - ".json".length());
        var stored =
                new GenericDomainEventEntry<>(
                        "engagement",
                        "id",
                        0,
                        "event",
                        "2020-11-05T15:00:00Z",
                        name.name(),
                        revision,
                        Files.readString(file),
                        "{}");
        List<IntermediateEventRepresentation> read =
                Upcasters.chain()
                        .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                        .toList();

        assertThat(read).hasSize(1);
        Object event = serializer.deserialize(read.getFirst().getData());
        assertThat(event).isEqualTo(sample(name));
    }

    private static Object sample(LogicalName name) {
        Object sample = SAMPLES.get(name.type());
        if (sample == null) {
            throw new AssertionError("Samples has none of " + name.name());
        }
        return sample;
    }

    private static Stream<Path> revisions(LogicalName name) {
        return IntStream.rangeClosed(1, name.revision())
                .mapToObj(revision -> file(name.name(), revision));
    }

    private static Path file(String name, int revision) {
        return APPROVED.resolve(name + ".r" + revision + ".json");
    }
}
