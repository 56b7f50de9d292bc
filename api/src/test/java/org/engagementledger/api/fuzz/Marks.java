package org.engagementledger.api.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks each personal value with whose case it belongs to and who may see it, so that an answer
 * shows at a glance what it should not say. The letters differ in two bits at least: a slip of one
 * makes no other mark.
 */
final class Marks {

    /** To whom a case belongs from its beginning; it never goes from one to the other firm. */
    enum Home {
        EXAMPLE('A', 3, "example-and-co"),
        SAMPLE('B', 5, "sample-llp"),
        /** Nobody's who can log in: in person, or a firm's without a login. */
        ELSEWHERE('N', 6, "third-firm"),
        /** Nobody's: what the strategy says is official. */
        OFFICIAL('X', 0, "third-firm");

        private final char letter;
        private final int digit;
        private final String firm;

        Home(char letter, int digit, String firm) {
            this.letter = letter;
            this.digit = digit;
            this.firm = firm;
        }

        /** To whom what this login submits belongs. */
        static Home of(String login) {
            return switch (login) {
                case "defence" -> EXAMPLE;
                case "other-defence" -> SAMPLE;
                default -> ELSEWHERE;
            };
        }

        String firm() {
            return firm;
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VISIBILITY = "visibility";
    private static final String UNSIGNED = "zqv__";

    private static final String ANY_TEXT = "zqv[ABN_]";
    private static final String ANY_BIRTH = "190[356]-\\d\\d-\\d\\d";
    private static final String ANY_TELEPHONE = "020 7946 0[356]\\d\\d";
    private static final String ANY_URN = "\\d\\dQ[ABN]\\d{7}";
    private static final String ANY_FIRM = "example-and-co|sample-llp|third-firm";

    /** Whatever is personal. */
    static final String PERSONAL = String.join("|", ANY_TEXT, ANY_BIRTH, ANY_TELEPHONE);

    /** Whatever belongs to a case. */
    static final String ANY = PERSONAL + "|" + ANY_URN;

    private static final Pattern NOBODYS = Pattern.compile(ANY + "|" + ANY_FIRM);

    /** What must not be in anything that they are told; for whoever isn't here, nothing may be. */
    private static final Map<String, Pattern> WITHHELD =
            Map.of(
                    "defence",
                    anothers("BN", "56", "sample-llp"),
                    "other-defence",
                    anothers("AN", "36", "example-and-co"),
                    "triage",
                    Pattern.compile("zqv.D"),
                    "prosecutor",
                    Pattern.compile("zqv.D"),
                    "coordinator",
                    Pattern.compile("zqv.[DP]"),
                    "hmcts",
                    Pattern.compile(PERSONAL + "|" + ANY_FIRM),
                    "police",
                    Pattern.compile(PERSONAL + "|" + ANY_FIRM),
                    "operator",
                    Pattern.compile(PERSONAL),
                    "auditor",
                    Pattern.compile("(?!)"));

    private Marks() {}

    private static Pattern anothers(String letters, String digits, String firm) {
        return Pattern.compile(
                "zqv[%1$s]|zqv.P|190[%2$s]-\\d\\d-\\d\\d|020 7946 0[%2$s]|\\d\\dQ[%1$s]\\d{7}|%3$s"
                        .formatted(letters, digits, firm));
    }

    /** A text that isn't signed yet. */
    static String text(int number) {
        return UNSIGNED + number;
    }

    static String urn(Home home, int number) {
        return "01Q%s%05d20".formatted(home.letter, number);
    }

    static String birth(Home home, Dice dice) {
        return "190%d-%02d-%02d".formatted(home.digit, dice.between(1, 12), dice.between(1, 28));
    }

    static String telephone(Home home, Dice dice) {
        return "020 7946 0%d%02d".formatted(home.digit, dice.below(100));
    }

    /** The body with all its texts signed: whose they are, and who may see them. */
    static JsonNode signed(JsonNode body, Home home) {
        return signed(body, home, 'S');
    }

    private static JsonNode signed(JsonNode node, Home home, char side) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.objectNode();
            char inside = side(object.path(VISIBILITY).asString(""));
            object.properties()
                    .forEach(it -> copy.set(it.getKey(), signed(it.getValue(), home, inside)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.arrayNode();
            array.forEach(it -> copy.add(signed(it, home, side)));
            return copy;
        }
        return node.isString()
                ? JSON.stringNode(node.asString().replace(UNSIGNED, "zqv" + home.letter + side))
                : node;
    }

    private static char side(String visibility) {
        return switch (visibility) {
            case "DEFENCE_ONLY" -> 'D';
            case "PROSECUTION_ONLY" -> 'P';
            default -> 'S';
        };
    }

    /** What of this the login must not be told. */
    static Optional<String> withheld(String login, String told) {
        Matcher found = WITHHELD.getOrDefault(login, NOBODYS).matcher(told);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** The logins there are. */
    static final List<String> LOGINS =
            List.of(
                    "defence",
                    "other-defence",
                    "triage",
                    "prosecutor",
                    "coordinator",
                    "hmcts",
                    "police",
                    "strategy",
                    "auditor",
                    "protection",
                    "operator");
}
