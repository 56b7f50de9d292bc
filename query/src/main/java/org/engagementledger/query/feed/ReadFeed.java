package org.engagementledger.query.feed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * What comes next in the feed?
 *
 * @param after the position of the last event that the reader has; 0 to begin
 * @param limit how many at most; 0 of whoever begins to listen
 */
public record ReadFeed(Actor reader, long after, int limit) implements Question<ReadFeed.Page> {

    /** Who may read of all cases, or at least that something happened. */
    private static final Set<Role> OF_ALL =
            Set.of(
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR,
                    Role.OPERATOR);

    /**
     * Whether somebody in this role may read the feed. The defence is shown the events of the
     * engagements that its firm represents now, and nothing else; an operator is shown no facts.
     */
    public static boolean isOpenTo(Role role) {
        return OF_ALL.contains(role) || role == Role.DEFENCE_PRACTITIONER;
    }

    /** Whether the reader's feed is the whole feed. */
    public static boolean isWholeFor(Role role) {
        return OF_ALL.contains(role);
    }

    /**
     * The next events, in the feed's order; fewer than asked for are all there are.
     *
     * @param upTo up to which position nothing is missing that is the reader's: whoever goes on
     *     after it reads nothing twice, and misses nothing. It is -1 if nothing can be said yet,
     *     since what a firm's feed is read from is being made again
     */
    public record Page(List<FeedEvent> events, long upTo) {
        public Page {
            events = List.copyOf(events);
        }
    }

    @Override
    public Class<Page> answerType() {
        return Page.class;
    }

    @Override
    public Access access(Page answer) {
        return new Access(
                reader,
                What.EVENTS,
                null,
                answer.events().stream()
                        .flatMap(event -> event.engagements().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                answer.events().size());
    }
}
