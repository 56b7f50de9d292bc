package org.engagementledger.api.openapi;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes of an answer what it would be in a world where no time passes between two moves of the
 * clock, where ids are counted and no address is a secret: the document is the same each time.
 */
final class Steady {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern SECRET = Pattern.compile("/calendars/[A-Za-z0-9_-]{43}\\.ics");
    private static final String NO_SECRET = "/calendars/" + "x".repeat(43) + ".ics";
    private static final int MINUTE = 60;

    private final TreeSet<Instant> moves = new TreeSet<>();
    private final Map<String, String> ids = new HashMap<>();

    Steady(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            if (exchange.endpoint().id().equals("moveClock") && exchange.body() != null) {
                moves.add(Instant.parse(exchange.body().path("now").asString()));
            }
        }
    }

    String of(String text) {
        String counted =
                UUID.matcher(SECRET.matcher(text).replaceAll(NO_SECRET))
                        .replaceAll(
                                id ->
                                        ids.computeIfAbsent(
                                                id.group(),
                                                known ->
                                                        "00000000-0000-4000-8000-%012d"
                                                                .formatted(ids.size() + 1)));
        return INSTANT.matcher(counted)
                .replaceAll(time -> of(Instant.parse(time.group())).toString());
    }

    /** What wasn't chosen by anybody, which would be a whole minute, was as the clock was set. */
    private Instant of(Instant time) {
        Instant set = moves.floor(time);
        boolean chosen = time.getEpochSecond() % MINUTE == 0 && time.getNano() == 0;
        return chosen || set == null ? time : set;
    }
}
