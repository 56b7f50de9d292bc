package org.engagementledger.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.table.Columns;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.query.strategy.ActionProgress;
import org.engagementledger.query.strategy.Completion;
import org.junit.jupiter.api.Test;

/** The columns of the strategy's table are those that {@code docs/strategy.md} describes. */
class StrategyColumnsTest {

    private static final Path DOCUMENT = Path.of("../docs/strategy.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z.]+)` \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    @Test
    void eachColumnIsDescribedAndNoOther() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyElementsOf(Columns.names(ActionProgress.class));
    }

    @Test
    void eachCodeIsNamedWhereItMayStand() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        for (Matcher row : rows()) {
            List<String> codes = new ArrayList<>();
            CODE.matcher(row.group(2)).results().forEach(code -> codes.add(code.group(1)));
            if (!codes.isEmpty()) {
                named.put(row.group(1), codes);
            }
        }

        assertThat(named)
                .containsExactly(
                        Map.entry("completion", names(Completion.values())),
                        Map.entry("confidence.grade", names(ConfidenceGrade.values())),
                        Map.entry("timeliness", names(Timeliness.values())));
    }

    private static List<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }
}
