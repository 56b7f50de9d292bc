package org.engagementledger.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;

/** What came of a command. */
public sealed interface Answer {

    /**
     * The command was accepted, and what follows from it is written.
     *
     * @param version the sequence number of the aggregate's last event
     * @param created the ids of what came into being inside the aggregate, such as a plea's
     * @param notices what whoever asked should be told
     */
    record Accepted(long version, List<String> created, List<Notice> notices) implements Answer {
        public Accepted {
            created = List.copyOf(created);
            notices = List.copyOf(notices);
        }

        /** What is answered if these events of the aggregate follow, the last as this version. */
        public static Accepted with(long version, List<?> events) {
            return new Accepted(
                    version,
                    engagements(events)
                            .map(EngagementEvent::created)
                            .filter(Objects::nonNull)
                            .toList(),
                    engagements(events).flatMap(event -> event.notices().stream()).toList());
        }

        private static Stream<EngagementEvent> engagements(List<?> events) {
            return events.stream()
                    .filter(EngagementEvent.class::isInstance)
                    .map(EngagementEvent.class::cast);
        }
    }

    /**
     * The command would have been accepted; nothing is written.
     *
     * @param accepted what would have been answered
     * @param events the names of the events that would have been written, also to other aggregates
     */
    record Foreseen(Accepted accepted, List<String> events) implements Answer {

        private static final LogicalNames NAMES = LogicalNames.ofTheLedger();

        public Foreseen {
            events = List.copyOf(events);
        }

        /** What would be answered if these events followed. */
        public static Foreseen with(Accepted accepted, List<?> events) {
            return new Foreseen(
                    accepted,
                    events.stream()
                            .map(event -> NAMES.of(event.getClass()).orElseThrow())
                            .map(LogicalName::name)
                            .toList());
        }
    }

    /** The command was refused for every one of these reasons; nothing is written. */
    record Refused(List<Refusal> refusals) implements Answer {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        public Refused(Refusal refusal) {
            this(List.of(refusal));
        }
    }
}
