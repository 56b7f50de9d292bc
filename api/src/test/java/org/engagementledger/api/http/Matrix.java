package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table of {@code docs/who-may-do-what.md}: people read it, and tests hold the service to it.
 *
 * @param heading under which heading it stands
 */
record Matrix(String heading, List<Row> rows) {

    /** Whoever has no account, and every account there is. */
    static final List<String> READERS =
            List.of(
                    "nobody",
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

    /**
     * A row.
     *
     * @param cells by the names of their columns
     */
    record Row(Map<String, String> cells) {

        String at(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** All of them, in their order. */
    static List<Matrix> all() {
        List<Matrix> all = new ArrayList<>();
        List<String> columns = List.of();
        String heading = "";
        for (String line : lines()) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            }
            if (!line.startsWith("|")) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells(line);
                assertThat(columns).as("Columns under '%s'", heading).containsSubsequence(READERS);
                all.add(new Matrix(heading, new ArrayList<>()));
            } else if (!line.startsWith("|-")) {
                all.getLast().rows.add(row(columns, line));
            }
        }
        return all;
    }

    private static Row row(List<String> columns, String line) {
        List<String> cells = cells(line);
        assertThat(cells).as(line).hasSameSizeAs(columns);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new Row(row);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("../docs/who-may-do-what.md"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
