package org.engagementledger.query.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.query.suppression.SmallNumbers;
import org.engagementledger.query.suppression.SmallNumbers.Parts;
import org.engagementledger.query.suppression.SmallNumbers.Shape;
import org.jspecify.annotations.Nullable;

/** The numbers of a table, before anything is kept from anybody. */
final class FigureTables {

    /** What the columns of the summary have to do with each other. */
    static final Shape SUMMARY =
            new Shape(
                    List.of(
                            new Parts("requests", List.of("requestsInPerson")),
                            new Parts("requests", List.of("preTrialRequests")),
                            new Parts("preTrialRequests", List.of("requestsWithNotice")),
                            new Parts("triaged", List.of("answeredAtTriage")),
                            new Parts("slotsBooked", List.of("slotsHeld", "meetingsMissed")),
                            new Parts("pleasOffered", List.of("pleasRejected", "pleasAgreed"))),
                    Map.of(
                            "shareAnsweredAtTriage", List.of("triaged", "answeredAtTriage"),
                            "shareWithNotice", List.of("preTrialRequests", "requestsWithNotice")));

    static final Shape ISSUES =
            new Shape(List.of(new Parts("raised", List.of("resolved", "outOfScope"))), Map.of());

    static final Shape SPARED =
            new Shape(List.of(), Map.of("medianDaysOfNotice", List.of("count")));

    private FigureTables() {}

    /**
     * A row.
     *
     * @param key which court, week or stage
     * @param what what tells it from others with the same key
     * @param counts its counts by their columns
     * @param bases of each median how many values it is of
     * @param measures its other numbers by their columns; null if there was nothing to measure
     */
    record Line(
            String key,
            String what,
            Map<String, Long> counts,
            Map<String, Long> bases,
            Map<String, @Nullable Double> measures) {}

    /** A row as a reader is shown it. */
    static final class Shown {

        private final Line line;
        private final Set<String> hidden;

        private Shown(Line line, Set<String> hidden) {
            this.line = line;
            this.hidden = hidden;
        }

        String key() {
            return line.key();
        }

        String what() {
            return line.what();
        }

        @Nullable Long count(String column) {
            return hidden.contains(column) ? null : line.counts().get(column);
        }

        @Nullable Double measure(String column) {
            return hidden.contains(column) ? null : line.measures().get(column);
        }

        List<String> suppressed() {
            return List.copyOf(hidden);
        }
    }

    /** As whoever may see cases is shown them. */
    static List<Shown> whole(List<Line> lines) {
        return lines.stream().map(line -> new Shown(line, Set.of())).toList();
    }

    /** As whoever may not is shown them. */
    static List<Shown> without(SmallNumbers small, List<Line> lines, Shape shape) {
        List<Set<String>> hidden =
                small.hidden(
                        lines.stream()
                                .map(
                                        line ->
                                                new SmallNumbers.Row(
                                                        // What is the same adds up over courts or
                                                        // weeks; and no column has one gap alone.
                                                        List.of(line.what(), ""),
                                                        judged(line),
                                                        line.bases()))
                                .toList(),
                        shape);
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shown.add(new Shown(lines.get(i), new TreeSet<>(hidden.get(i))));
        }
        return shown;
    }

    /** What is on offer is no case's, and no secret. */
    private static Map<String, Long> judged(Line line) {
        Map<String, Long> counts = new HashMap<>(line.counts());
        counts.remove("slotsOffered");
        return counts;
    }
}
