package org.engagementledger.api.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.correspondence.Cause;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.Queries;
import org.engagementledger.query.correspondence.SeeCorrespondence;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.engagementledger.query.engagement.SeeEngagement;
import org.engagementledger.query.position.Reached;
import org.engagementledger.query.schedule.SeeSession;
import org.engagementledger.query.schedule.SeeSessionChange;
import org.engagementledger.query.schedule.SeeSessionChange.Moment;
import org.engagementledger.query.schedule.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What letters are written from, read in the name of whichever policy or task writes them. */
@Component
class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Queries queries;
    private final Reached reached;

    Desk(Queries queries, Reached reached) {
        this.queries = queries;
        this.reached = reached;
    }

    private static Actor reader(String name) {
        return new Actor(name, Role.SYSTEM, null);
    }

    /**
     * Waits until what is read here holds the event.
     *
     * @throws IllegalStateException if it takes too long; then the event is told again
     */
    void await(FeedEntry event, String name) {
        try {
            if (!reached.await(
                    reader(name), event.aggregateId(), event.event().sequence(), PATIENCE)) {
                throw new IllegalStateException("The projections lag behind the policies");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service ends", ending);
        }
    }

    /** The event as the cause of a letter. */
    static Cause cause(FeedEntry event) {
        return new Cause(event.aggregateId(), event.event().sequence(), event.event().recordedAt());
    }

    /**
     * The engagement after it lost its slot by this event, with its personal values sealed. What
     * became of it together with that is read at once, or within moments.
     */
    @Nullable JsonNode engagementAfter(FeedEntry release, String name) {
        await(release, name);
        try {
            reached.await(
                    reader(name), release.aggregateId(), release.event().sequence() + 1, A_MOMENT);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service ends", ending);
        }
        return engagement(release.aggregateId(), name);
    }

    /** The engagement, with its personal values sealed; null if there is none. */
    @Nullable JsonNode engagement(String id, String name) {
        return queries.ask(new SeeEngagement(reader(name), id)).engagement();
    }

    /** The session; null if there is none. */
    @Nullable Session session(SurgeryId id, String name) {
        return queries.ask(new SeeSession(reader(name), id.value())).session();
    }

    /** A session before and after one of its events. */
    record Change(Moment before, Moment after) {}

    /** What became of a session by this event, as the log has it; empty if there was none. */
    Optional<Change> change(SurgeryId id, FeedEntry event, String name) {
        SeeSessionChange.Seen seen =
                queries.ask(
                        new SeeSessionChange(reader(name), id.value(), event.event().sequence()));
        return seen.before() == null || seen.after() == null
                ? Optional.empty()
                : Optional.of(new Change(seen.before(), seen.after()));
    }

    /** What was written about an engagement or a session. */
    List<WrittenLetter> letters(String about, String name) {
        return queries.ask(new SeeCorrespondence(reader(name), about)).letters();
    }
}
