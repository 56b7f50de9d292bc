package org.engagementledger.query.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.engagementledger.query.suppression.SmallNumbers.Parts;
import org.engagementledger.query.suppression.SmallNumbers.Row;
import org.engagementledger.query.suppression.SmallNumbers.Shape;

/**
 * What a reader is told of a few courts and in total, as {@link SmallNumbers} leaves it, and what
 * they can work out of that by adding and subtracting: each count that is shown, each total, and
 * that each whole is its parts and what is left of it, are equations.
 */
final class Told {

    private static final SmallNumbers FIVE = new SmallNumbers(5);
    private static final double NOTHING = 1e-9;

    /** Also parts of parts. */
    private static final Map<String, List<String>> DIVIDED =
            Map.of(
                    "requests", List.of("preTrial"),
                    "preTrial", List.of("withNotice"),
                    "booked", List.of("held", "missed"));

    private static final Shape SHAPE =
            new Shape(
                    DIVIDED.entrySet().stream()
                            .map(it -> new Parts(it.getKey(), it.getValue()))
                            .toList(),
                    Map.of());

    private final List<Map<String, Long>> courts;
    private final List<Set<String>> hidden;
    private final Map<String, Long> total = new LinkedHashMap<>();
    private final Set<String> hiddenInTotal;

    /** What can't be told yet, each as the place of a count, or of what is left of one. */
    private final List<String> unknowns = new ArrayList<>();

    private final List<double[]> equations = new ArrayList<>();

    private Told(List<Map<String, Long>> courts) {
        this.courts = courts;
        courts.forEach(row -> row.forEach((name, count) -> total.merge(name, count, Long::sum)));
        hidden = FIVE.hidden(courts.stream().map(Told::row).toList(), SHAPE);
        hiddenInTotal = FIVE.hidden(List.of(row(total)), SHAPE).getFirst();
        for (int court = 0; court < courts.size(); court++) {
            for (String name : total.keySet()) {
                unknowns.add(name + court);
            }
            for (String whole : DIVIDED.keySet()) {
                unknowns.add("rest of " + whole + court);
            }
        }
        learn();
    }

    private static Row row(Map<String, Long> counts) {
        return new Row(List.of("all"), counts);
    }

    static Told random(Random random, int courts) {
        List<Map<String, Long>> rows = new ArrayList<>();
        for (int court = 0; court < courts; court++) {
            Map<String, Long> row = new LinkedHashMap<>();
            row.put("requests", count(random, 40));
            row.put("preTrial", part(random, row.getOrDefault("requests", 0L)));
            row.put("withNotice", part(random, row.getOrDefault("preTrial", 0L)));
            row.put("booked", count(random, 40));
            row.put("held", part(random, row.getOrDefault("booked", 0L)));
            row.put(
                    "missed",
                    part(random, row.getOrDefault("booked", 0L) - row.getOrDefault("held", 0L)));
            rows.add(row);
        }
        return new Told(rows);
    }

