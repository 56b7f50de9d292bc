package org.engagementledger.api.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the stored events say about sessions, slots and who waits, read as JSON and without the
 * domain's code. It knows how things must be, and keeps a list of what isn't so.
 */
final class Picture {

    /** A session as its events tell it. */
    static final class Session {
        final String id;
        final String court;
        Instant start;
        Instant end;
        final Duration slot;
        final Map<Instant, String> holders = new TreeMap<>();
        final Map<Instant, Kept> reserved = new TreeMap<>();
        final TreeSet<Instant> blocked = new TreeSet<>();

        Session(String id, String court, Instant start, Instant end, Duration slot) {
            this.id = id;
            this.court = court;
            this.start = start;
            this.end = end;
            this.slot = slot;
        }

        boolean isOnTheGrid(Instant at) {
            return !at.isBefore(start)
                    && !at.plus(slot).isAfter(end)
                    && Duration.between(start, at).toMillis() % slot.toMillis() == 0;
        }

        List<Instant> grid() {
            List<Instant> grid = new ArrayList<>();
            for (Instant at = start; isOnTheGrid(at); at = at.plus(slot)) {
                grid.add(at);
            }
            return grid;
        }

        /** Whether anybody can have the slot, and nobody else has been offered it. */
        boolean isFree(Instant at, Instant now) {
            Kept kept = reserved.get(at);
            return isOnTheGrid(at)
                    && !holders.containsKey(at)
                    && (kept == null || !kept.until().isAfter(now))
                    && !blocked.contains(at);
        }
    }

    /** For whom a slot is kept, and until when. */
    record Kept(String engagement, Instant until) {}

    /** A slot on offer, as the engagement's events say. */
    record Offer(Named slot, Instant until) {}

    /** A slot as an engagement's events name it. */
    record Named(String surgery, Instant start) {}

    private final JdbcClient database;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Named> booked = new LinkedHashMap<>();
    private final Map<String, Offer> offered = new LinkedHashMap<>();
    private final TreeSet<String> waiting = new TreeSet<>();
    private final TreeSet<String> queued = new TreeSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long read;
    private Instant latest = Instant.EPOCH;

    Picture(JdbcClient database) {
        this.database = database;
    }

    Map<String, Session> sessions() {
        return sessions;
    }

    @Nullable Named slotOf(String engagement) {
        return booked.get(engagement);
    }

    boolean hasAnOffer(String engagement) {
        return offered.containsKey(engagement);
    }

    boolean waits(String engagement) {
        return waiting.contains(engagement);
    }

    /** How often each event was told. */
    Map<String, Integer> counts() {
        return counts;
    }

    List<String> wrong() {
        return wrong;
    }

    private record Row(long position, Instant at, String name, JsonNode payload) {}

    /**
     * Reads on, at least to what is stored now, up to a moment between two units of work, and says
     * whether all is as it must be.
     */
    void readOn() throws InterruptedException {
        Optional<Long> numbered = numbered();
        while (numbered.isEmpty()) {
            Thread.sleep(1);
            numbered = numbered();
        }
        if (numbered.get() == read) {
            return;
        }
        List<Row> rows =
                database.sql(
                                "SELECT position, recorded_at, name, payload FROM ledger.feed JOIN ledger.event USING (global_index)"
                                        + " WHERE position BETWEEN ? AND ? ORDER BY position")
                        .params(read + 1, numbered.get())
                        .query(
                                (row, number) ->
                                        new Row(
                                                row.getLong(1),
                                                Instant.ofEpochMilli(row.getLong(2)),
                                                row.getString(3),
                                                json.readTree(row.getString(4))))
                        .list();
        for (Row row : rows) {
            counts.merge(row.name(), 1, Integer::sum);
            tell(row.name(), row.payload(), row.at());
            read = row.position();
            latest = row.at();
        }
        judge();
    }

    /**
     * Up to where, if all that is stored is. The feed is dense; which event is numbered last says
     * nothing: it needn't be the latest.
     */
    private Optional<Long> numbered() {
        return database.sql(
                        "SELECT max(position) FROM ledger.feed HAVING max(position) = (SELECT count(*) FROM ledger.event)")
                .query(Long.class)
                .optional();
    }

