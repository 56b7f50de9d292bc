package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * How was a surgery's session before and after one of its events? Only the ledger's own policies
 * ask.
 *
 * @param surgery the surgery's id
 * @param sequence the event's sequence number there
 */
public record SeeSessionChange(Actor reader, String surgery, long sequence)
        implements Question<SeeSessionChange.Seen> {

    /**
     * A session at one moment.
     *
     * @param joinLink null if none was known
     * @param blocked the slots that nobody could have, in order of time
     * @param booked the slots that somebody had, in order of time
     */
    public record Moment(
            Instant start,
            Instant end,
            List<Host> hosts,
            @Nullable String joinLink,
            List<Slot> blocked,
            List<Slot> booked) {
        public Moment {
            hosts = List.copyOf(hosts);
            blocked = List.copyOf(blocked);
            booked = List.copyOf(booked);
        }
    }

    /**
     * The change.
     *
     * @param before before the command that led to the event; null if there was no session, or the
     *     reader may not know
     * @param after after the event; null likewise
     */
    public record Seen(@Nullable Moment before, @Nullable Moment after) {}

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        return new Access(reader, What.SESSION, surgery, Set.of(), answer.after() == null ? 0 : 1);
    }
}
