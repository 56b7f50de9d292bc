package org.engagementledger.api.table;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.engagementledger.query.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A table as a controller answers it in CSV (RFC 4180, UTF-8): a header row, then a row for each
 * record, written page by page and never held as a whole. A text that a spreadsheet would take for
 * a formula has an apostrophe before it; numbers have none.
 *
 * <p>The first page is asked for at once, so that what is refused is refused as a problem. If a
 * later one can't be had, the connection breaks: nobody takes a part for the whole.
 *
 * @param <R> a row, whose columns are {@link Columns}
 */
public final class Csv<R extends Record> {

    /** What it is asked for as. */
    public static final String MEDIA_TYPE = "text/csv";

    private final Class<R> type;
    private final Source<R> source;
    private final Page<R> first;

    private Csv(Class<R> type, Source<R> source) {
        this.type = type;
        this.source = source;
        this.first = source.page(null);
    }

    /** A table that is one page. */
    public static <R extends Record> Csv<R> of(Class<R> type, List<R> rows) {
        return new Csv<>(type, after -> new Page<>(rows, null));
    }

    /** A table of many pages. */
    public static <R extends Record> Csv<R> inPages(Class<R> type, Source<R> source) {
        return new Csv<>(type, source);
    }

    /** Where its pages come from; each is on record before it is given. */
    @FunctionalInterface
    public interface Source<R> {

        /**
         * The next page.
         *
         * @param after where the one before ended; null to begin
         */
        Page<R> page(@Nullable Cursor after);
    }

    /**
     * A page.
     *
     * @param next where it ended, if there are more
     */
    public record Page<R>(List<R> rows, @Nullable Cursor next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    void writeTo(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(Columns.names(type));
        Page<R> page = first;
        while (true) {
            for (R row : page.rows()) {
                printer.printRecord(Columns.cells(type, row));
            }
            printer.flush();
            Cursor next = page.next();
            if (next == null) {
                return;
            }
            page = source.page(next);
        }
    }
}
