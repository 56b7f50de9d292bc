package org.engagementledger.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Marks.Home;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what is wrong with an answer. */
final class Oracle {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";

    /**
     * What any request may be answered that isn't HTTP as it should be, or too large for it,
     * whatever the operation declares.
     */
    private static final Set<Integer> OF_ANY_REQUEST = Set.of(400, 413, 414, 417, 431);

    /** Besides, if it isn't an operation's own method and path. */
    private static final Set<Integer> OF_NO_OPERATION =
            Set.of(200, 302, 304, 401, 403, 404, 405, 406, 409, 412, 415, 422, 428, 503);

    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\bat [\\w.$/]+\\([\\w.]+(:\\d+)?\\)|Exception\\b|org\\.(engagementledger|springframework|apache"
                            + "|axonframework|postgresql)\\.|\\bjavax?\\.(lang|util|sql|io)\\.|tools\\.jackson|jakarta\\."
                            + "|SQLSTATE|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) \\w+|ledger\\.event|Tomcat");

    private static final Pattern PLEAS =
            Pattern.compile("GUILTY|BIND_OVER|ADMITS_BREACH|AUTREFOIS|UNFIT_TO_PLEAD|\"plea");

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Where the service is, as whoever asks calls it. */
    private static final Pattern HERE = Pattern.compile("resource_metadata=\"[^\"]*\"");

    /** Words of an answer that say that something is there which isn't for its reader. */
    private static final Map<String, Pattern> UNTOLD =
            Map.of(
                    "defence", Pattern.compile("PROSECUTION_ONLY|victimsViews|\"reasoning\""),
                    "other-defence", Pattern.compile("PROSECUTION_ONLY|victimsViews|\"reasoning\""),
                    "triage", Pattern.compile("DEFENCE_ONLY"),
                    "prosecutor", Pattern.compile("DEFENCE_ONLY"),
                    "coordinator", Pattern.compile("(DEFENCE|PROSECUTION)_ONLY"),
                    "hmcts", PLEAS,
                    "police", PLEAS,
                    "operator", Pattern.compile("\"facts\""));

    /** The name of a parameter in which nothing can be hidden. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

    private static final Set<String> CONTACTS = Set.of("hmcts", "police");
    private static final Pattern ACCOUNT = Pattern.compile("\"account\":\"([^\"]*)\"");
    private static final Pattern LINKS = Pattern.compile("\"links\":\\[.*]");

    /** A body that large may be refused while it is still being sent. */
    private static final int REFUSED_UNREAD = 100_000;

    private final Map<String, Home> homes;
    private final AtomicInteger unavailable = new AtomicInteger();

    Oracle(Map<String, Home> homes) {
        this.homes = homes;
    }

    /** How often the service was unavailable though nobody wanted to wait. */
    int unavailable() {
        return unavailable.get();
    }

