package org.engagementledger.api.process;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's tables, read behind the service's back. */
record Tables(String url, String user, String password) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A row of the event table. */
    record Row(
            String type,
            String aggregate,
            long sequence,
            String name,
            JsonNode payload,
            JsonNode metadata) {

        /** A text of the payload, by its path; empty if there is none. */
        String fact(String... path) {
            JsonNode node = payload;
            for (String step : path) {
                node = node.path(step);
            }
            return node.asString("");
        }
    }

    JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }

    /** Every event of every aggregate, in the order in which each was written. */
    Events events() {
        return new Events(rows("true", ""));
    }

    /** The events of one aggregate. */
    Events eventsOf(String aggregate) {
        return new Events(rows("aggregate_id = ?", aggregate));
    }

    private List<Row> rows(String condition, String parameter) {
        JdbcClient.StatementSpec statement =
                sql().sql(
                                """
                                SELECT aggregate_type, aggregate_id, sequence, name, payload, metadata
                                FROM ledger.event WHERE %s ORDER BY aggregate_id, sequence
                                """
                                        .formatted(condition));
        return (condition.contains("?") ? statement.param(parameter) : statement)
                .query(
                        (row, number) ->
                                new Row(
                                        row.getString("aggregate_type"),
                                        row.getString("aggregate_id"),
                                        row.getLong("sequence"),
                                        row.getString("name"),
                                        JSON.readTree(row.getString("payload")),
                                        JSON.readTree(row.getString("metadata"))))
                .list();
    }

    /** The last event that the aggregate's snapshot holds; -1 if it has none. */
    long snapshotOf(String aggregate) {
        return sql().sql("SELECT sequence FROM working.snapshot WHERE aggregate_id = ?")
                .param(aggregate)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }
}
