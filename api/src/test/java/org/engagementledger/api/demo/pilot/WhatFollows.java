package org.engagementledger.api.demo.pilot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.bulk.BulkCommands;
import org.engagementledger.command.bulk.BulkLog;
import org.engagementledger.command.bulk.NewEvent;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.SurgeryCommand;

/** Which events follow from which commands, as several plays of the pilot show. */
public final class WhatFollows {

    private static final int PLAYS = 5;
    private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getSimpleName);

    private final Map<Class<?>, Set<Class<?>>> events = new HashMap<>();
    private final Map<Class<?>, EngagementCommand> samples = new HashMap<>();

    private WhatFollows() {}

    /** What the plays show. */
    public static WhatFollows played() {
        WhatFollows shown = new WhatFollows();
        LongStream.rangeClosed(1, PLAYS).forEach(shown::play);
        return shown;
    }

    /** What was seen to follow from commands of this type. */
    public Set<Class<?>> from(Class<?> command) {
        return events.getOrDefault(command, Set.of());
    }

    /** A command of this type that was given in a play. */
    public EngagementCommand sample(Class<?> command) {
        return samples.get(command);
    }

    private void play(long seed) {
        Log log = new Log();
        Terms terms = new Terms(Pilot.courts(seed, 1), Duration.ZERO, 10);
        new Pilot(seed, 1, new Watched(new BulkCommands(terms, log), log))
                .play(
                        new Progress() {
                            @Override
                            public void begin(int cases) {}

                            @Override
                            public void step() {}
                        });
    }

    private static final class Log implements BulkLog {

        private final Map<String, EngagementEvent> known = new HashMap<>();
        private List<NewEvent> latest = List.of();

        @Override
        public void append(List<NewEvent> more) {
            latest = more;
            more.forEach(
                    event -> {
                        if (event.payload() instanceof EngagementEvent e) {
                            known.put(event.aggregateId() + "@" + event.sequence(), e);
                        }
                    });
        }

        @Override
        public Optional<EngagementEvent> read(EngagementId engagement, long sequence) {
            return Optional.ofNullable(known.get(engagement + "@" + sequence));
        }
    }

    /** Has each command's events written before the next is asked. */
    private final class Watched implements Desk {

        private final BulkCommands commands;
        private final Log log;

        private Watched(BulkCommands commands, Log log) {
            this.commands = commands;
            this.log = log;
        }

        @Override
        public Answer ask(EngagementCommand command, Actor actor, Instant at) {
            samples.put(command.getClass(), command);
            return seen(command, commands.send(command, Desk.provenance(actor), at));
        }

        @Override
        public Answer ask(SurgeryCommand command, Actor actor, Instant at) {
            return seen(command, commands.send(command, Desk.provenance(actor), at));
        }

        private Answer seen(Object command, Answer answer) {
            log.latest = List.of();
            commands.flush();
            log.latest.forEach(
                    event ->
                            events.computeIfAbsent(command.getClass(), it -> new TreeSet<>(BY_NAME))
                                    .add(event.payload().getClass()));
            return answer;
        }

        @Override
        public void close(EngagementId engagement) {
            commands.forget(engagement);
        }

        @Override
        public void close() {
            commands.flush();
        }
    }
}