    /** What is wrong; empty if nothing is. */
    List<String> judge(Call call, Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() == 0) {
            if (call.framing() != Framing.CUT && call.body().length() < REFUSED_UNREAD) {
                wrong.add("no answer");
            }
            return wrong;
        }
        judgeStatus(call, answer, wrong);
        judgeHeaders(answer, wrong);
        if (answer.status() >= 400 && !call.method().equals("HEAD")) {
            judgeProblem(answer, wrong);
        } else {
            judgeSuccess(call, answer, wrong);
        }
        judgeDisclosure(call, answer, wrong);
        return wrong;
    }

    private void judgeStatus(Call call, Answer answer, List<String> wrong) {
        int status = answer.status();
        if (status >= 500 && status != 503 && !isOfHttp(call, status)) {
            wrong.add("status " + status);
        }
        if (status == 503) {
            if (!answer.header("Retry-After").matches("\\d+")) {
                wrong.add("503 without Retry-After");
            }
            if (!call.waits()) {
                unavailable.incrementAndGet();
            }
        }
        if (call.isKnown() && status == 401) {
            wrong.add("401 for a login that is known");
        }
        if (!call.isKnown() && status < 300 && !call.target().startsWith("/actuator/health")) {
            wrong.add("an answer for nobody: " + status);
        }
        boolean declared =
                OF_ANY_REQUEST.contains(status)
                        || (call.aimed()
                                ? call.operation().answers().containsKey(status)
                                : OF_NO_OPERATION.contains(status) || isOfHttp(call, status));
        if (!declared) {
            wrong.add("status %d isn't declared".formatted(status));
        }
    }

    /** A method that no server has but a proxy is answered so (RFC 9110, 15.6.2). */
    private static boolean isOfHttp(Call call, int status) {
        return status == 501 && call.method().equals("CONNECT");
    }

    /** What isn't sent again isn't stored either. */
    private static void judgeHeaders(Answer answer, List<String> wrong) {
        if (answer.status() != 304 && !answer.header("Cache-Control").contains("no-store")) {
            wrong.add("no no-store with %d".formatted(answer.status()));
        }
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            wrong.add("no nosniff with %d".formatted(answer.status()));
        }
        if (answer.status() == 401 && answer.header("WWW-Authenticate").isEmpty()) {
            wrong.add("401 without WWW-Authenticate");
        }
    }

    private static void judgeProblem(Answer answer, List<String> wrong) {
        if (!answer.mediaType().equals(PROBLEM)) {
            wrong.add("%d as '%s'".formatted(answer.status(), answer.mediaType()));
            return;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            if (problem.path("status").asInt(0) != answer.status()) {
                wrong.add("a problem of another status");
            }
            for (String name : List.of("type", "title", "detail")) {
                if (problem.path(name).asString("").isBlank()) {
                    wrong.add("a problem without " + name);
                }
            }
            if (!problem.path("type").asString("").startsWith("urn:engagement-ledger:problem:")) {
                wrong.add("a problem of no type of ours");
            }
            judgeWords(
                    ownWords(problem) + HERE.matcher("" + answer.headers()).replaceAll(""), wrong);
        } catch (JacksonException unreadable) {
            wrong.add("a problem that isn't JSON");
        }
    }

    /** What the service says of itself: without the address, and the places in body and query. */
    private static String ownWords(JsonNode problem) {
        ObjectNode own = (ObjectNode) problem.deepCopy();
        own.remove("instance");
        for (JsonNode error : own.path("errors")) {
            ((ObjectNode) error).remove("pointer");
            if (HARMLESS.matcher(error.path("parameter").asString("")).matches()) {
                ((ObjectNode) error).remove("parameter");
            }
        }
        return own.toString();
    }

    private static void judgeWords(String words, List<String> wrong) {
        Matcher insides = INSIDES.matcher(words);
        if (insides.find()) {
            wrong.add("insides: " + insides.group());
        }
        Matcher quoted = Pattern.compile(Marks.ANY + "|" + Hostile.SIGN).matcher(words);
        if (quoted.find()) {
            wrong.add("a problem quotes: " + quoted.group());
        }
    }

    private static void judgeSuccess(Call call, Answer answer, List<String> wrong) {
        Set<String> media = call.operation().answers().getOrDefault(answer.status(), Set.of());
        if (call.aimed()
                && !answer.body().isEmpty()
                && !media.isEmpty()
                && !media.contains(answer.mediaType())) {
            wrong.add("%d as '%s'".formatted(answer.status(), answer.mediaType()));
        }
        Pattern untold = UNTOLD.get(call.login());
        if (untold != null) {
            Matcher told = untold.matcher(answer.body());
            if (told.find()) {
                wrong.add("told: " + told.group());
            }
        }
    }

    /** Nothing that isn't for whoever asks is told, in body or headers, or done. */
    private void judgeDisclosure(Call call, Answer answer, List<String> wrong) {
        String path = call.target().replaceAll("\\?.*", "");
        StringBuilder told = new StringBuilder(answer.body().replace(path, ""));
        answer.headers()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("link")) {
                                told.append('\n').append(values);
                            }
                        });
        Marks.withheld(call.login(), told.toString())
                .ifPresent(it -> wrong.add("told %s: %s".formatted(call.login(), it)));
        Set<Home> foreign = foreign(call.login());
        if (foreign.isEmpty()) {
            return;
        }
        if (ids(unlinked(call, told))
                .anyMatch(id -> isOf(id, foreign) && !call.target().contains(id))) {
            wrong.add("told %s of another's case".formatted(call.login()));
        }
        if (call.aimed()
                && answer.status() < 400
                && ids(path).anyMatch(id -> isOf(id, foreign))
                && !isWrittenTo(call, answer)) {
            wrong.add("done for %s with another's case".formatted(call.login()));
        }
    }

    /** A contact who attends a meeting may read what was written to them about it. */
    private static boolean isWrittenTo(Call call, Answer answer) {
        return switch (call.operation().id()) {
            case "seeCorrespondence" ->
                    CONTACTS.contains(call.login())
                            && ACCOUNT.matcher(answer.body())
                                    .results()
                                    .allMatch(account -> account.group(1).equals(call.login()));
            case "openInvitation" -> CONTACTS.contains(call.login());
            default -> false;
        };
    }

    /**
     * What was told but the engagements that a strategy lead linked themselves and so may see; here
     * there is only one who links any.
     */
    private static CharSequence unlinked(Call call, CharSequence told) {
        if (!call.aimed() || !call.login().equals("strategy")) {
            return told;
        }
        return switch (call.operation().id()) {
            case "seeAction", "findChanges" -> "";
            case "findEvidence" -> LINKS.matcher(told).replaceAll("");
            default -> told;
        };
    }

    private static Stream<String> ids(CharSequence text) {
        return ID.matcher(text).results().map(MatchResult::group);
    }

    private boolean isOf(String id, Set<Home> some) {
        return homes.containsKey(id) && some.contains(homes.get(id));
    }

    /** Whose cases aren't even to be known. */
    private static Set<Home> foreign(String login) {
        return switch (login) {
            case "defence" -> Set.of(Home.SAMPLE, Home.ELSEWHERE);
            case "other-defence" -> Set.of(Home.EXAMPLE, Home.ELSEWHERE);
            case "triage", "prosecutor", "coordinator", "auditor", "operator" -> Set.of();
            default -> Set.of(Home.values());
        };
    }
}
