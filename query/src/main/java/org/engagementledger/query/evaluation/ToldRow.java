package org.engagementledger.query.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.query.suppression.SmallNumbers;
import org.jspecify.annotations.Nullable;

/** A row of a table as a reader is told it, who may be kept from small numbers. */
final class ToldRow {

    private final ResultSet row;
    private final SmallNumbers small;
    private final Set<String> suppressed = new TreeSet<>();
    private boolean empty = true;

    ToldRow(ResultSet row, SmallNumbers small) {
        this.row = row;
        this.small = small;
    }

    /**
     * Whether nothing of it was told. It isn't shown then, for that it is there would tell that
     * there is a case.
     */
    boolean isEmpty() {
        return empty;
    }

    /** The columns of which something would have been told, were it not so few. */
    List<String> suppressed() {
        return List.copyOf(suppressed);
    }

    @Nullable Integer stepsOf() {
        return small.stepsOf();
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    /** A number of cases. */
    @Nullable Long count(String column) throws SQLException {
        Long told = small.told(row.getLong(column));
        if (told == null) {
            suppressed.add(column);
        } else {
            empty = false;
        }
        return told;
    }

    /** A number that is no case's, and no secret. */
    long open(String column) throws SQLException {
        long number = row.getLong(column);
        empty &= number == 0;
        return number;
    }

    /** A share to a thousandth, of the numbers as they are told. */
    @Nullable Double share(String column, String part, String whole) throws SQLException {
        Long some = count(part);
        Long all = count(whole);
        if (some == null || all == null) {
            suppressed.add(column);
            return null;
        }
        return all == 0 ? null : Math.round(1000.0 * some / all) / 1000.0;
    }

    /**
     * A median to a tenth.
     *
     * @param base the column that says of how many values it is
     */
    @Nullable Double median(String column, String base) throws SQLException {
        if (!small.tells(row.getLong(base))) {
            suppressed.add(column);
            return null;
        }
        double median = row.getDouble(column);
        if (row.wasNull()) {
            return null;
        }
        empty = false;
        return Math.round(median * 10) / 10.0;
    }
}
