package org.engagementledger.query.waitinglist;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of this court were offered to whom, and on which facts? The latest first.
 *
 * @param court the court's OU code
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindOffers(Actor reader, String court, @Nullable Cursor after, int limit)
        implements Question<FindOffers.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<DecidedOffer> offers, @Nullable Cursor next) {
        public Found {
            offers = List.copyOf(offers);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.OFFERS,
                court,
                answer.offers().stream()
                        .flatMap(
                                offer ->
                                        Stream.concat(
                                                Stream.of(offer.engagement()),
                                                offer.candidates().stream()
                                                        .map(DecidedOffer.Considered::engagement)))
                        .collect(Collectors.toUnmodifiableSet()),
                answer.offers().size());
    }
}
