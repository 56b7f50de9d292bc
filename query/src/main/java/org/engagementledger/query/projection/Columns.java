package org.engagementledger.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array for each column, so that all are written by one statement: {@code …
 * FROM unnest(?::text[], ?::bigint[])}.
 */
public final class Columns<R> {

    private final List<R> rows;
    private final List<Object> arrays = new ArrayList<>();

    public Columns(List<R> rows) {
        this.rows = rows;
    }

    /** A column of texts, or of anything that is written as a text and cast. */
    public Columns<R> text(Function<R, @Nullable Object> value) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object object = value.apply(rows.get(i));
            texts[i] = object == null ? null : object.toString();
        }
        arrays.add(texts);
        return this;
    }

    /** A column of whole numbers. */
    public Columns<R> number(ToLongFunction<R> value) {
        arrays.add(rows.stream().mapToLong(value).toArray());
        return this;
    }

    /** The arrays in the order in which the columns were named. */
    public List<Object> arrays() {
        return arrays;
    }
}
