package org.engagementledger.api.demo.pilot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.bulk.BulkCommands;
import org.engagementledger.command.bulk.BulkLog;
import org.engagementledger.command.bulk.NewEvent;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.ledger.provenance.Provenance;

/** A play on the pure domain, with all that it wrote and all that was refused. */
final class Played {

    private final List<NewEvent> events = new ArrayList<>();
    private final List<Rule> refused = new ArrayList<>();

    private Played() {}

    static Played pilot(long seed) {
        return of(seed, 1);
    }

    static Played of(long seed, int casts) {
        Played played = new Played();
        Terms terms = new Terms(Pilot.courts(seed, casts), Duration.ZERO, 10);
        BulkDesk desk = new BulkDesk(new BulkCommands(terms, played.new Log()));
        new Pilot(seed, casts, played.new Listening(desk)).play(new Unwatched());
        return played;
    }

    List<NewEvent> events() {
        return events;
    }

    List<Rule> refused() {
        return refused;
    }

    <E> List<E> all(Class<E> type) {
        return events.stream()
                .map(NewEvent::payload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The events of each engagement, in their order. */
    Map<EngagementId, List<EngagementEvent>> engagements() {
        Map<EngagementId, List<EngagementEvent>> engagements =
                new TreeMap<>(Comparator.comparing(EngagementId::value));
        all(EngagementEvent.class)
                .forEach(
                        event ->
                                engagements
                                        .computeIfAbsent(
                                                event.engagement(), id -> new ArrayList<>())
                                        .add(event));
        return engagements;
    }

    /** What is the same in each play of the same seed. */
    List<NewEvent> told() {
        return told(events.stream());
    }

    static List<NewEvent> told(Stream<NewEvent> events) {
        Set<String> unique = Set.of(Provenance.CAUSATION, Provenance.CORRELATION);
        return events.map(
                        event -> {
                            Map<String, String> metadata = new HashMap<>(event.metadata());
                            metadata.keySet().removeAll(unique);
                            return new NewEvent(
                                    event.aggregateType(),
                                    event.aggregateId(),
                                    event.sequence(),
                                    event.payload(),
                                    event.recordedAt(),
                                    metadata);
                        })
                .toList();
    }

    Set<String> aggregates() {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.aggregateId()));
        return ids;
    }

    private static final class Unwatched implements Progress {
        @Override
        public void begin(int cases) {}

        @Override
        public void step() {}
    }

    private final class Log implements BulkLog {

        private final Map<String, NewEvent> byKey = new HashMap<>();

        @Override
        public void append(List<NewEvent> more) {
            for (NewEvent event : more) {
                if (byKey.put(event.aggregateId() + "@" + event.sequence(), event) != null) {
                    throw new IllegalStateException("Written twice: " + event.aggregateId());
                }
            }
            events.addAll(more);
        }

        @Override
        public Optional<EngagementEvent> read(EngagementId engagement, long sequence) {
            return Optional.ofNullable(byKey.get(engagement + "@" + sequence))
                    .map(event -> (EngagementEvent) event.payload());
        }
    }

    private final class Listening implements Desk {

        private final Desk desk;

        private Listening(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Answer ask(EngagementCommand command, Actor actor, Instant at) {
            Answer answer = desk.ask(command, actor, at);
            if (answer instanceof Answer.Refused(var why)) {
                why.forEach(refusal -> refused.add(refusal.rule()));
            }
            return answer;
        }

        @Override
        public Answer ask(SurgeryCommand command, Actor actor, Instant at) {
            return desk.ask(command, actor, at);
        }

        @Override
        public void close(EngagementId engagement) {
            desk.close(engagement);
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