    private static long count(Random random, int bound) {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 12 : bound);
    }

    /** Often none or all, or all but a few. */
    private static long part(Random random, long whole) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> whole;
            case 2 -> Math.max(0, whole - random.nextInt(6));
            default -> random.nextInt((int) whole + 1);
        };
    }

    private long count(String unknown) {
        int court = unknown.charAt(unknown.length() - 1) - '0';
        String name = unknown.substring(0, unknown.length() - 1);
        Map<String, Long> row = courts.get(court);
        if (!name.startsWith("rest of ")) {
            return row.getOrDefault(name, 0L);
        }
        String whole = name.substring("rest of ".length());
        return row.getOrDefault(whole, 0L)
                - DIVIDED.getOrDefault(whole, List.of()).stream()
                        .mapToLong(part -> row.getOrDefault(part, 0L))
                        .sum();
    }

    private void learn() {
        for (String name : total.keySet()) {
            List<String> column = new ArrayList<>();
            for (int court = 0; court < courts.size(); court++) {
                column.add(name + court);
                if (!hidden.get(court).contains(name)) {
                    know(sum(List.of(name + court)));
                }
            }
            if (!hiddenInTotal.contains(name)) {
                know(sum(column));
            }
        }
        for (int court = 0; court < courts.size(); court++) {
            for (String whole : DIVIDED.keySet()) {
                double[] equation = sum(divided(whole, court));
                equation[unknowns.indexOf(whole + court)] = -1;
                know(equation);
            }
        }
        // There is nothing of nothing, nor of what is left of a whole if that is nothing.
        boolean more = true;
        while (more) {
            more = false;
            for (List<String> some : groups()) {
                if (amount(some) == 0 && isKnown(sum(some))) {
                    for (String none : some) {
                        more |= know(sum(List.of(none)));
                    }
                }
            }
        }
    }

    private List<String> divided(String whole, int court) {
        List<String> cells = new ArrayList<>();
        DIVIDED.getOrDefault(whole, List.of()).forEach(part -> cells.add(part + court));
        cells.add("rest of " + whole + court);
        return cells;
    }

    /**
     * Whatever adds up to a count: some of the parts of a whole, and some courts of a column. Not
     * what is left at several courts together, which is in no table.
     */
    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        for (int court = 0; court < courts.size(); court++) {
            for (String whole : DIVIDED.keySet()) {
                groups.addAll(some(divided(whole, court)));
            }
        }
        for (String name : unknowns) {
            if (name.endsWith("0") && !name.startsWith("rest")) {
                List<String> column = new ArrayList<>();
                for (int court = 0; court < courts.size(); court++) {
                    column.add(name.substring(0, name.length() - 1) + court);
                }
                groups.addAll(some(column));
            }
        }
        return groups;
    }

    private static List<List<String>> some(List<String> of) {
        List<List<String>> some = new ArrayList<>();
        for (int which = 1; which < 1 << of.size(); which++) {
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < of.size(); i++) {
                if ((which >> i & 1) == 1) {
                    chosen.add(of.get(i));
                }
            }
            some.add(chosen);
        }
        return some;
    }

    private long amount(List<String> some) {
        return some.stream().mapToLong(this::count).sum();
    }

    private double[] sum(List<String> some) {
        double[] sum = new double[unknowns.size()];
        some.forEach(unknown -> sum[unknowns.indexOf(unknown)] = 1);
        return sum;
    }

    private static int first(double[] equation) {
        int first = 0;
        while (first < equation.length && Math.abs(equation[first]) < NOTHING) {
            first++;
        }
        return first;
    }

    /** What it says beyond what is known. */
    private double[] news(double[] equation) {
        double[] left = equation.clone();
        for (double[] known : equations) {
            int first = first(known);
            double factor = left[first] / known[first];
            if (Math.abs(factor) > NOTHING) {
                for (int i = 0; i < left.length; i++) {
                    left[i] -= factor * known[i];
                }
            }
        }
        return left;
    }

    private boolean isKnown(double[] equation) {
        return first(news(equation)) == equation.length;
    }

    /** Whether that is news. */
    private boolean know(double[] equation) {
        double[] news = news(equation);
        int first = first(news);
        if (first == news.length) {
            return false;
        }
        // In the order in which they are taken away; none of them has another's first.
        for (double[] known : equations) {
            double factor = known[first] / news[first];
            for (int i = 0; i < news.length; i++) {
                known[i] -= factor * news[i];
            }
        }
        equations.add(news);
        return true;
    }

    /** The small numbers that can be worked out. */
    List<String> small() {
        return groups().stream()
                .filter(some -> FIVE.isSmall(amount(some)) && isKnown(sum(some)))
                .map(some -> "%d = %s".formatted(amount(some), String.join(" + ", some)))
                .toList();
    }

    @Override
    public String toString() {
        return "%s without %s, in total without %s"
                .formatted(courts, Arrays.toString(hidden.toArray()), hiddenInTotal);
    }
}
