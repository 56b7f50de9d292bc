package org.engagementledger.api.fuzz;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.fuzz.Marks.Home;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one client knows of the service, from what it was answered. */
final class World {

    private static final int SENT_KEPT = 50;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLEA = Pattern.compile("\"created\":\\[\"(P\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("[?&]after=([^&>]+)");
    private static final String CLOSED = "\"CLOSED\"";
    private static final int SLOT_MINUTES = 20;

    /** A case and to whom it belongs. */
    record Case(String id, Home home) {}

    /** A surgery and its grid. */
    record Session(String id, String court, Instant start, int slots, Duration slot) {}

    /** To whom each case belongs, for all clients. */
    private final Map<String, Home> homes;

    private final Clock clock;
    private final List<Case> cases = new ArrayList<>();
    private final List<Case> going = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> calendars = new ArrayList<>();
    private final List<Call> sent = new ArrayList<>();
    private final List<String> cursors = new ArrayList<>();
    private final Map<String, TreeSet<String>> openTo = new TreeMap<>();
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, String> pleas = new TreeMap<>();

    World(Clock clock) {
        this.clock = clock;
        this.homes = new ConcurrentHashMap<>();
    }

    /** What another knows, to begin with. */
    World(World other) {
        clock = other.clock;
        homes = other.homes;
        cases.addAll(other.cases);
        going.addAll(other.going);
        sessions.addAll(other.sessions);
        calendars.addAll(other.calendars);
        cursors.addAll(other.cursors);
        other.openTo.forEach((operation, logins) -> openTo.put(operation, new TreeSet<>(logins)));
        versions.putAll(other.versions);
        pleas.putAll(other.pleas);
    }

    /** The time there, in whole minutes. */
    Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / 60 * 60);
    }

    Map<String, Home> homes() {
        return homes;
    }

    List<Case> cases() {
        return cases;
    }

    /** Those of them that something can still be done with, as far as it is known. */
    List<Case> going() {
        return going;
    }

    List<Session> sessions() {
        return sessions;
    }

    /** The ids of those that were opened. */
    List<String> calendars() {
        return calendars;
    }

    List<Call> sent() {
        return sent;
    }

    List<String> cursors() {
        return cursors;
    }

    /** Whom an operation has answered so far. */
    List<String> openTo(String operation) {
        return List.copyOf(openTo.getOrDefault(operation, new TreeSet<>()));
    }

    long version(String id) {
        return versions.getOrDefault(id, 0L);
    }

    /** The latest of a case. */
    String plea(String id) {
        return pleas.getOrDefault(id, "P1");
    }

    /** Takes in what a call was answered. */
    void learn(Call call, Answer answer) {
        if (call.says("Idempotency-Key")) {
            sent.add(call);
            if (sent.size() > SENT_KEPT) {
                sent.removeFirst();
            }
        }
        if (answer.status() == 409 && answer.body().contains(CLOSED)) {
            going.removeIf(it -> call.target().contains(it.id()));
        }
        if (!call.aimed() || answer.status() / 100 != 2) {
            return;
        }
        openTo.computeIfAbsent(call.operation().id(), any -> new TreeSet<>()).add(call.login());
        String position = answer.header("Ledger-Position");
        int at = position.lastIndexOf('@');
        if (at > 0) {
            String id = position.substring(0, at);
            versions.put(id, Long.valueOf(position.substring(at + 1)));
            Matcher plea = PLEA.matcher(answer.body());
            if (plea.find()) {
                pleas.put(id, plea.group(1));
            }
            if (answer.status() == 201 && call.operation().id().equals("submit")) {
                add(new Case(id, Home.of(call.login())));
            } else if (answer.status() == 201 && call.operation().id().equals("openCalendar")) {
                calendars.add(id);
            } else if (answer.status() == 201) {
                schedule(id, call);
            }
        }
        Matcher next = NEXT.matcher(answer.header("Link"));
        if (next.find() && cursors.size() < SENT_KEPT) {
            cursors.add(next.group(1));
        }
    }

    void add(Case made) {
        homes.put(made.id(), made.home());
        cases.add(made);
        going.add(made);
    }

    private void schedule(String id, Call call) {
        try {
            JsonNode asked = JSON.readTree(call.bytes());
            Instant start = Instant.parse(asked.path("start").asString());
            Instant end = Instant.parse(asked.path("end").asString());
            Duration slot = Duration.ofMinutes(asked.path("slotMinutes").asInt(SLOT_MINUTES));
            sessions.add(
                    new Session(
                            id,
                            asked.path("court").asString(),
                            start,
                            (int) Duration.between(start, end).dividedBy(slot),
                            slot));
        } catch (JacksonException | DateTimeException odd) {
            // It was understood in a way that isn't known here: nobody books it.
        }
    }
}
