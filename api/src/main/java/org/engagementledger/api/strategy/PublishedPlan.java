package org.engagementledger.api.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.api.strategy.PagedText.Line;
import org.engagementledger.api.strategy.PlanFile.PlanAction;
import org.engagementledger.api.strategy.PlanFile.PlanAim;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan from the text of its published table: aims with their actions, which have a number,
 * a sentence that ends with a full stop, and behind it the quarter in which they are due, or
 * nothing. Aims, numbers and timings stand glued to what is before them, or on lines of their own.
 *
 * <p>What can't be read is told with its line and left out; nothing is guessed. An action whose
 * timing can't be read isn't made an undated one, nor is one behind which something stands apart
 * that may be its timing.
 *
 * <p>The columns' headings are passed over everywhere, and so are the headers and footers of pages
 * whose ends are told by form feeds, unless one may be a timing. Whatever else may be a page's own
 * and stands within an action's sentence isn't taken for a part of it: a line that is a page's
 * number, that names the plan again, or that is there more than once, but for numbers. Then the
 * action is left out.
 */
final class PublishedPlan {

    private static final Pattern HEADING =
            Pattern.compile("(\\p{L}+) Strategy Action Plan (\\d{4})\\s*[\u2013-]\\s*(\\d{4})");

    private static final Pattern COLUMNS =
            Pattern.compile("Strategic\\s*Aim\\s*Action\\s*Timing", Pattern.CASE_INSENSITIVE);

    /** An action's first line, behind its aim's title if it is glued to that. */
    private static final Pattern ACTION =
            Pattern.compile("(?<aim>[^0-9]*)(?<number>[0-9]+\\.[0-9]+)\\s*(?<text>\\p{L}.*)?");

    /** Neither a sentence nor a timing. */
    private static final Pattern TITLE = Pattern.compile("\\p{L}[^.0-9]*");

    private static final Pattern SENTENCE = Pattern.compile("(?<text>.*\\.)\\s*(?<rest>[^.]*)");

    /** A quarter of the plan's first year, or of one of its years that is written behind it. */
    private static final Pattern TIMING =
            Pattern.compile("Q(?<quarter>[1-4])(?:\\s+(?<from>\\d{2})/(?<to>\\d{2}))?");

    /** What may have been meant as one, on a line of its own. */
    private static final Pattern LIKE_A_TIMING =
            Pattern.compile("Q\\s*[0-9].*", Pattern.CASE_INSENSITIVE);

