package org.engagementledger.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.engagementledger.domain.calendar.CalendarOpened;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.strategy.EvidenceRuleDeclared;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;
import org.jspecify.annotations.Nullable;

/** What came of a command. */
public sealed interface Answer {

    /**
     * The command was accepted, and what follows from it is written.
     *
     * @param version the sequence number of the aggregate's last event
     * @param created the ids of what came into being, such as a plea's inside the aggregate, or a
     *     session's; of a calendar the hash of its address, by which a repeated request knows that
     *     it is one
     * @param notices what whoever asked should be told
     * @param released the ids of the engagements that had a slot of the surgery and lost it
     * @param moved the ids of those that have another slot instead
     * @param offersWithdrawn the ids of those to which a slot of the surgery was on offer
     * @param remaining the ids of the sessions to come that a programme made and has no more
     */
    record Accepted(
            long version,
            List<String> created,
            List<Notice> notices,
            List<String> released,
            List<String> moved,
            List<String> offersWithdrawn,
            List<String> remaining)
            implements Answer {
        public Accepted {
            created = List.copyOf(created);
            notices = List.copyOf(notices);
            released = List.copyOf(released);
            moved = List.copyOf(moved);
            offersWithdrawn = List.copyOf(offersWithdrawn);
            remaining = List.copyOf(remaining);
        }

        /** Nobody else's slot is concerned. */
        public Accepted(long version, List<String> created, List<Notice> notices) {
            this(version, created, notices, List.of(), List.of(), List.of(), List.of());
        }

        /** What is answered if these events of the aggregate follow, the last as this version. */
        public static Accepted with(long version, List<?> events) {
            return new Accepted(
                    version,
                    events.stream().map(Accepted::created).filter(Objects::nonNull).toList(),
                    engagements(events).flatMap(event -> event.notices().stream()).toList(),
                    some(events, SlotFreed.class).map(freed -> freed.engagement().value()).toList(),
                    some(events, SessionMoved.class)
                            .flatMap(moved -> moved.along().stream())
                            .map(EngagementId::value)
                            .toList(),
                    some(events, ReservationEnded.class)
                            .map(ended -> ended.engagement().value())
                            .toList(),
                    some(events, ProgrammeEvent.class)
                            .flatMap(event -> event.remaining().stream())
                            .map(SurgeryId::value)
                            .toList());
        }

        /** The same, and whoever asked should be told of these besides. */
        public Accepted and(List<Notice> more) {
            return new Accepted(
                    version,
                    created,
                    Stream.concat(notices.stream(), more.stream()).toList(),
                    released,
                    moved,
                    offersWithdrawn,
                    remaining);
        }

        private static @Nullable String created(Object event) {
            return switch (event) {
                case EngagementEvent e -> e.created();
                case SurgeryScheduled e -> e.surgery().value();
                case CalendarOpened e -> e.hash();
                case EvidenceRuleDeclared e -> e.rule();
                default -> null;
            };
        }

        private static Stream<EngagementEvent> engagements(List<?> events) {
            return some(events, EngagementEvent.class);
        }

        private static <E> Stream<E> some(List<?> events, Class<E> type) {
            return events.stream().filter(type::isInstance).map(type::cast);
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
