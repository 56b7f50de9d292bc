package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Reads {@code query.waiting_list} and {@code query.offer}. */
@Component
public class WaitingListQueries {

    private static final String LIVE = Projection.live(WaitingListProjection.NAME);

    private static final String CASES =
            "SELECT engagement_id, urn, firm FROM query.engagement WHERE engagement_id = ANY (?) AND "
                    + Projection.live("engagements");

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
        List<Queue.Place> places = inOrder(queue(question.court()));
        Map<String, Case> cases = cases(places);
        List<WaitingPlace> shown = new ArrayList<>();
        for (Queue.Place place : places) {
            shown.add(
                    shown(
                            shown.size() + 1,
                            place,
                            cases.get(place.waiting().engagement().value())));
        }
        return new SeeWaitingList.Seen(shown);
    }

    private Queue queue(String court) {
        return database.sql("SELECT state FROM query.waiting_list WHERE list = ? AND " + LIVE)
                .param(WaitingListId.of(court).value())
                .query(String.class)
                .optional()
                .map(state -> json.readValue(state, Queue.class))
                .orElse(Queue.EMPTY);
    }

    /** The order is the rule's own; which slot it is about makes no difference to it. */
    private List<Queue.Place> inOrder(Queue queue) {
        Map<EngagementId, Queue.Place> places =
                queue.places().stream()
                        .collect(
                                Collectors.toMap(
                                        place -> place.waiting().engagement(),
                                        Function.identity()));
        return OrderOfOffers.inOrder(
                        queue.places().stream().map(place -> candidate(place.waiting())).toList())
                .stream()
                .map(candidate -> Objects.requireNonNull(places.get(candidate.engagement())))
                .toList();
    }

    private Candidate candidate(WaitingCase waiting) {
        return new Candidate(
                waiting.engagement(),
                waiting.joinedAt(),
                waiting.priority(),
                waiting.custodyTimeLimit(),
                waiting.hearingDate(),
                terms.deadline(waiting.hearingDate()),
                waiting.suitableFrom(),
                waiting.suitableUntil(),
                waiting.offered() != null,
                false);
    }

    /**
     * At which place of its court's list a case is, 1 being first; empty if it isn't on it. It says
     * nothing of who the others are.
     *
     * @param court the court's OU code
     */
    public OptionalInt position(String court, EngagementId engagement) {
        List<Queue.Place> places = inOrder(queue(court));
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).waiting().engagement().equals(engagement))
                .map(i -> i + 1)
                .findFirst();
    }

    private record Case(String urn, @Nullable String firm) {}

    private Map<String, Case> cases(List<Queue.Place> places) {
        Map<String, Case> cases = new HashMap<>();
        database.sql(CASES)
                .param(
                        places.stream()
                                .map(place -> place.waiting().engagement().value())
                                .toArray(String[]::new))
                .query(
                        row -> {
                            cases.put(
                                    row.getString("engagement_id"),
                                    new Case(row.getString("urn"), row.getString("firm")));
                        });
        return cases;
    }

    private WaitingPlace shown(int position, Queue.Place place, @Nullable Case known) {
        WaitingCase waiting = place.waiting();
        return new WaitingPlace(
                position,
                waiting.engagement().value(),
                known == null ? null : known.urn(),
                known == null ? null : known.firm(),
                waiting.joinedAt(),
                waiting.priority(),
                waiting.custodyTimeLimit(),
                waiting.hearingDate(),
                terms.deadline(waiting.hearingDate()),
                waiting.suitableFrom(),
                waiting.suitableUntil(),
                offered(waiting.offered(), place.until()),
                lastSurgery(place.warning()));
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

    private static @Nullable LastSurgery lastSurgery(Queue.@Nullable Warning warning) {
        return warning == null
                ? null
                : new LastSurgery(
                        warning.surgery() == null ? null : warning.surgery().value(),
                        warning.start());
    }

    @QueryHandler
    FindOffers.Found find(FindOffers question) {
        if (!WaitingListReaders.seeOffers(question.reader())) {
            return new FindOffers.Found(List.of(), null);
        }
        List<DecidedOffer> found =
                database.sql(
                                "SELECT sequence, decided FROM query.offer WHERE list = ? AND sequence < ? AND "
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
