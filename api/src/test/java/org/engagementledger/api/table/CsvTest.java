package org.engagementledger.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.query.Cursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private record Inner(@Nullable LocalDate day, long sequence) {}

    private record Line(
            @Nullable String text,
            @Nullable Double number,
            @Nullable Stage stage,
            @Nullable EngagementId engagement,
            @Nullable Instant at,
            List<String> several,
            @Nullable Inner inner) {}

    private static final Line FULL =
            new Line(
                    "a text",
                    -1.5,
                    Stage.PRE_TRIAL,
                    new EngagementId("e-1"),
                    Instant.parse("2020-11-05T15:00:00Z"),
                    List.of("one", "two"),
                    new Inner(LocalDate.of(2020, 11, 5), 7));

    private static Line saying(String text) {
        return new Line(text, null, null, null, null, List.of(), null);
    }

    private static String written(Csv<?> table) throws IOException {
        StringBuilder out = new StringBuilder();
        table.writeTo(out);
        return out.toString();
    }

    private static List<CSVRecord> read(String text) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
    }

    @Test
    void theFirstRowNamesTheColumnsAndEachRecordIsARow() throws IOException {
        String text = written(Csv.of(Line.class, List.of(FULL, saying("b"))));

        assertThat(text)
                .isEqualTo(
                        """
                        text,number,stage,engagement,at,several,inner.day,inner.sequence\r
                        a text,-1.5,PRE_TRIAL,e-1,2020-11-05T15:00:00Z,one two,2020-11-05,7\r
                        b,,,,,,,\r
                        """);
        assertThat(Columns.names(Line.class))
                .containsExactly(read(text).getFirst().values())
                .hasSize(8);
    }

    @Test
    void aTableWithoutRowsStillNamesItsColumns() throws IOException {
        assertThat(written(Csv.of(Inner.class, List.of()))).isEqualTo("day,sequence\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "-"})
    void aTextThatASpreadsheetWouldCalculateIsEscaped(String text) throws IOException {
        String written = written(Csv.of(Line.class, List.of(saying(text))));

        assertThat(read(written).get(1).get(0)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1+1", "a=b", "a, \"b\"\r\nc", "\u00e4 \u2014 \ud83d\ude00", " =1"})
    void anyOtherTextComesBackAsItWas(String text) throws IOException {
        String written = written(Csv.of(Line.class, List.of(saying(text))));

        assertThat(read(written).get(1).get(0)).isEqualTo(text);
    }

    @Test
    void aPageIsAskedForWhenTheOneBeforeIsWritten() throws IOException {
        List<String> asked = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        Csv<Inner> table =
                Csv.inPages(
                        Inner.class,
                        after -> {
                            long page = after == null ? 0 : after.key();
                            asked.add(page + " after " + out.toString().lines().count());
                            return new Csv.Page<>(
                                    List.of(new Inner(null, page)),
                                    page == 2 ? null : new Cursor(page + 1, ""));
                        });
        assertThat(asked).as("The first at once").containsExactly("0 after 0");

        table.writeTo(out);

        assertThat(asked).containsExactly("0 after 0", "1 after 2", "2 after 3");
        assertThat(out).hasToString("day,sequence\r\n\"\",0\r\n\"\",1\r\n\"\",2\r\n");
    }

    @Test
    void whatRefusesTheFirstPageRefusesTheTable() {
        assertThatThrownBy(
                        () ->
                                Csv.inPages(
                                        Inner.class,
                                        after -> {
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");
    }
}
