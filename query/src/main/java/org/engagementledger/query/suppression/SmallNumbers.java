package org.engagementledger.query.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.CaseReaders;

/**
 * Which cells of a table are kept from a reader who may see figures, but no cases: a count so small
 * that somebody might be known by it, and whatever would tell such a count.
 *
 * <ul>
 *   <li>A count of 1 to the threshold less one is hidden; none at all is not.
 *   <li>Counts that add up to a total which may be known are hidden together: as long as those of
 *       them that are hidden are a single one, or come to less than the threshold, the smallest
 *       that is left is hidden too.
 *   <li>A share or a median is hidden with each count that it rests on, and if it rests on a hidden
 *       one.
 * </ul>
 *
 * @param threshold the smallest number that is shown; 1 hides nothing
 */
public record SmallNumbers(int threshold) {

    public SmallNumbers {
        if (threshold < 1) {
            throw new IllegalArgumentException("The smallest number that is shown is at least 1");
        }
    }

    /**
     * A row of a table.
     *
     * @param totals with which other rows its counts add up to a total that may be known: with all
     *     that have the same text at the same place
     * @param counts its counts by the names of their columns
     * @param bases of each median how many values it is of, by the median's column
     */
    public record Row(List<String> totals, Map<String, Long> counts, Map<String, Long> bases) {
        public Row {
            totals = List.copyOf(totals);
            counts = Map.copyOf(counts);
            bases = Map.copyOf(bases);
        }

        /** A row without medians. */
        public Row(List<String> totals, Map<String, Long> counts) {
            this(totals, counts, Map.of());
        }
    }

    /**
     * A count that is divided.
     *
     * @param whole its column
     * @param columns those that count parts of it which don't overlap; what they leave of it can be
     *     worked out, and is hidden like a column
     */
    public record Parts(String whole, List<String> columns) {
        public Parts {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What the columns of a table have to do with each other.
     *
     * @param parts which counts are divided into which others
     * @param rests of a share or a median, the counts that it rests on
     */
    public record Shape(List<Parts> parts, Map<String, List<String>> rests) {

        /** Counts only, of which none is a part of another. */
        public static final Shape PLAIN = new Shape(List.of(), Map.of());

        public Shape {
            parts = List.copyOf(parts);
            rests = Map.copyOf(rests);
        }
    }

    /** Whether this reader is to be kept from small numbers. */
    public static boolean areHiddenFrom(Actor reader) {
        return !CaseReaders.seeAllFirms(reader);
    }

    /** Whether a count is hidden for its own sake. */
    public boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    /** For each row of one answer the names of its cells that are hidden. */
    public List<Set<String>> hidden(List<Row> rows, Shape shape) {
        Cells cells = new Cells(rows);
        List<List<Cell>> sums = cells.sums(shape);
        boolean settled;
        do {
            settled = true;
            for (List<Cell> sum : sums) {
                settled &= !hideMore(sum);
            }
        } while (!settled);
        List<Set<String>> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Set<String> own = cells.hiddenIn(i);
            shape.rests()
                    .forEach(
                            (name, counts) -> {
                                if (counts.stream().anyMatch(own::contains)) {
                                    own.add(name);
                                }
                            });
            rows.get(i)
                    .bases()
                    .forEach(
                            (name, base) -> {
                                if (isSmall(base)) {
                                    own.add(name);
                                }
                            });
            names.add(own);
        }
        return names;
    }

    /** Hides one more if what is hidden of a sum could be worked out; whether it did. */
    private boolean hideMore(List<Cell> sum) {
        List<Cell> hidden = sum.stream().filter(cell -> cell.hidden && cell.count > 0).toList();
        long amount = hidden.stream().mapToLong(cell -> cell.count).sum();
        boolean several = hidden.size() > 1 || hidden.stream().allMatch(cell -> cell.unsaid);
        if (hidden.isEmpty() || (several && amount >= threshold)) {
            return false;
        }
        return sum.stream()
                .filter(cell -> !cell.hidden && cell.count > 0)
                .min(Comparator.comparingLong(cell -> cell.count))
                .map(
                        next -> {
                            next.hidden = true;
                            return true;
                        })
                .orElse(false);
    }

    private static final class Cell {

        private final long count;

        /** In no column, so that it may be worked out unless it is small. */
        private final boolean unsaid;

        private boolean hidden;

        Cell(long count, boolean unsaid, boolean hidden) {
            this.count = count;
            this.unsaid = unsaid;
            this.hidden = hidden;
        }
    }

    /** All counts of a table. */
    private final class Cells {

        private final List<Row> rows;
        private final List<Map<String, Cell>> cells = new ArrayList<>();

        Cells(List<Row> rows) {
            this.rows = rows;
            for (Row row : rows) {
                Map<String, Cell> own = new LinkedHashMap<>();
                row.counts()
                        .forEach(
                                (name, count) ->
                                        own.put(name, new Cell(count, false, isSmall(count))));
                cells.add(own);
            }
        }

        Set<String> hiddenIn(int row) {
            Set<String> names = new TreeSet<>();
            cells.get(row)
                    .forEach(
                            (name, cell) -> {
                                if (cell.hidden) {
                                    names.add(name);
                                }
                            });
            return names;
        }

        /** Which cells add up to something that may be known. */
        List<List<Cell>> sums(Shape shape) {
            List<List<Cell>> sums = new ArrayList<>();
            int margins = rows.stream().mapToInt(row -> row.totals().size()).max().orElse(0);
            Set<String> columns = new HashSet<>();
            rows.forEach(row -> columns.addAll(row.counts().keySet()));
            for (int margin = 0; margin < margins; margin++) {
                for (String column : new TreeSet<>(columns)) {
                    sums.addAll(alongTheColumn(column, margin));
                }
            }
            for (int i = 0; i < rows.size(); i++) {
                Map<String, Cell> own = cells.get(i);
                shape.parts().forEach(parts -> sums.addAll(ofOneRow(own, parts)));
            }
            return sums;
        }

        private Collection<List<Cell>> alongTheColumn(String column, int margin) {
            Map<String, List<Cell>> sums = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                Cell cell = cells.get(i).get(column);
                if (cell != null) {
                    sums.computeIfAbsent(
                                    rows.get(i).totals().get(margin), total -> new ArrayList<>())
                            .add(cell);
                }
            }
            return sums.values();
        }

        /** The parts and what they leave; if that is nothing, the whole is known by them. */
        private List<List<Cell>> ofOneRow(Map<String, Cell> own, Parts divided) {
            Cell all = own.get(divided.whole());
            List<Cell> parts =
                    divided.columns().stream().map(own::get).filter(Objects::nonNull).toList();
            long left =
                    all == null
                            ? -1
                            : all.count - parts.stream().mapToLong(part -> part.count).sum();
            if (all == null || left < 0) {
                return List.of();
            }
            Cell other = left == 0 ? all : new Cell(left, true, true);
            List<Cell> withOther = new ArrayList<>(parts);
            withOther.add(other);
            return left == 0 ? List.of(parts, withOther) : List.of(withOther);
        }
    }
}