    /** What a page's number looks like, alone or of how many. */
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "(?:page\\s*)?[\\p{Punct}\u2013]?\\s*[0-9]+\\s*(?:(?:of|/)\\s*[0-9]+\\s*)?[\\p{Punct}\u2013]?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t]]|[\\p{Cs}\\p{Cn}]");

    private static final int CENTURY = 100;
    private static final int SHOWN = 60;

    /**
     * What was read.
     *
     * @param plan all that could be
     * @param unread what could not, line by line
     */
    record Reading(PlanFile plan, List<Unread> unread) {
        Reading {
            unread = List.copyOf(unread);
        }

        /** The numbers of the actions behind which there is no timing. */
        List<String> undated() {
            return plan.command().aims().stream()
                    .flatMap(aim -> aim.actions().stream())
                    .filter(action -> action.due() == null)
                    .flatMap(action -> Stream.ofNullable(action.number()))
                    .toList();
        }
    }

    /**
     * Something that could not be read.
     *
     * @param line where it begins; 1 for the first
     */
    record Unread(int line, String why) {

        @Override
        public String toString() {
            return "Line %d: %s".formatted(line, why);
        }
    }

    /** A line that is no action's: it is a title if an aim's first action follows. */
    private record Apart(int line, String text, boolean edge) {

        boolean mayBeTitle() {
            return !edge && TITLE.matcher(text).matches();
        }
    }

    /** An action that was read, as long as it is the last. */
    private record Last(int line, ActionNumber number, PlanAction action) {

        boolean mayBeTimedBy(Apart apart) {
            return action.due() == null || LIKE_A_TIMING.matcher(apart.text()).matches();
        }
    }

    /** An action as far as it has been read. */
    private static final class Begun {
        private final int line;
        private final String number;
        private String text;
        private boolean ended;

        /** The first line in it that may be its page's own. */
        private @Nullable Line doubtful;

        Begun(int line, String number, String text) {
            this.line = line;
            this.number = number;
            this.text = text;
        }

        /** Whether the next line may go on with it: its sentence hasn't ended, nor its cell. */
        boolean isOpen() {
            return !ended && !endsSentence(text);
        }

        private boolean isTimed() {
            return PublishedPlan.isTimed(text);
        }

        /** Whether this may be its timing, on a line of its own. */
        boolean takes(String line) {
            return !ended && !isTimed() && TIMING.matcher(line).matches();
        }

        void add(String more) {
            text = (text + " " + more).strip();
        }

        void doubt(Line line) {
            if (doubtful == null) {
                doubtful = line;
            }
        }
    }

    private static boolean isTimed(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.matches() && TIMING.matcher(sentence.group("rest")).matches();
    }

    private static boolean endsSentence(String text) {
        return text.endsWith(".") || isTimed(text);
    }

    private final List<Unread> unread = new ArrayList<>();
    private final Map<Integer, String> titles = new HashMap<>();
    private final Map<Integer, List<PlanAction>> aims = new TreeMap<>();
    private final Map<ActionNumber, Integer> lines = new HashMap<>();
    private @Nullable String name;
    private int firstYear;
    private int lastYear;
    private final List<Apart> apart = new ArrayList<>();
    private @Nullable Begun begun;
    private @Nullable Last last;
    private int lastAim;
    private int lastAction;

    /** How often each line is there, but for its numbers. */
    private final Map<String, Integer> times = new HashMap<>();

    private PublishedPlan() {}

    /** Reads the text. */
    static Reading read(String text) {
        return new PublishedPlan().all(PagedText.lines(plain(text), PublishedPlan::isContent));
    }

    /** Without the mark with which some begin a text, and with usual spaces. */
    private static String plain(String text) {
        return (text.startsWith("\ufeff") ? text.substring(1) : text).replace('\u00a0', ' ');
    }

    /** What the table itself may say at the edge of any page. */
    private static boolean isContent(String line) {
        Matcher action = ACTION.matcher(line);
        return (action.matches() && begins(action.group("aim"), true))
                || LIKE_A_TIMING.matcher(line).matches()
                || endsSentence(line);
    }

    private Reading all(List<Line> text) {
        text.forEach(line -> times.merge(PagedText.butForNumbers(line.text()), 1, Integer::sum));
        text.forEach(this::line);
        end();
        claimNone();
        if (name == null) {
            unread.add(
                    new Unread(
                            1,
                            "no line names the plan and its years, as in: Defendants Strategy Action"
                                    + " Plan 2022 \u2013 2023"));
        }
        unread.sort(Comparator.comparingInt(Unread::line));
        return new Reading(
                new PlanFile(
                        name,
                        aims.entrySet().stream()
                                .map(
                                        aim ->
                                                new PlanAim(
                                                        aim.getKey(),
                                                        titles.get(aim.getKey()),
                                                        aim.getValue()))
                                .toList()),
                unread);
    }

    private void line(Line of) {
        int number = of.number();
        String line = of.text();
        Begun open = begun;
        if (line.isEmpty()) {
            if (open != null && !(of.edge() && open.isOpen())) {
                open.ended = true;
            }
            return;
        }
        Matcher heading = HEADING.matcher(line);
        if (CONTROL.matcher(line).find()) {
            unread.add(new Unread(number, "a character that is none of a text: " + shown(line)));
            return;
        }
        if (name == null
                && heading.matches()
                && heading.group(2).compareTo(heading.group(3)) <= 0) {
            firstYear = Integer.parseInt(heading.group(2));
            lastYear = Integer.parseInt(heading.group(3));
            name =
                    "%s-%s-%s"
                            .formatted(
                                    heading.group(1).toLowerCase(Locale.ROOT),
                                    heading.group(2),
                                    heading.group(3));
            return;
        }
        if (COLUMNS.matcher(line).matches() || (of.edge() && cantBeATiming(line))) {
            return;
        }
        Matcher action = ACTION.matcher(line);
        if (action.matches() && begins(action.group("aim"), open != null && open.isOpen())) {
            end();
            if (!action.group("aim").isBlank()) {
                claimNone();
                apart.add(new Apart(number, action.group("aim").strip(), of.edge()));
            }
            String said = action.group("text");
            begun = new Begun(number, action.group("number"), said == null ? "" : said.strip());
        } else if (open != null && (open.isOpen() || open.takes(line))) {
            if (open.isOpen() && mayBeAPagesOwn(line)) {
                open.doubt(of);
            }
            open.add(line);
        } else {
            end();
            apart.add(new Apart(number, line, of.edge()));
        }
    }

    /** A number in the midst of an action's sentence begins no other action. */
    private static boolean begins(String before, boolean open) {
        return before.isEmpty()
                || !open
                || !Character.isWhitespace(before.charAt(before.length() - 1));
    }

    private boolean mayBeAPagesOwn(String line) {
        return !isContent(line)
                && (namesPageOrPlan(line)
                        || times.getOrDefault(PagedText.butForNumbers(line), 0) > 1);
    }

    private static boolean namesPageOrPlan(String line) {
        return PAGE_NUMBER.matcher(line).matches() || HEADING.matcher(line).find();
    }

    /** Whether this isn't the timing of the action before it, whatever it says. */
    private boolean cantBeATiming(String line) {
        boolean awaited =
                begun == null
                        ? last != null && last.action().due() == null
                        : !begun.isOpen() && !begun.isTimed();
        return !awaited || namesPageOrPlan(line);
    }

    /** The lines that stand apart came to nothing, unless one of them is the timing looked for. */
    private void claimNone() {
        apart.forEach(
                it ->
                        unread.add(
                                new Unread(
                                        it.line(),
                                        "neither an action nor the title of an aim: "
                                                + shown(it.text()))));
        Last before = last;
        if (before != null) {
            apart.stream()
                    .filter(before::mayBeTimedBy)
                    .findFirst()
                    .ifPresent(timing -> leaveOut(before, timing));
        }
        apart.clear();
    }

    private void leaveOut(Last action, Apart timing) {
        unread.add(
                new Unread(
                        action.line(),
                        "action %s is left out, for line %d may be its timing: %s"
                                .formatted(action.number(), timing.line(), shown(timing.text()))));
        aims.computeIfPresent(
                action.number().aim(),
                (aim, actions) -> {
                    actions.remove(action.action());
                    return actions.isEmpty() ? null : actions;
                });
        last = null;
    }

    private void end() {
        Begun action = begun;
        begun = null;
        if (action == null) {
            return;
        }
        Optional<ActionNumber> number = ActionNumber.read(action.number);
        if (number.isEmpty()) {
            claimNone();
            last = null;
            unread.add(new Unread(action.line, "no action's number: " + action.number));
            return;
        }
        place(action.line, number.get());
        last = null;
        Integer before = lines.putIfAbsent(number.get(), action.line);
        if (before != null) {
            unread.add(
                    new Unread(
                            action.line,
                            "action %s is in line %d already".formatted(action.number, before)));
            return;
        }
        Line doubtful = action.doubtful;
        if (doubtful != null) {
            unread.add(
                    new Unread(
                            action.line,
                            "action %s is left out, for line %d may be its page's and not its own: %s"
                                    .formatted(
                                            action.number,
                                            doubtful.number(),
                                            shown(doubtful.text()))));
            return;
        }
        Matcher sentence = SENTENCE.matcher(action.text);
        if (!sentence.matches()) {
            unread.add(
                    new Unread(
                            action.line,
                            "action %s doesn't end with a full stop: %s"
                                    .formatted(action.number, shown(action.text))));
            return;
        }
        String rest = sentence.group("rest");
        Optional<Quarter> due = due(rest);
        if (due.isEmpty() && !rest.isEmpty() && !(name == null && isTimed(action.text))) {
            unread.add(
                    new Unread(
                            action.line,
                            "action %s has no timing that can be read: %s"
                                    .formatted(action.number, shown(rest))));
            return;
        }
        PlanAction read =
                new PlanAction(
                        action.number,
                        sentence.group("text"),
                        due.map(Quarter::value).orElse(null),
                        List.of());
        aims.computeIfAbsent(number.get().aim(), any -> new ArrayList<>()).add(read);
        last = new Last(action.line, number.get(), read);
    }

    /** Sees whether the number follows the last, and gives a new aim its title. */
    private void place(int line, ActionNumber number) {
        boolean newAim = number.aim() != lastAim;
        boolean follows =
                newAim
                        ? number.aim() == lastAim + 1 && number.action() == 1
                        : number.action() <= lastAction + 1;
        if (!follows) {
            unread.add(
                    new Unread(
                            line,
                            lastAim == 0
                                    ? "the first action is %s".formatted(number)
                                    : "action %s follows %d.%d: what is between them?"
                                            .formatted(number, lastAim, lastAction)));
        }
        lastAim = number.aim();
        lastAction = number.action();
        if (newAim && !titles.containsKey(number.aim())) {
            List<Apart> found = apart.stream().filter(Apart::mayBeTitle).toList();
            if (found.size() == 1) {
                titles.put(number.aim(), found.getFirst().text());
                apart.removeAll(found);
            } else {
                unread.add(
                        new Unread(
                                line,
                                found.isEmpty()
                                        ? "aim %d has no title".formatted(number.aim())
                                        : "aim %d has no title, for which of these lines is it?"
                                                .formatted(number.aim())));
            }
        }
        claimNone();
    }

    private Optional<Quarter> due(String written) {
        Matcher timing = TIMING.matcher(written);
        if (name == null || !timing.matches()) {
            return Optional.empty();
        }
        int quarter = Integer.parseInt(timing.group("quarter"));
        if (timing.group("from") == null) {
            return Optional.of(Quarter.of(firstYear, quarter));
        }
        int from = Integer.parseInt(timing.group("from"));
        int to = Integer.parseInt(timing.group("to"));
        return IntStream.rangeClosed(firstYear, lastYear)
                .filter(year -> year % CENTURY == from && (year + 1) % CENTURY == to)
                .mapToObj(year -> Quarter.of(year, quarter))
                .findFirst();
    }

    private static String shown(String text) {
        String harmless = CONTROL.matcher(text).replaceAll("?");
        return harmless.length() <= SHOWN ? harmless : harmless.substring(0, SHOWN) + "\u2026";
    }
}
