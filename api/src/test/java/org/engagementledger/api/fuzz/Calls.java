package org.engagementledger.api.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.engagementledger.api.fuzz.ApiDocument.Operation;
import org.engagementledger.api.fuzz.ApiDocument.Parameter;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Call.Header;
import org.engagementledger.api.fuzz.Marks.Home;
import org.engagementledger.api.fuzz.Words.Scene;
import org.engagementledger.api.fuzz.World.Case;
import tools.jackson.databind.JsonNode;

/**
 * Makes calls from the document: about half as it wants them, so that they reach the domain, the
 * others with something wrong.
 */
final class Calls {

    private static final int RECENT = 12;
    private static final int STREAMED_OF_100 = 15;

    private static final List<String> BROKEN =
            List.of(
                    "Basic",
                    "Basic !!!!",
                    "Basic ZGVmZW5jZTpoeng=",
                    "Basic YXVkaXRvcjo=",
                    "Basic " + "A".repeat(5_000),
                    "Bearer",
                    "Bearer hzx",
                    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhdWRpdG9yIn0.",
                    "Bearer a.b.c",
                    "Bearer \u00e9\u0001",
                    "Negotiate hzx",
                    "Digest username=\"auditor\"");

    private final ApiDocument document;
    private final World world;
    private final long seed;

    Calls(ApiDocument document, World world, long seed) {
        this.document = document;
        this.world = world;
        this.seed = seed;
    }

    /** The call of this number. */
    Call next(int number) {
        Dice dice = new Dice(seed, number);
        if (dice.percent(3) && !world.sent().isEmpty()) {
            return dice.one(world.sent()).again(number);
        }
        Operation operation = dice.one(document.operations());
        String login = login(operation, dice);
        Scene scene = new Scene(login, target(login, dice), dice.one(latest(world.sessions())));
        Values values = new Values(document, operation, world, scene, dice);
        String credential = login.equals(Call.BROKEN) ? dice.one(BROKEN) : "";
        return made(new Draft(operation, login, credential), values, dice).call(number);
    }

    /** Mostly one to whom it is open. */
    private String login(Operation operation, Dice dice) {
        List<String> open = world.openTo(operation.id());
        int chance = dice.below(100);
        if (chance < 4) {
            return Call.NOBODY;
        }
        if (chance < 8) {
            return Call.BROKEN;
        }
        return chance < 70 && !open.isEmpty() ? dice.one(open) : dice.one(Marks.LOGINS);
    }

    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - RECENT), all.size());
    }

    /** Mostly a case of the login's own, and sometimes none at all. */
    private Case target(String login, Dice dice) {
        if (dice.percent(4)) {
            String unknown =
                    dice.one(
                            new UUID(dice.below(99), dice.below(99)).toString(),
                            dice.one(world.sessions()).id(),
                            "claim:" + Marks.urn(Home.EXAMPLE, 1) + ":PRE_TRIAL:example-and-co");
            return new Case(unknown, Home.ELSEWHERE);
        }
        List<Case> some =
                dice.percent(85) && !world.going().isEmpty() ? world.going() : world.cases();
        List<Case> own = some.stream().filter(it -> it.home() == Home.of(login)).toList();
        return dice.one(latest(dice.percent(60) && !own.isEmpty() ? own : some));
    }

    /** What is wrong with a call. */
    private enum Oddity {
        NOTHING,
        A_PARAMETER,
        THE_BODY,
        THE_QUERY,
        THE_BYTES,
        A_HEADER,
        THE_ADDRESS,
        THE_METHOD;

        static Oddity of(Operation operation, Dice dice) {
            if (dice.percent(50)) {
                return NOTHING;
            }
            return operation.body().isMissingNode()
                    ? dice.one(
                            A_PARAMETER,
                            A_PARAMETER,
                            THE_QUERY,
                            THE_QUERY,
                            A_HEADER,
                            dice.one(THE_ADDRESS, THE_METHOD))
                    : dice.one(
                            THE_BODY,
                            THE_BODY,
                            THE_BODY,
                            THE_BODY,
                            A_PARAMETER,
                            A_PARAMETER,
                            THE_QUERY,
                            THE_BYTES,
                            A_HEADER,
                            dice.one(THE_ADDRESS, THE_METHOD));
        }
    }

    private Draft made(Draft draft, Values values, Dice dice) {
        Operation operation = draft.operation;
        Hostile hostile = new Hostile(dice);
        Oddity oddity = Oddity.of(operation, dice);
        draft.path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() || dice.percent(wanted(parameter))) {
                boolean wrong = oddity == Oddity.A_PARAMETER && dice.percent(40);
                add(draft, parameter, wrong ? hostile.text() : values.parameter(parameter), wrong);
            }
        }
        boolean streamed = operation.streams() && dice.percent(STREAMED_OF_100);
        draft.headers.add(
                new Header(
                        "Accept",
                        streamed
                                ? "text/event-stream"
                                : dice.one(
                                        "application/json, text/calendar",
                                        "application/json, text/calendar",
                                        "text/csv, application/json;q=0.5, text/calendar;q=0.5")));
        if (!operation.body().isMissingNode()) {
            JsonNode body = values.body();
            JsonNode sent = oddity == Oddity.THE_BODY ? hostile.mutated(body) : body;
            draft.body = Hostile.written(Marks.signed(sent, values.home()));
            draft.headers.add(new Header("Content-Type", "application/json"));
            draft.framing = dice.percent(10) ? Framing.CHUNKED : Framing.LENGTH;
        }
        Disorder disorder = new Disorder(dice);
        switch (oddity) {
            case NOTHING, A_PARAMETER, THE_BODY -> {}
            case THE_QUERY -> disorder.ofQuery(draft);
            case THE_BYTES -> disorder.ofBody(draft);
            case A_HEADER -> disorder.ofHeaders(draft);
            case THE_ADDRESS -> disorder.ofAddress(draft);
            case THE_METHOD -> disorder.ofMethod(draft);
        }
        waitsShortly(draft, dice);
        return draft;
    }

    private static int wanted(Parameter parameter) {
        return switch (parameter.name()) {
            case "dryRun", "after", "Prefer" -> 15;
            case "at" -> 10;
            case "Idempotency-Key", "If-Match" -> 50;
            case "day", "week" -> 40;
            case "from", "to" -> 20;
            default -> 30;
        };
    }

    /** What isn't there, or isn't to be known, would be waited for in vain. */
    private static void waitsShortly(Draft draft, Dice dice) {
        if (draft.query.stream().anyMatch(it -> it.startsWith("at="))) {
            draft.headers.removeIf(it -> it.name().equals("Prefer"));
            draft.headers.add(new Header("Prefer", dice.percent(20) ? "wait=1" : "wait=0"));
        }
    }

    private static void add(Draft draft, Parameter parameter, String value, boolean wrong) {
        switch (parameter.in()) {
            case "path" -> {
                draft.path = draft.path.replace("{" + parameter.name() + "}", encoded(value));
                draft.aimed &= !wrong;
            }
            case "query" -> draft.query.add(parameter.name() + "=" + encoded(value));
            default -> {
                draft.headers.add(new Header(parameter.name(), value));
                draft.last |= wrong;
            }
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
