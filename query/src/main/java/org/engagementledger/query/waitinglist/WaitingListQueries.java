package org.engagementledger.query.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.waitinglist.Candidate;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OrderOfOffers;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.waitinglist.DecidedOffer.Considered;
import org.engagementledger.query.waitinglist.WaitingPlace.LastSurgery;
import org.engagementledger.query.waitinglist.WaitingPlace.OfferedSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code query.waiting_place} and {@code query.offer}. */
@Component
public class WaitingListQueries {

    private static final String LIVE = Projection.live(WaitingListProjection.NAME);

    /**
     * In which order turns come: as {@link OrderOfOffers} says, written again where many are
     * counted. Of each row of {@code query.waiting_place}, under the name that is put in.
     */
    private static final String TURN =
            """
            (NOT %1$s.priority, coalesce(%1$s.custody_time_limit, 'infinity'::date), %1$s.hearing_date, %1$s.joined_at,
             %1$s.engagement_id COLLATE "C")
            """;

    private static final String LIST =
            """
            SELECT place.state, last.engagement_id AS warned, last.surgery, last.session_start, urn, firm
            FROM query.waiting_place AS place
            LEFT JOIN query.last_surgery AS last USING (side, engagement_id)
            LEFT JOIN query.engagement ON engagement.engagement_id = place.engagement_id AND engagement.
            """
                            .stripTrailing()
                    + Projection.live("engagements")
                    + " WHERE place.list = ? AND place."
                    + LIVE
                    + " ORDER BY "
                    + TURN.formatted("place");

    /** Whoever isn't on the list is behind nobody, and not behind themselves. */
    private static final String POSITION =
            "SELECT count(*) FROM query.waiting_place AS own JOIN query.waiting_place AS place"
                    + " ON place.side = own.side AND place.list = own.list AND "
                    + TURN.formatted("place")
                    + " <= "
                    + TURN.formatted("own")
                    + " WHERE own.list = ? AND own.engagement_id = ? AND own."
                    + LIVE;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Terms terms;

    WaitingListQueries(JdbcClient database, Sealer sealer, Terms terms) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
        this.terms = terms;
    }

    @QueryHandler
    SeeWaitingList.Seen see(SeeWaitingList question) {
        if (!WaitingListReaders.seeLists(question.reader())) {
            return new SeeWaitingList.Seen(List.of());
        }
        return new SeeWaitingList.Seen(
                database.sql(LIST)
                        .param(WaitingListId.of(question.court()).value())
                        .query((row, number) -> place(row, number + 1))
                        .list());
    }

    /**
     * At which place of its court's list a case is, 1 being first; empty if it isn't on it. It says
     * nothing of who the others are.
     *
     * @param court the court's OU code
     */
    public OptionalInt position(String court, EngagementId engagement) {
        int position =
                database.sql(POSITION)
                        .params(WaitingListId.of(court).value(), engagement.value())
                        .query(Integer.class)
                        .single();
        return position == 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    private WaitingPlace place(ResultSet row, int position) throws SQLException {
        Place place = json.readValue(row.getString("state"), Place.class);
        WaitingCase waiting = place.waiting();
        return new WaitingPlace(
                position,
                waiting.engagement().value(),
                row.getString("urn"),
                row.getString("firm"),
                waiting.joinedAt(),
                waiting.priority(),
                waiting.custodyTimeLimit(),
                waiting.hearingDate(),
                terms.deadline(waiting.hearingDate()),
                waiting.suitableFrom(),
                waiting.suitableUntil(),
                offered(waiting.offered(), place.until()),
                row.getString("warned") == null ? null : lastSurgery(row));
    }

    private static @Nullable OfferedSlot offered(@Nullable Slot slot, @Nullable Instant until) {
        return slot == null || until == null
                ? null
                : new OfferedSlot(
                        slot.surgery().value(),
                        slot.start(),
                        LondonTime.words(slot.start()),
                        until);
    }

    private static LastSurgery lastSurgery(ResultSet row) throws SQLException {
        long start = row.getLong("session_start");
        return row.wasNull()
                ? new LastSurgery(null, null)
                : new LastSurgery(row.getString("surgery"), Instant.ofEpochMilli(start));
    }

    @QueryHandler
    FindOffers.Found find(FindOffers question) {
        if (!WaitingListReaders.seeOffers(question.reader())) {
            return new FindOffers.Found(List.of(), null);
        }
        List<DecidedOffer> found =
                database.sql(
                                "SELECT sequence, decided FROM query.offer WHERE list = ? AND"
                                        + " sequence < ? AND "
                                        + LIVE
                                        + " ORDER BY sequence DESC LIMIT ?")
                        .param(WaitingListId.of(question.court()).value())
                        .param(question.after() == null ? Long.MAX_VALUE : question.after().key())
                        .param(question.limit() + 1)
                        .query(
                                (row, number) ->
                                        offer(
                                                row.getLong("sequence"),
                                                json.readValue(
                                                        row.getString("decided"),
                                                        OfferDecided.class)))
                        .list();
        boolean more = found.size() > question.limit();
        List<DecidedOffer> page = more ? found.subList(0, question.limit()) : found;
        return new FindOffers.Found(
                page, more ? new Cursor(page.getLast().sequence(), question.court()) : null);
    }

    private static DecidedOffer offer(long sequence, OfferDecided decided) {
        Optional<String> again =
                OrderOfOffers.decideAgain(decided).map(first -> first.engagement().value());
        return new DecidedOffer(
                sequence,
                decided.slot().surgery().value(),
                decided.slot().start(),
                LondonTime.words(decided.slot().start()),
                decided.engagement().value(),
                decided.offeredAt(),
                decided.until(),
                decided.rule(),
                again.orElse(null),
                again.filter(decided.engagement().value()::equals).isPresent(),
                OrderOfOffers.inOrder(decided.candidates()).stream()
                        .map(candidate -> considered(candidate, decided.slot()))
                        .toList());
    }

    private static Considered considered(Candidate candidate, Slot slot) {
        return new Considered(
                candidate.engagement().value(),
                candidate.joinedAt(),
                candidate.priority(),
                candidate.custodyTimeLimit(),
                candidate.hearingDate(),
                candidate.deadline(),
                candidate.suitableFrom(),
                candidate.suitableUntil(),
                OrderOfOffers.obstacles(candidate, slot.start()));
    }
}
