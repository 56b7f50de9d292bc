package org.engagementledger.ledger.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.engagementledger.ledger.axonserver.MirrorTable.Position;
import org.engagementledger.ledger.names.NamedSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Copies every event from Axon Server into {@code ledger.event}, in Axon Server's order and byte
 * for byte. Of all instances of the service one does it at a time; when it ends or loses its
 * connection, another goes on where it stopped.
 *
 * <p>What can't be mirrored is never passed over: the mirror stands still, says so in the log and
 * in {@link #isWell}, and tries again.
 */
public final class Mirror implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private static final int BATCH = 1000;
    private static final int BUFFER = 4 * BATCH;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration WAIT_FOR_EVENT = Duration.ofSeconds(1);
    private static final Duration WAIT_FOR_TURN = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final AxonServerConnectionManager connections;
    private final String context;
    private final DataSource database;
    private final NamedSerializer serializer;

    private volatile boolean well = true;
    private @Nullable Thread thread;

    /**
     * @param context Axon Server's context
     * @param database the ledger's, as the service's role; a connection of it is kept
     * @param serializer how the ledger would have written metadata
     */
    Mirror(
            AxonServerConnectionManager connections,
            String context,
            DataSource database,
            NamedSerializer serializer) {
        this.connections = connections;
        this.context = context;
        this.database = database;
        this.serializer = serializer;
    }

    /** Whether Axon Server is connected, and this instance's last try to mirror did not fail. */
    public boolean isWell() {
        return well && connections.isConnected(context);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("mirror").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        running.interrupt();
        try {
            running.join(ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                try {
                    takeTurn();
                    well = true;
                    pause = SHORTEST_PAUSE;
                    Thread.sleep(WAIT_FOR_TURN);
                } catch (SQLException
                        | ExecutionException
                        | TimeoutException
                        | RuntimeException e) {
                    pause = well ? SHORTEST_PAUSE : longer(pause);
                    standStill(e);
                    Thread.sleep(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void standStill(Exception why) {
        if (well) {
            well = false;
            LOG.error("The mirror of Axon Server stands still, and goes on trying", why);
        } else {
            LOG.warn("The mirror of Axon Server still stands still: {}", why.toString());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Mirrors until something fails, if it is this instance's turn. */
    private void takeTurn()
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (Connection connection = database.getConnection();
                MirrorTable table = new MirrorTable(connection, serializer)) {
            if (table.takeTurn()) {
                follow(table);
            }
        }
    }

    private void follow(MirrorTable table)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        Position position = table.position();
        EventChannel channel = connections.getConnection(context).eventChannel();
        long last = channel.getLastToken().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        long known = Math.max(position.token(), position.eventId() == null ? -1 : 0);
        if (last < known) {
            throw new IllegalStateException(
                    "Axon Server's context %s ends at %d, before what was mirrored from it (%d): it has lost events, or is another"
                            .formatted(context, last, known));
        }
        try (EventStream stream = channel.openStream(Math.max(position.token(), 0) - 1, BUFFER)) {
            List<EventWithToken> batch = new ArrayList<>();
            if (position.eventId() != null) {
                EventWithToken first = first(stream, position.eventId());
                if (position.token() == -1) {
                    batch.add(first);
                }
            }
            LOG.info("Mirrors Axon Server's context {} from {} on", context, position.token() + 1);
            well = true;
            follow(stream, batch, position.token(), table);
        }
    }

    /** The event that was mirrored last must be where it was. */
    private EventWithToken first(EventStream stream, String mirrored) throws InterruptedException {
        EventWithToken first = stream.nextIfAvailable(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            throw closed(stream);
        }
        if (!first.getEvent().getMessageIdentifier().equals(mirrored)) {
            throw new IllegalStateException(
                    "Axon Server's context %s has another event at %d than was mirrored from there: it isn't this ledger's"
                            .formatted(context, first.getToken()));
        }
        return first;
    }

    private static void follow(
            EventStream stream, List<EventWithToken> batch, long mirrored, MirrorTable table)
            throws SQLException, InterruptedException {
        long token = mirrored;
        while (true) {
            EventWithToken next =
                    batch.isEmpty()
                            ? stream.nextIfAvailable(
                                    WAIT_FOR_EVENT.toMillis(), TimeUnit.MILLISECONDS)
                            : stream.nextIfAvailable();
            if (next != null) {
                batch.add(next);
            }
            if (batch.size() == BATCH || (next == null && !batch.isEmpty())) {
                table.copy(batch, token);
                token = batch.getLast().getToken();
                batch.clear();
            } else if (next == null) {
                if (stream.isClosed()) {
                    throw closed(stream);
                }
                table.mustHaveTurn();
            }
        }
    }

    private static IllegalStateException closed(EventStream stream) {
        return new IllegalStateException(
                "Axon Server sends no events", stream.getError().orElse(null));
    }
}
