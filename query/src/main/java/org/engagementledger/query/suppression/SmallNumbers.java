package org.engagementledger.query.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.CaseReaders;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a table are kept from a reader who may see figures, but no cases: a count so small
 * that somebody might be known by it, and whatever would tell such a count.
 *
 * <ul>
 *   <li>A count of 1 to the threshold less one is hidden; none at all is not.
 *   <li>Counts that add up to a total which may be known are hidden together: as long as those of
 *       them that are hidden are a single one, or come to less than the threshold, the smallest
 *       that is left is hidden too. If nothing is left but zeros, a single one is known by its
 *       total: then what it is a part of is hidden instead.
 *   <li>What the parts of a count leave of it is judged like a column that nobody sees.
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
        Cells cells = new Cells(rows, shape);
        boolean settled;
        do {
            settled = true;
            for (Division division : cells.divisions) {
                division.hideTheRest();
                for (List<Cell> sum : division.sums()) {
                    settled &= !hideMore(sum);
                }
            }
            for (List<Cell> column : cells.columns) {
                settled &= !hideMore(column);
            }
            for (List<Cell> column : cells.hiddenInTotal) {
                settled &= !hideOne(column);
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
        if (hidden.isEmpty() || (hidden.size() > 1 && amount >= threshold)) {
            return false;
        }
        Stream<Cell> beside = sum.stream();
        if (amount >= threshold && sum.stream().allMatch(cell -> cell.hidden || cell.count == 0)) {
            // Only zeros are beside it.
            beside = hidden.getFirst().wholes.stream().filter(Cell::isOneOfSeveral);
        }
        return beside.filter(cell -> !cell.hidden && cell.count > 0)
                .min(Comparator.comparingLong(cell -> cell.count))
                .map(Cell::hide)
                .orElse(false);
    }

    /** Hides one if none is hidden of what adds up to a hidden total; whether it did. */
    private static boolean hideOne(List<Cell> sum) {
        if (sum.stream().anyMatch(cell -> cell.hidden && cell.count > 0)) {
            return false;
        }
        return sum.stream()
                .filter(cell -> cell.count > 0)
                .min(Comparator.comparingLong(cell -> cell.count))
                .map(Cell::hide)
                .orElse(false);
    }

    private static final class Cell {

        private final long count;
        private boolean hidden;

        /** Those of its row that it is a part of. */
        private final List<Cell> wholes = new ArrayList<>();

        /** Those with which it adds up to its first total, itself among them. */
        private List<Cell> column = List.of();

        Cell(long count, boolean hidden) {
            this.count = count;
            this.hidden = hidden;
        }

        private boolean hide() {
            hidden = true;
            return true;
        }

        /**
         * Whether there is more than zeros beside it; otherwise it is its total, hidden likewise.
         */
        private boolean isOneOfSeveral() {
            return column.stream().filter(cell -> cell.count > 0).count() > 1;
        }
    }

    /**
     * A count of a row with what it is divided into.
     *
     * @param rest what its parts leave of it, which is in no column
     */
    private record Division(Cell whole, List<Cell> parts, Cell rest) {

        /** It can be worked out as long as nothing else is hidden. */
        void hideTheRest() {
            rest.hidden |= whole.hidden || parts.stream().anyMatch(part -> part.hidden);
        }

        /**
         * What adds up: to the whole; and if that isn't known, but its parts leave nothing, to it.
         */
        List<List<Cell>> sums() {
            List<Cell> cells = new ArrayList<>(parts);
            cells.add(rest);
            if (!whole.hidden) {
                return List.of(cells);
            }
            List<Cell> withWhole = new ArrayList<>(cells);
            withWhole.add(whole);
            return rest.count == 0 ? List.of(cells, withWhole) : List.of(withWhole);
        }
    }

    /** All counts of a table. */
    private final class Cells {

        private final List<Row> rows;
        private final List<Map<String, Cell>> cells = new ArrayList<>();
        private final List<Division> divisions = new ArrayList<>();

        /** Which cells of different rows add up to something that may be known. */
        private final List<List<Cell>> columns = new ArrayList<>();

        /** Those of them that add up to what is hidden in the table of the totals. */
        private final List<List<Cell>> hiddenInTotal = new ArrayList<>();

        Cells(List<Row> rows, Shape shape) {
            this.rows = rows;
            for (Row row : rows) {
                Map<String, Cell> own = new LinkedHashMap<>();
                row.counts()
                        .forEach((name, count) -> own.put(name, new Cell(count, isSmall(count))));
                cells.add(own);
            }
            shape.parts().forEach(this::divide);
            Set<String> names = new TreeSet<>();
            rows.forEach(row -> names.addAll(row.counts().keySet()));
            names.forEach(name -> addUp(cells.stream().map(own -> own.get(name)).toList()));
            total(shape);
        }

        /** What the table of the totals hides isn't told by this one, either. */
        private void total(Shape shape) {
            Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
            for (Row row : rows) {
                if (!row.totals().isEmpty()) {
                    Map<String, Long> sum =
                            sums.computeIfAbsent(
                                    row.totals().getFirst(), total -> new LinkedHashMap<>());
                    row.counts().forEach((name, count) -> sum.merge(name, count, Long::sum));
                }
            }
            if (sums.size() == rows.size()) {
                return;
            }
            List<Row> totals = new ArrayList<>();
            sums.forEach((total, sum) -> totals.add(new Row(List.of(total, ""), sum)));
            List<Set<String>> hidden = hidden(totals, shape);
            for (int i = 0; i < totals.size(); i++) {
                for (String name : hidden.get(i)) {
                    hiddenInTotal.add(columnOf(totals.get(i).totals().getFirst(), name));
                }
            }
        }

        private List<Cell> columnOf(String total, String name) {
            List<Cell> column = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i).get(name);
                if (cell != null && rows.get(i).totals().getFirst().equals(total)) {
                    column.add(cell);
                }
            }
            return column;
        }

        /** Parts that aren't leave nothing. */
        private void divide(Parts divided) {
            List<@Nullable Cell> rests = new ArrayList<>();
            for (Map<String, Cell> own : cells) {
                Cell whole = own.get(divided.whole());
                List<Cell> parts =
                        divided.columns().stream().map(own::get).filter(Objects::nonNull).toList();
                long left =
                        whole == null
                                ? -1
                                : whole.count - parts.stream().mapToLong(part -> part.count).sum();
                if (whole == null || left < 0) {
                    rests.add(null);
                } else {
                    Cell rest = new Cell(left, isSmall(left));
                    rest.wholes.add(whole);
                    parts.forEach(part -> part.wholes.add(whole));
                    divisions.add(new Division(whole, parts, rest));
                    rests.add(rest);
                }
            }
            addUp(rests);
        }

        /** One cell of each row, or none, which add up to totals. */
        private void addUp(List<? extends @Nullable Cell> column) {
            int margins = rows.stream().mapToInt(row -> row.totals().size()).max().orElse(0);
            for (int margin = 0; margin < margins; margin++) {
                Map<String, List<Cell>> sums = new LinkedHashMap<>();
                for (int i = 0; i < column.size(); i++) {
                    Cell cell = column.get(i);
                    if (cell != null) {
                        List<Cell> sum =
                                sums.computeIfAbsent(
                                        rows.get(i).totals().get(margin),
                                        total -> new ArrayList<>());
                        sum.add(cell);
                        if (margin == 0) {
                            cell.column = sum;
                        }
                    }
                }
                columns.addAll(sums.values());
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
    }
}
