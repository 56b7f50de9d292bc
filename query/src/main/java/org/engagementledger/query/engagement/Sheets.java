package org.engagementledger.query.engagement;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sheets of all engagements that a batch of events is about: read by one query from a table
 * with the columns {@code side}, {@code engagement_id} and {@code sheet}, and brought forward event
 * by event.
 */
public final class Sheets {

    private final Map<String, Sheet> known = new HashMap<>();
    private final Map<String, Sheet> changed = new LinkedHashMap<>();

    private Sheets() {}

    /** What is told of each event that wasn't known yet. */
    @FunctionalInterface
    public interface Step {
        void taken(FeedEntry entry, EngagementEvent event, @Nullable Sheet before, Sheet after);
    }

    /**
     * The sheets as they stand before the batch.
     *
     * @param events of engagements only
     */
    public static Sheets read(
            JdbcClient database, JsonMapper json, String table, int side, List<FeedEntry> events) {
        String[] engagements =
                events.stream().map(FeedEntry::aggregateId).distinct().toArray(String[]::new);
        Sheets sheets = new Sheets();
        database.sql(
                        "SELECT engagement_id, sheet FROM %s WHERE side = ? AND engagement_id = ANY (?)"
                                .formatted(table))
                .param(side)
                .param(engagements)
                .query(
                        row -> {
                            sheets.known.put(
                                    row.getString("engagement_id"),
                                    json.readValue(row.getString("sheet"), Sheet.class));
                        });
        return sheets;
    }

    /** Brings the sheets forward; an event that is in one already changes nothing. */
    public void advance(List<FeedEntry> events, Step step) {
        for (FeedEntry entry : events) {
            EngagementEvent event = (EngagementEvent) entry.event().payload();
            String engagement = entry.aggregateId();
            Sheet before = known.get(engagement);
            if (before != null && before.file().version() >= entry.event().sequence()) {
                continue;
            }
            Sheet after = Sheet.after(before, event);
            if (after == null) {
                throw new IllegalStateException(
                        "The engagement %s begins with its event %d"
                                .formatted(engagement, entry.event().sequence()));
            }
            known.put(engagement, after);
            changed.put(engagement, after);
            step.taken(entry, event, before, after);
        }
    }

    /** The sheets that were brought forward, each as it stands after the batch. */
    public List<Sheet> changed() {
        return List.copyOf(changed.values());
    }
}
