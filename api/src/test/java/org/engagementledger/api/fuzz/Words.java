package org.engagementledger.api.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.engagementledger.api.fuzz.Marks.Home;
import org.engagementledger.api.fuzz.World.Case;
import org.engagementledger.api.fuzz.World.Session;
import org.engagementledger.domain.casework.LondonTime;
import tools.jackson.databind.JsonNode;

/** Values by their names: where a schema only says that it is a text, the name says which. */
final class Words {

    /** What texts may hold, however odd. */
    private static final List<String> WORDS =
            List.of(
                    " in plain words",
                    " Zo\u00eb \u0141\u00f3d\u017a \u5f20\u4f1f \ud835\udd18 \ud83d\udc69\u200d\u2696\ufe0f",
                    " \u202eright to left\u202c \u200b\ufeff",
                    " \"quoted\" \\ / <b>&amp;</b> %s ${7*7} #{1} {{2}}",
                    " e\u0301\u0323\u0308",
                    " ' OR ''='",
                    "");

    private final World world;
    private final Scene scene;
    private final Home home;
    private final Dice dice;

    /**
     * What a call is about.
     *
     * @param login who asks
     * @param target which case
     * @param session which surgery
     */
    record Scene(String login, Case target, Session session) {}

    /**
     * @param home to whom belongs what is said
     */
    Words(World world, Scene scene, Home home, Dice dice) {
        this.world = world;
        this.scene = scene;
        this.home = home;
        this.dice = dice;
    }

    String visibility() {
        return switch (scene.login()) {
            case "defence", "other-defence" -> dice.one("SHARED", "DEFENCE_ONLY");
            case "triage", "prosecutor" -> dice.one("SHARED", "PROSECUTION_ONLY");
            case "coordinator" -> "SHARED";
            default -> dice.one("SHARED", "PROSECUTION_ONLY", "DEFENCE_ONLY");
        };
    }

    long integer(String name) {
        return switch (name) {
            case "percent" -> dice.between(0, 101);
            case "aim" -> dice.between(1, 3);
            case "slotMinutes" -> dice.one(20, 20, 10, 30);
            case "limit" -> dice.between(1, 40);
            case "after", "Last-Event-ID" -> dice.below(3_000);
            default -> dice.below(12);
        };
    }

    /** What a schema wants that says no more than that it is a text, a day or a time. */
    String string(JsonNode schema, String owner, String name, int index) {
        return switch (schema.path("format").asString("")) {
            case "date" -> date(name).toString();
            case "date-time" -> time(owner, name).toString();
            default ->
                    owner.contains("Host") && name.equals("email")
                            ? "host-%d@x.cjsm.net".formatted(dice.below(1_000_000))
                            : word(schema, name, index);
        };
    }

    private Object date(String name) {
        LocalDate today = LondonTime.dateOf(world.now());
        return switch (name) {
            case "dateOfBirth" -> Marks.birth(home, dice);
            case "due" -> today.plusDays(dice.below(10));
            case "custodyTimeLimit" -> today.plusDays(dice.between(20, 90));
            default -> today.plusDays(dice.one(0, 1, dice.below(40), dice.below(40)));
        };
    }

    private Instant time(String owner, String name) {
        return switch (name) {
            case "occurredAt" -> world.now().minusSeconds(60L * dice.below(30));
            case "now" ->
                    world.now()
                            .plusSeconds(60)
                            .plusSeconds(60L * dice.below(dice.percent(10) ? 1_800 : 20));
            case "start" -> owner.equals("Booking") ? slot() : begin();
            case "starts" -> slot();
            case "end" -> begin().plus(Duration.ofMinutes(20L * (1 + scene.session().slots() % 9)));
            default -> world.now();
        };
    }

    private Instant slot() {
        Session session = scene.session();
        return session.start()
                .plus(session.slot().multipliedBy(dice.below(Math.max(1, session.slots()))));
    }

    /** When a new surgery begins: the same for its start and its end. */
    private Instant begin() {
        int minutes = 10 * (1 + Math.floorMod(scene.target().id().hashCode(), 300));
        return world.now().plusSeconds(60L * minutes);
    }

    private String word(JsonNode schema, String name, int index) {
        return switch (name) {
            case "urn" -> urn();
            case "court" -> dice.percent(80) ? "B01CN00" : dice.one("B01BH00", "B01GU00");
            case "lead" -> "prosecutor";
            case "login" -> dice.one("prosecutor", "hmcts", "police", "no-such-login");
            case "joinLink" -> "https://meet.example/" + dice.below(100);
            case "of" -> dice.one("B01CN00", "prosecutor", scene.target().home().firm());
            case "from" -> "%02d:00".formatted(dice.between(8, 12));
            case "to" -> dice.percent(50) ? quarter() : "%02d:00".formatted(dice.between(12, 18));
            case "firm" -> dice.percent(50) ? scene.target().home().firm() : "third-firm";
            case "surgery" -> scene.session().id();
            case "issue", "defendant", "offence", "request", "plea" ->
                    name.substring(0, 1).toUpperCase(Locale.ROOT)
                            + (dice.percent(70) ? index + 1 : dice.between(1, 4));
            case "plan" -> "defendants-2022-2023";
            case "number" -> dice.between(1, 3) + "." + dice.between(1, 3);
            case "rule" -> "R" + dice.between(1, 3);
            case "due" -> quarter();
            case "engagement" -> scene.target().id();
            case "document" -> "https://documents.example/" + dice.below(100);
            case "code" -> dice.one("A", "B", "M1", "M2", "V1", "F", "ZZ");
            case "email" -> Marks.text(dice.below(1_000_000)) + "@x.cjsm.net";
            case "telephone" -> Marks.telephone(home, dice);
            default -> text(schema.path("maxLength").asInt(200));
        };
    }

    private String quarter() {
        return dice.between(2020, 2024) + "-Q" + dice.between(1, 4);
    }

    private String urn() {
        String urn = Marks.urn(home, dice.below(2_000));
        return dice.percent(20)
                ? urn.toLowerCase(Locale.ROOT).replaceAll("(..)(..)(.*)", "$1$2/$3")
                : urn;
    }

    private String text(int longest) {
        String text = Marks.text(dice.below(1_000_000)) + dice.one(WORDS);
        return dice.percent(2) ? text + "\u00e9".repeat(longest - text.length() - 2) : text;
    }

    /** This week, as ISO 8601 counts them. */
    String week() {
        LocalDate today = LondonTime.dateOf(world.now());
        return "%04d-W%02d"
                .formatted(
                        today.get(IsoFields.WEEK_BASED_YEAR),
                        today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Up to where something has been written. */
    String position() {
        String id = dice.percent(80) ? scene.target().id() : scene.session().id();
        return id + "@" + world.version(id);
    }
}
