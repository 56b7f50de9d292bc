package org.engagementledger.query.casehistory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What happened in this engagement, as its reader may see it?
 *
 * @param events the kinds of event that are wanted; all if none is named
 * @param from the first sequence number that is wanted, in the order asked for; null to begin
 * @param limit how many at most
 */
public record SeeHistory(
        Actor reader,
        String engagement,
        Set<String> events,
        HistoryOrder order,
        @Nullable Long from,
        int limit)
        implements Question<SeeHistory.Seen> {

    /** The kinds of event that there are in an engagement's life, such as {@code Submitted}. */
    public static final Set<String> EVENTS =
            LogicalNames.ofTheLedger().all().stream()
                    .filter(known -> EngagementEvent.class.isAssignableFrom(known.type()))
                    .map(known -> kind(known.name()))
                    .collect(Collectors.toUnmodifiableSet());

    public SeeHistory {
        events = Set.copyOf(events);
    }

    /**
     * Some of the history.
     *
     * @param version the sequence number of the last event that it was made of; -1 if there is no
     *     such engagement, or it is another firm's
     * @param entries in the order asked for; personal values are sealed
     * @param next the first sequence number of the next page; null if this is the last
     */
    public record Seen(long version, List<HistoryEntry> entries, @Nullable Long next) {

        public Seen {
            entries = List.copyOf(entries);
        }
    }

    /** What kind of event is stored under a logical name. */
    static String kind(String logicalName) {
        return logicalName.substring(logicalName.indexOf('.') + 1);
    }

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        return new Access(
                reader,
                What.HISTORY,
                engagement,
                answer.version() < 0 ? Set.of() : Set.of(engagement),
                answer.entries().size());
    }
}
