package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of reader is shown of the same cases what {@code docs/who-may-do-what.md} says, and
 * nothing else is in what they get.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhoSeesWhatTest extends OverHttp {

    private static final int PAGE = 500;

    /** By the heading of its table, how a representation is asked for and where its schema is. */
    private final Map<String, Representation> representations =
            Map.ofEntries(
                    Map.entry(
                            "An engagement",
                            new Representation("/api/engagements/{id}", this::engagements)),
                    Map.entry(
                            "Engagements in a list",
                            new Representation("/api/engagements", this::list)),
                    Map.entry(
                            "The history",
                            new Representation("/api/engagements/{id}/history", this::history)),
                    Map.entry("Events", new Representation("/api/events", this::events)),
                    Map.entry("The schedule", new Representation("/api/schedule", this::schedule)),
                    Map.entry(
                            "One session",
                            new Representation("/api/surgeries/{id}", this::sessions)),
                    Map.entry(
                            "Programmes", new Representation("/api/programmes", this::programmes)),
                    Map.entry(
                            "Who read an engagement",
                            new Representation("/api/engagements/{id}/accesses", this::accesses)),
                    Map.entry(
                            "The access log", new Representation("/api/accesses", this::accessLog)),
                    Map.entry(
                            "Free slots", new Representation("/api/availability", this::freeSlots)),
                    Map.entry(
                            "How sessions were used",
                            new Representation("/api/schedule/utilisation", this::utilisation)),
                    Map.entry(
                            "What a figure counts",
                            new Representation("/api/evaluation/cases", this::counted)),
                    Map.entry(
                            "Codes that don't go with the ledger",
                            new Representation(
                                    "/api/evaluation/contradictions", this::contradictions)),
                    Map.entry(
                            "How the strategy's actions stand",
                            new Representation("/api/strategy/progress", this::progress)),
                    Map.entry(
                            "One of the strategy's actions",
                            new Representation("/api/strategy/actions/{number}", this::action)),
                    Map.entry(
                            "What changed in the strategy's actions",
                            new Representation("/api/strategy/changes", this::changes)),
                    Map.entry(
                            "Evidence of one of the strategy's actions",
                            new Representation(
                                    "/api/strategy/actions/{number}/evidence", this::evidence)),
                    Map.entry("Calendars", new Representation("/api/calendars", this::calendars)),
                    Map.entry(
                            "Who waits for a slot",
                            new Representation("/api/waiting-lists/{court}", this::waitingList)),
                    Map.entry(
                            "Offers",
                            new Representation("/api/waiting-lists/{court}/offers", this::offers)),
                    Map.entry(
                            "What the coordinator was told",
                            new Representation("/api/notices", this::notices)),
                    Map.entry(
                            "What was written about an engagement",
                            new Representation(
                                    "/api/engagements/{id}/correspondence", this::correspondence)));

    /**
     * What letters say only where there is a mail server, to the coordinator by mail, a day before
     * a meeting, or of a session: {@link InvitationsByMailTest} has those.
     */
    private static final Pattern OF_MAILS =
            Pattern.compile(
                    "recipients\\.(at|why|nextAttempt|messageId)|session|at|why"
                            + "|facts\\.(MailSent|MailFailed|MailGivenUp|MailTakenUp|ReminderPrepared)\\..*"
                            + "|facts\\.NoticePrepared\\.recipients\\..*"
                            + "|facts\\.InvitationPrepared\\.calledOff\\..*"
                            + "|facts\\.OfferLetterPrepared\\.(appointment\\.joinLink|recipients\\.account)"
                            + "|facts\\.SessionLetterPrepared\\.recipients\\.firm");

    private FullCases full;

    /** Has a session of its own, long after all others. */
    private Highbury free;

    /**
     * Something that readers are shown.
     *
     * @param path what they ask
     * @param answers what a reader is answered; nothing if it is refused
     */
    private record Representation(String path, Function<String, Stream<JsonNode>> answers) {

        Set<String> seenBy(String reader) {
            return answers.apply(reader)
                    .flatMap(answer -> Seen.in(answer).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Stream<JsonNode> ask(String reader, String path) {
        Reply reply =
                reader.equals("nobody")
                        ? Login.send(defence.anonymous(path).GET())
                        : login(reader).get(path);
        return reply.status() == 200 ? Stream.of(reply.json()) : Stream.empty();
    }

    private Stream<JsonNode> engagements(String reader) {
        return full.cases().stream().flatMap(file -> ask(reader, file.path("")));
    }

    private Stream<JsonNode> list(String reader) {
        return full.cases().stream()
                .flatMap(file -> ask(reader, "/api/engagements?urn=" + file.urn()));
    }

    private Stream<JsonNode> history(String reader) {
        return full.cases().stream().flatMap(file -> ask(reader, file.path("/history")));
    }

    private Stream<JsonNode> schedule(String reader) {
        List<String> ids = full.sessions().stream().map(FullCases.Session::id).toList();
        return full.sessions().stream()
                .map(session -> LondonTime.dateOf(session.start()))
                .distinct()
                .flatMap(day -> ask(reader, "/api/schedule?court=B01CN00&day=" + day))
                .flatMap(JsonNode::valueStream)
                .filter(session -> ids.contains(session.path("id").asString()));
    }

    private Stream<JsonNode> sessions(String reader) {
        return full.sessions().stream()
                .flatMap(session -> ask(reader, "/api/surgeries/" + session.id()));
    }

    private Stream<JsonNode> freeSlots(String reader) {
        return ask(reader, "/api/availability?court=B01CN00&day=" + free.day(1));
    }

    private Stream<JsonNode> utilisation(String reader) {
        return full.sessions().stream()
                .map(session -> LondonTime.dateOf(session.start()))
                .distinct()
                .flatMap(day -> ask(reader, "/api/schedule/utilisation?court=B01CN00&day=" + day));
    }

    private Stream<JsonNode> counted(String reader) {
        return ofTheCases(ask(reader, "/api/evaluation/cases?figure=PLEAS_AGREED&limit=500"));
    }

    private Stream<JsonNode> contradictions(String reader) {
        return ofTheCases(ask(reader, "/api/evaluation/contradictions?limit=500"));
    }

    private Stream<JsonNode> ofTheCases(Stream<JsonNode> answers) {
        List<String> ids = full.cases().stream().map(CaseFile::id).toList();
        return answers.flatMap(JsonNode::valueStream)
                .filter(entry -> ids.contains(entry.path("engagement").asString()));
    }

    private Stream<JsonNode> progress(String reader) {
        return ask(reader, "/api/strategy/progress");
    }

    private Stream<JsonNode> action(String reader) {
        return ask(reader, "/api/strategy/actions/" + FullCases.ACTION);
    }

    private Stream<JsonNode> changes(String reader) {
        return ask(
                reader,
                "/api/strategy/changes?since=2020-11-01&limit=500&action=" + FullCases.ACTION);
    }

    private Stream<JsonNode> evidence(String reader) {
        return ask(reader, "/api/strategy/actions/%s/evidence".formatted(FullCases.ACTION));
    }

    private Stream<JsonNode> calendars(String reader) {
        String revoked = calendar();
        return ask(reader, "/api/calendars?limit=500")
                .flatMap(JsonNode::valueStream)
                .filter(calendar -> calendar.path("id").asString().equals(revoked));
    }

    /** One that the defence opened and revoked; the same for all. */
    private String calendar() {
        String id =
                defence.post(
                                "/api/calendars",
                                "{\"kind\":\"FIRM\",\"of\":\"example-and-co\"}",
                                "Idempotency-Key",
                                "who-sees-what")
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        defence.post(
                        "/api/calendars/%s/revocation".formatted(id),
                        "{}",
                        "Idempotency-Key",
                        "who-sees-what")
                .isOk(200);
        awaitShown(id);
        return id;
    }

    private Stream<JsonNode> programmes(String reader) {
        return ask(reader, "/api/programmes")
                .flatMap(JsonNode::valueStream)
                .filter(programme -> programme.path("court").asString().equals("B01GU00"));
    }

    /** Others have read before what is asked here: these tables are the last. */
    private Stream<JsonNode> accesses(String reader) {
        return full.cases().stream().flatMap(file -> ask(reader, file.path("/accesses")));
    }

    private Stream<JsonNode> accessLog(String reader) {
        return full.cases().stream()
                .flatMap(file -> ask(reader, "/api/accesses?engagement=" + file.id()));
    }

    private Stream<JsonNode> waitingList(String reader) {
        return ask(reader, "/api/waiting-lists/B01CN00");
    }

    private Stream<JsonNode> offers(String reader) {
        return ask(reader, "/api/waiting-lists/B01CN00/offers");
    }

    private Stream<JsonNode> correspondence(String reader) {
        return full.cases().stream().flatMap(file -> ask(reader, file.path("/correspondence")));
    }

    private Stream<JsonNode> notices(String reader) {
        Set<String> sessions =
                full.sessions().stream().map(FullCases.Session::id).collect(Collectors.toSet());
        Set<String> ids = full.cases().stream().map(CaseFile::id).collect(Collectors.toSet());
        return ask(reader, "/api/notices?limit=500")
                .flatMap(JsonNode::valueStream)
                .filter(
                        notice ->
                                sessions.contains(notice.path("surgery").asString(""))
                                        || ids.contains(notice.path("engagement").asString("")));
    }

    /**
     * Those of the cases, of what was written about them, of their sessions and claims, of a
     * calendar, and of an action of the strategy.
     */
    private Stream<JsonNode> events(String reader) {
        Set<String> ids = new TreeSet<>();
        ids.add(calendar());
        full.cases().forEach(file -> ids.add(file.id()));
        full.cases().forEach(file -> ids.add("correspondence:" + file.id()));
        full.sessions().forEach(session -> ids.add(session.id()));
        full.sessions().forEach(session -> ids.add("correspondence:" + session.id()));
        ids.add("waiting-B01CN00");
        ids.addAll(full.others());
        List<String> urns = full.cases().stream().map(CaseFile::urn).toList();
        List<JsonNode> found = new ArrayList<>();
        long after = 0;
        List<JsonNode> page;
        do {
            page =
                    ask(reader, "/api/events?limit=%d&after=%d".formatted(PAGE, after))
                            .flatMap(JsonNode::valueStream)
                            .toList();
            for (JsonNode event : page) {
                after = event.path("position").asLong();
                String id = event.path("aggregateId").asString();
                if (ids.contains(id) || urns.stream().anyMatch(id::contains)) {
                    found.add(event);
                }
            }
        } while (page.size() == PAGE);
        return found.stream();
    }

    @Test
    void everybodyIsShownWhatTheTablesSay() {
        full = new FullCases(this);
        free = new Highbury(this);
        free.session(CaseFile.COURT, 1, "15:00", 1);
        full.cases().forEach(file -> awaitShown(file.id()));
        awaitQuiet();
        List<String> differences = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (Matrix table : Matrix.all()) {
            if (!table.heading().equals(WhoMayDoWhatTest.HEADING)) {
                headings.add(table.heading());
                differences.addAll(differences(table));
            }
        }

        assertThat(headings).containsExactlyInAnyOrderElementsOf(representations.keySet());
        assertThat(differences).as("What isn't as the tables have it").isEmpty();
    }

    private List<String> differences(Matrix table) {
        Representation representation = representations.get(table.heading());
        assertThat(representation).as(table.heading()).isNotNull();
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (String reader : Matrix.READERS) {
            seen.put(reader, representation.seenBy(reader));
        }
        Set<String> all = new TreeSet<>();
        seen.values().forEach(all::addAll);
        List<String> differences = new ArrayList<>();
        Map<Matrix.Row, Set<String>> places = new LinkedHashMap<>();
        Set<String> left = new TreeSet<>(all);
        for (Matrix.Row row : table.rows()) {
            Set<String> its = within(row, left);
            left.removeAll(its);
            places.put(row, its);
        }
        places.forEach(
                (row, its) -> {
                    if (its.isEmpty()) {
                        differences.add("%s: nobody sees %s".formatted(table.heading(), what(row)));
                    }
                    seen.forEach(
                            (reader, theirs) ->
                                    differences.addAll(
                                            differences(table, row, its, reader, theirs)));
                });
        left.forEach(
                place -> differences.add("%s: no row has %s".formatted(table.heading(), place)));
        Set<String> untold = Schema.places(representation.path());
        untold.removeIf(
                place -> all.stream().map(WhoSeesWhatTest::untagged).anyMatch(place::equals));
        untold.removeIf(OF_MAILS.asMatchPredicate());
        // Whoever joins the waiting list has no offer yet, and whose is withdrawn, no more.
        untold.removeIf(place -> place.startsWith("facts.PlaceTaken.waiting.offered."));
        untold.removeIf(place -> place.startsWith("facts.OfferWithdrawn.waiting.offered."));
        untold.forEach(
                place -> differences.add("%s: no case has %s".formatted(table.heading(), place)));
        return differences;
    }

    private static List<String> differences(
            Matrix table, Matrix.Row row, Set<String> places, String reader, Set<String> theirs) {
        boolean shown = row.at(reader).equals("yes");
        return places.stream()
                .filter(place -> theirs.contains(place) != shown)
                .map(
                        place ->
                                "%s, %s, %s: %s is %s"
                                        .formatted(
                                                table.heading(),
                                                what(row),
                                                reader,
                                                place,
                                                shown ? "missing" : "shown"))
                .toList();
    }

    private static String what(Matrix.Row row) {
        return row.at("what");
    }

    private static Set<String> within(Matrix.Row row, Set<String> places) {
        Set<String> its = new TreeSet<>();
        for (String pattern : row.at("where").replace("`", "").split(",", -1)) {
            Pattern regex =
                    Pattern.compile(
                            pattern.strip()
                                    .replace(".", "\\.")
                                    .replace("**", "[^:]+")
                                    .replaceAll("(?<=^|[.])[*]", "[^.:]+"));
            places.stream().filter(regex.asMatchPredicate()).forEach(its::add);
        }
        return its;
    }

    private static String untagged(String place) {
        return place.replaceAll("[:=].*", "");
    }
}
