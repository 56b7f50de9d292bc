package org.engagementledger.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.table.Columns;
import org.engagementledger.query.evaluation.Contradiction;
import org.engagementledger.query.evaluation.CountedCase;
import org.engagementledger.query.evaluation.Figure;
import org.engagementledger.query.evaluation.IssueCounts;
import org.engagementledger.query.evaluation.OutcomeCount;
import org.engagementledger.query.evaluation.Spared;
import org.engagementledger.query.evaluation.Summary;
import org.junit.jupiter.api.Test;

/** The columns of the evaluation's tables are those that {@code docs/evaluation.md} describes. */
class EvaluationColumnsTest {

    private static final Path DOCUMENT = Path.of("../docs/evaluation.md");

    private static final Map<String, Class<? extends Record>> TABLES =
            Map.of(
                    "summary", Summary.class,
                    "issues", IssueCounts.class,
                    "outcomes", OutcomeCount.class,
                    "spared", Spared.class,
                    "contradictions", Contradiction.class,
                    "cases", CountedCase.class);

    private static final Pattern HEADING = Pattern.compile("## `/api/evaluation/(\\w+)`");

    /** A column, what it says, and what opens it. */
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Za-z.]+)` \\| ([^|]+) \\|(?: (?:`(\\w+)`)? ?\\|)?");

    /** The rows of the tables in the file, by the table's name. */
    private static Map<String, List<Matcher>> described() throws IOException {
        Map<String, List<Matcher>> tables = new LinkedHashMap<>();
        List<Matcher> rows = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                rows = new ArrayList<>();
                tables.put(heading.group(1), rows);
            } else if (row.matches()) {
                rows.add(row);
            }
        }
        return tables;
    }

    @Test
    void eachColumnIsDescribedAndNoOther() throws IOException {
        Map<String, List<Matcher>> described = described();

        assertThat(described).containsOnlyKeys(TABLES.keySet());
        described.forEach(
                (table, rows) ->
                        assertThat(rows.stream().map(row -> row.group(1)))
                                .as(table)
                                .containsExactlyElementsOf(
                                        Columns.names(TABLES.getOrDefault(table, Summary.class))));
    }

    @Test
    void eachFigureStandsAtItsColumn() throws IOException {
        Set<String> figures = new TreeSet<>();
        for (List<Matcher> rows : described().values()) {
            for (Matcher row : rows) {
                if (row.group(3) != null) {
                    Figure figure = Figure.valueOf(row.group(3));
                    assertThat(row.group(1)).isEqualTo(figure.column());
                    figures.add(figure.name());
                }
            }
        }
        // What was spared names its figure in each row.
        for (Figure figure : Figure.values()) {
            assertThat(figures.contains(figure.name()))
                    .as(figure.name())
                    .isEqualTo(figure.compareTo(Figure.OUTCOMES) <= 0);
        }
    }
}
