package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.api.strategy.PlanFile;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.bulk.BulkCommands;
import org.engagementledger.command.bulk.BulkLog;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.ledger.provenance.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Plays the pilot into an empty demonstration, once, before the first request is served. What was
 * left unfinished is never played on: the service doesn't start on it.
 */
@Component
@Profile("demo")
class PilotPlay implements SmartLifecycle {

    /**
     * The morning after the last session, 9:00 in London. That the clock was moved to it is how a
     * play is known to have been finished.
     */
    static final Instant END = Instant.parse("2020-11-27T09:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(PilotPlay.class);

    private final LedgerProperties properties;
    private final Terms terms;
    private final Commands commands;
    private final BulkLog bulk;
    private final DemoClock clock;
    private final JdbcClient database;
    private volatile boolean running;

    PilotPlay(
            LedgerProperties properties,
            Terms terms,
            Commands commands,
            BulkLog bulk,
            DemoClock clock,
            JdbcClient database) {
        this.properties = properties;
        this.terms = terms;
        this.commands = commands;
        this.bulk = bulk;
        this.clock = clock;
        this.database = database;
    }

    /** After whatever handles commands, before the door is opened. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        Optional<String> begunBy = channelOfFirstEvent();
        boolean begun = begunBy.filter(Provenance.PLAY_CHANNEL::equals).isPresent();
        if (begun && !clock.wasMovedTo(END)) {
            throw new IllegalStateException(
                    "The ledger in %s holds a play of the pilot that was never finished, and can't be played on: delete the ledger, and start again."
                            .formatted(properties.home()));
        }
        if (properties.play() && begunBy.isEmpty()) {
            play();
        } else if (properties.play() && !begun) {
            LOG.warn(
                    "The pilot isn't played: the ledger in {} isn't empty. To have it played, stop, delete the ledger, and start again.",
                    properties.home());
        }
        running = true;
    }

    private Optional<String> channelOfFirstEvent() {
        return database.sql(
                        "SELECT coalesce(metadata::jsonb ->> 'channel', '') FROM ledger.event ORDER BY global_index LIMIT 1")
                .query(String.class)
                .optional();
    }

    private void play() {
        StopWatch watch = new StopWatch();
        watch.start();
        int cases;
        try (ShownProgress progress = new ShownProgress()) {
            cases = pilot().play(progress);
        }
        clock.holdAt(END);
        adoptTheStrategy();
        if (!clock.moveTo(END)) {
            throw new IllegalStateException("The play went on after " + END);
        }
        watch.stop();
        LOG.info(
                "The pilot is played: {} engagements, {} events, {} seconds",
                cases,
                database.sql("SELECT count(*) FROM ledger.event").query(Long.class).single(),
                String.format(Locale.ROOT, "%.1f", watch.getTotalTimeSeconds()));
    }

    /**
     * So that a demonstration has something to show of it; nobody else's ledger has it by itself.
     */
    private void adoptTheStrategy() {
        Answer answer =
                commands.send(
                        PlanFile.ofTheProject().command(),
                        Desk.provenance(Cast.STRATEGY),
                        Conditions.NONE);
        if (answer instanceof Answer.Refused(var refusals)) {
            throw new IllegalStateException("The strategy's plan is refused: " + refusals);
        }
    }

    private Pilot pilot() {
        long seed = properties.playSeed();
        if (properties.playScale() <= 0) {
            return new Pilot(seed, 1, new CommandDesk(commands, clock));
        }
        int casts = Math.toIntExact(Math.max(1, properties.playScale() / Pilot.EVENTS));
        List<Court> courts = Pilot.courts(seed, casts);
        clock.holdAt(DemoClock.BEGIN);
        return new Pilot(seed, casts, new BulkDesk(new BulkCommands(terms.in(courts), bulk)));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
