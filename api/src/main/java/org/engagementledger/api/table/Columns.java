package org.engagementledger.api.table;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table whose rows are records: the record's components, in their order and under
 * the names that they have in JSON. What a record within it says has both names, with a dot between
 * them.
 */
public final class Columns {

    /** What a spreadsheet would take a text for that begins with one of these: a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Columns() {}

    /** Their names, as the header row has them. */
    public static List<String> names(Class<? extends Record> row) {
        List<String> names = new ArrayList<>();
        collect("", row, null, names, new ArrayList<>());
        return names;
    }

    /** A row's cells, in the same order; empty where there is no value. */
    static List<String> cells(Class<? extends Record> type, Record row) {
        List<String> cells = new ArrayList<>();
        collect("", type, row, new ArrayList<>(), cells);
        return cells;
    }

    private static void collect(
            String prefix,
            Class<?> type,
            @Nullable Object row,
            List<String> names,
            List<String> cells) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = row == null ? null : value(component, row);
            String name = prefix + component.getName();
            if (component.getType().isRecord() && !isSingle(component.getType())) {
                collect(name + ".", component.getType(), value, names, cells);
            } else {
                names.add(name);
                cells.add(cell(value));
            }
        }
    }

    /** An id, or whatever else is a single value. */
    private static boolean isSingle(Class<?> type) {
        return type.getRecordComponents().length == 1;
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Record single -> cell(value(single.getClass().getRecordComponents()[0], single));
            case Collection<?> several ->
                    harmless(several.stream().map(Columns::text).collect(Collectors.joining(" ")));
            default -> harmless(text(value));
        };
    }

    private static String text(@Nullable Object value) {
        return value instanceof Enum<?> code ? code.name() : String.valueOf(value);
    }

    /** With a leading apostrophe where a spreadsheet would calculate. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