    private void tell(String name, JsonNode e, Instant now) {
        switch (name) {
            case "surgery.SurgeryScheduled" -> {
                Session session =
                        new Session(
                                text(e, "surgery"),
                                text(e, "court"),
                                time(e, "start"),
                                time(e, "end"),
                                Duration.ofMinutes(e.get("slotMinutes").asInt()));
                expect(sessions.put(session.id, session) == null, "Scheduled twice", e);
            }
            case "surgery.SessionMoved" -> move(session(e), time(e, "start"), time(e, "end"), e);
            case "surgery.SlotAllocated" -> {
                Session session = session(e);
                Instant at = time(e, "start");
                String engagement = text(e, "engagement");
                expect(session.isOnTheGrid(at), "Allocated off the grid", e);
                expect(!session.blocked.contains(at), "Allocated though blocked", e);
                Kept kept = session.reserved.remove(at);
                expect(
                        kept == null
                                || kept.engagement().equals(engagement)
                                || !kept.until().isAfter(now),
                        "Allocated though it was offered to another",
                        e);
                expect(session.holders.put(at, engagement) == null, "Two engagements in a slot", e);
            }
            case "surgery.SlotFreed" ->
                    expect(
                            text(e, "engagement")
                                    .equals(session(e).holders.remove(time(e, "start"))),
                            "Freed what it didn't have",
                            e);
            case "surgery.SlotReserved" -> {
                Session session = session(e);
                Instant at = time(e, "start");
                expect(session.isFree(at, now), "Reserved though not free", e);
                session.reserved.put(at, new Kept(text(e, "engagement"), time(e, "until")));
            }
            case "surgery.ReservationEnded" -> {
                Kept kept = session(e).reserved.remove(time(e, "start"));
                expect(
                        kept != null && kept.engagement().equals(text(e, "engagement")),
                        "Ended a reservation that there wasn't",
                        e);
            }
            case "surgery.SlotsBlocked" ->
                    e.get("starts")
                            .forEach(
                                    start -> {
                                        Instant at = Instant.parse(start.asString());
                                        expect(
                                                session(e).isOnTheGrid(at)
                                                        && session(e).blocked.add(at),
                                                "Blocked twice or off the grid",
                                                e);
                                    });
            case "surgery.SlotsUnblocked" ->
                    e.get("starts")
                            .forEach(
                                    start ->
                                            expect(
                                                    session(e)
                                                            .blocked
                                                            .remove(
                                                                    Instant.parse(
                                                                            start.asString())),
                                                    "Unblocked what wasn't blocked",
                                                    e));
            case "engagement.SlotBooked" -> {
                String engagement = text(e, "engagement");
                expect(booked.put(engagement, named(e)) == null, "Booked a second slot", e);
                waiting.remove(engagement);
                offered.remove(engagement);
            }
            case "engagement.SlotReleased" ->
                    expect(
                            named(e).equals(booked.remove(text(e, "engagement"))),
                            "Released what it didn't have",
                            e);
            case "engagement.WaitingListJoined" ->
                    expect(waiting.add(text(e, "engagement")), "Joined twice", e);
            case "engagement.WaitingListLeft" -> {
                expect(waiting.remove(text(e, "engagement")), "Left what it wasn't in", e);
                offered.remove(text(e, "engagement"));
            }
            case "engagement.SlotOffered" ->
                    expect(
                            offered.put(
                                            text(e, "engagement"),
                                            new Offer(named(e), time(e, "until")))
                                    == null,
                            "A second offer at a time",
                            e);
            case "engagement.SlotOfferDeclined",
                    "engagement.SlotOfferExpired",
                    "engagement.SlotOfferWithdrawn" -> {
                Offer offer = offered.remove(text(e, "engagement"));
                expect(offer != null && offer.slot().equals(named(e)), "No such offer was open", e);
            }
            case "waitinglist.PlaceTaken" ->
                    expect(
                            queued.add(text(e.get("waiting"), "engagement")),
                            "Took a second place",
                            e);
            case "waitinglist.PlaceLeft" ->
                    expect(queued.remove(text(e, "engagement")), "Left no place", e);
            default -> {
                // Changes no slot, and nobody's place.
            }
        }
    }

    private void move(Session session, Instant start, Instant end, JsonNode e) {
        Duration by = Duration.between(session.start, start);
        expect(
                Duration.between(session.start, session.end).equals(Duration.between(start, end)),
                "Longer or shorter by a move",
                e);
        session.start = start;
        session.end = end;
        Map<Instant, String> holders = new TreeMap<>(session.holders);
        session.holders.clear();
        holders.forEach((at, who) -> session.holders.put(at.plus(by), who));
        Map<Instant, Kept> reserved = new TreeMap<>(session.reserved);
        session.reserved.clear();
        reserved.forEach((at, who) -> session.reserved.put(at.plus(by), who));
        List<Instant> blocked = List.copyOf(session.blocked);
        session.blocked.clear();
        blocked.forEach(at -> session.blocked.add(at.plus(by)));
    }

    /** What must be so whenever nothing is being written. */
    private void judge() {
        Map<String, Named> held = new HashMap<>();
        Map<String, Offer> kept = new HashMap<>();
        Map<String, Offer> open = new HashMap<>(offered);
        open.values().removeIf(offer -> !offer.until().isAfter(latest));
        for (Session session : sessions.values()) {
            session.holders.forEach(
                    (at, who) -> {
                        Named before = held.put(who, new Named(session.id, at));
                        expect(before == null, who + " has two slots", session.id);
                        expect(!session.blocked.contains(at), "A blocked slot is had", session.id);
                        expect(session.isOnTheGrid(at), "A slot off the grid is had", session.id);
                    });
            session.reserved.forEach(
                    (at, whom) -> {
                        if (whom.until().isAfter(latest)) {
                            kept.put(
                                    whom.engagement(),
                                    new Offer(new Named(session.id, at), whom.until()));
                        }
                        expect(
                                !session.holders.containsKey(at) && !session.blocked.contains(at),
                                "What is on offer is had or blocked",
                                session.id);
                    });
        }
        expect(held.equals(booked), "Surgeries and engagements differ", held + " " + booked);
        expect(kept.equals(open), "Surgeries and offers differ", kept + " " + open);
        expect(queued.equals(waiting), "The list and who waits differ", queued + " " + waiting);
        expect(
                waiting.containsAll(offered.keySet()),
                "Something is on offer to somebody who doesn't wait",
                offered.keySet());
    }

    private void expect(boolean right, String what, Object where) {
        if (!right) {
            wrong.add(what + ": " + where);
        }
    }

    private Session session(JsonNode e) {
        return Objects.requireNonNull(sessions.get(text(e, "surgery")), e::toString);
    }

    private static Named named(JsonNode e) {
        return new Named(text(e.get("slot"), "surgery"), time(e.get("slot"), "start"));
    }

    private static String text(JsonNode e, String field) {
        return e.get(field).asString();
    }

    private static Instant time(JsonNode e, String field) {
        return Instant.parse(text(e, field));
    }
}
