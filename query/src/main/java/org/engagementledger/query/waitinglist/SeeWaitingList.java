package org.engagementledger.query.waitinglist;

import java.util.List;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * Who waits for a slot at this court, in the order in which their turn comes?
 *
 * @param court the court's OU code
 */
public record SeeWaitingList(Actor reader, String court) implements Question<SeeWaitingList.Seen> {

    /** The list; empty if nobody waits. */
    public record Seen(List<WaitingPlace> places) {
        public Seen {
            places = List.copyOf(places);
        }
    }

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        return new Access(
                reader,
                What.WAITING_LIST,
                court,
                answer.places().stream()
                        .map(WaitingPlace::engagement)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.places().size());
    }
}
