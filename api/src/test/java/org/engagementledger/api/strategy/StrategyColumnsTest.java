package org.engagementledger.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.table.Columns;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.query.strategy.ActionChange;
import org.engagementledger.query.strategy.ActionProgress;
import org.engagementledger.query.strategy.Completion;
import org.engagementledger.query.strategy.PlanProgress.AimProgress;
import org.engagementledger.query.strategy.PlanProgress.QuarterProgress;
import org.junit.jupiter.api.Test;

/** The columns of the strategy's tables are those that {@code docs/strategy.md} describes. */
class StrategyColumnsTest {

    private static final Path DOCUMENT = Path.of("../docs/strategy.md");

    private static final Map<String, Class<? extends Record>> TABLES =
            Map.of(
                    "progress", ActionProgress.class,
                    "progress/aims", AimProgress.class,
                    "progress/quarters", QuarterProgress.class,
                    "changes", ActionChange.class,
                    "actions/{number}/evidence", CountedByRule.class);

    private static final Pattern HEADING = Pattern.compile("## `/api/strategy/(\\S+)`");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z.]+)` \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    /** The rows of the tables in the file, by the table's address. */
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
                                        Columns.names(
                                                TABLES.getOrDefault(table, ActionProgress.class))));
    }

    @Test
    void eachCodeIsNamedWhereItMayStand() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        described()
                .forEach(
                        (table, rows) -> {
                            for (Matcher row : rows) {
                                List<String> codes = new ArrayList<>();
                                CODE.matcher(row.group(2))
                                        .results()
                                        .forEach(code -> codes.add(code.group(1)));
                                if (!codes.isEmpty()) {
                                    named.put(table + " " + row.group(1), codes);
                                }
                            }
                        });

        assertThat(named)
                .containsExactly(
                        Map.entry(
                                "actions/{number}/evidence criterion",
                                names(EvidenceCriterion.values())),
                        Map.entry("progress completion", names(Completion.values())),
                        Map.entry("progress confidence.grade", names(ConfidenceGrade.values())),
                        Map.entry("progress timeliness", names(Timeliness.values())));
    }

    private static List<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }
}
