package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the ledger's own policies where to look: who waits, and which sessions are to come. It may
 * lag; whatever is done about it is decided on what is there then. Nobody is shown any of it.
 */
@Component
public final class Lookout {

    private static final String LISTS =
            "SELECT state FROM query.waiting_list WHERE "
                    + Projection.live(WaitingListProjection.NAME);

    private static final String SESSIONS =
            """
            SELECT court, surgery, session_start FROM query.session
            WHERE court = ANY (?) AND session_start > ? AND %s
            ORDER BY session_start, surgery
            """
                    .formatted(Projection.live("schedule"));

    private final JdbcClient database;
    private final JsonMapper json;

    Lookout(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    /**
     * A case that waits.
     *
     * @param court the court's OU code
     * @param hearing the day of the hearing that it prepares
     * @param offered the slot that is on offer to it; null if none is
     * @param until when that offer ends; null if none is
     * @param warned whether it has been said that some last surgery is near
     * @param warnedOf which one; null if none was left
     */
    public record Waits(
            WaitingListId list,
            String court,
            EngagementId engagement,
            LocalDate hearing,
            @Nullable Slot offered,
            @Nullable Instant until,
            boolean warned,
            @Nullable SurgeryId warnedOf) {}

    /**
     * A session that is to come.
     *
     * @param court the court's OU code
     */
    public record ToCome(String court, SurgeryId surgery, Instant start) {}

    /** Everybody who waits, at whichever court, in the order of their ids. */
    public List<Waits> everybody() {
        return database
                .sql(LISTS)
                .query(
                        (row, number) ->
                                json.readValue(row.getString("state"), Queue.class).places())
                .list()
                .stream()
                .flatMap(List::stream)
                .map(Lookout::waits)
                .sorted(Comparator.comparing(it -> it.engagement().value()))
                .toList();
    }

    private static Waits waits(Queue.Place place) {
        Queue.Warning warning = place.warning();
        return new Waits(
                place.waiting().list(),
                place.waiting().court(),
                place.waiting().engagement(),
                place.waiting().hearingDate(),
                place.waiting().offered(),
                place.until(),
                warning != null,
                warning == null ? null : warning.surgery());
    }

    /**
     * The sessions of these courts that begin after this, in order of time.
     *
     * @param courts their OU codes
     */
    public List<ToCome> sessions(Set<String> courts, Instant after) {
        return database.sql(SESSIONS)
                .params(courts.toArray(String[]::new), after.toEpochMilli())
                .query(
                        (row, number) ->
                                new ToCome(
                                        row.getString("court"),
                                        new SurgeryId(row.getString("surgery")),
                                        Instant.ofEpochMilli(row.getLong("session_start"))))
                .list();
    }
}
