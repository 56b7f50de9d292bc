package org.engagementledger.query.feed;

import java.util.List;
import java.util.Objects;
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
 * @param limit how many at most
 */
public record ReadFeed(Actor reader, long after, int limit) implements Question<ReadFeed.Page> {

    /** Who may read the feed: it holds the cases of all firms. */
    private static final Set<Role> READERS =
            Set.of(
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR,
                    Role.OPERATOR);

    /** Whether somebody in this role may read the feed; an operator is shown no facts. */
    public static boolean isOpenTo(Role role) {
        return READERS.contains(role);
    }

    /** The next events, in the feed's order; fewer than asked for are all there are. */
    public record Page(List<FeedEvent> events) {
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
                        .map(FeedEvent::engagement)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.events().size());
    }
}
