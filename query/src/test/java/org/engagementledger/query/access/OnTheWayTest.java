package org.engagementledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.What;
import org.engagementledger.ledger.axonserver.MessageSerializer;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.schedule.FindSessions;
import org.engagementledger.query.schedule.SeeSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Questions and answers come to another instance as they were, with what goes on record of them.
 */
class OnTheWayTest {

    private static final Actor AUDITOR = new Actor("auditor", Role.AUDITOR, null);
    private static final Instant TIME = Instant.parse("2020-11-05T15:00:00.123Z");

    @TempDir private Path directory;

    static Stream<Record> messages() {
        Cursor cursor = new Cursor(7, "8");
        return Stream.of(
                new FindAccesses(
                        AUDITOR,
                        new AccessFilter(
                                "a", Role.AUDITOR, "f", What.HISTORY, "s", "e", false, TIME, TIME),
                        cursor,
                        50),
                new FindAccesses(
                        AUDITOR,
                        new AccessFilter(null, null, null, null, null, null, null, null, null),
                        null,
                        50),
                new FindAccesses.Found(
                        List.of(
                                new RecordedAccess(
                                        1,
                                        TIME,
                                        "auditor",
                                        Role.AUDITOR,
                                        null,
                                        What.ACCESSES,
                                        null,
                                        null,
                                        2,
                                        List.of("e"))),
                        cursor),
                new FindEngagementAccesses(AUDITOR, "e", cursor, 50),
                new FindEngagementAccesses.Found(
                        true,
                        List.of(
                                new EngagementAccess(
                                        TIME,
                                        "defence",
                                        Role.DEFENCE_PRACTITIONER,
                                        "f",
                                        What.SESSION)),
                        null),
                new FindSessions.Found(List.of(), null, Set.of("e")),
                new SeeSession.Seen(null, Set.of("e")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theyArriveAsTheyWereSent(Record message) {
        MessageSerializer serializer =
                new MessageSerializer(
                        new Sealer(
                                new Keyring(
                                        new DriverManagerDataSource("jdbc:none"),
                                        MasterKey.createFile(directory.resolve("key.json")))));

        Object arrived = serializer.deserialize(serializer.serialize(message, byte[].class));

        assertThat(arrived).isEqualTo(message);
    }
}
