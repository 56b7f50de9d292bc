package org.engagementledger.domain.surgery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/** What can be asked of a surgery. */
public sealed interface SurgeryCommand {

    SurgeryId surgery();

    /**
     * A court's session. One that the programme has made already isn't made again, wherever it was
     * moved to.
     *
     * @param court the court's OU code
     * @param slot how long a slot is (the letter: 20 minutes)
     * @param hosts who attends it for the authorities, as far as known
     * @param joinLink where it is joined, if known
     * @param programme the version of the court's programme that makes it; null if it is scheduled
     *     on its own
     */
    record Schedule(
            SurgeryId surgery,
            String court,
            Instant start,
            Instant end,
            Duration slot,
            List<Host> hosts,
            @Nullable String joinLink,
            @Nullable Long programme)
            implements SurgeryCommand {

        public Schedule {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Other people, or another place to join. Where somebody has a slot that is still to come,
     * somebody leads: if the programme names nobody for that, such a session keeps its people.
     *
     * @param hosts everybody who attends it for the authorities from now on; null to leave them
     * @param joinLink where it is joined from now on, empty for nowhere known; null to leave it
     * @param programme the version of the court's programme that says so: a session that doesn't
     *     follow the programme, or has followed it so far already, stays as it is; null if somebody
     *     says so of this session alone
     */
    record ChangeSession(
            SurgeryId surgery,
            @Nullable List<Host> hosts,
            @Nullable String joinLink,
            @Nullable Long programme)
            implements SurgeryCommand {

        public ChangeSession {
            hosts = hosts == null ? null : List.copyOf(hosts);
        }
    }

    /**
     * Holds the session at another time, with whoever has a slot.
     *
     * @param start when it begins; it stays as long as it is
     * @param left who can't come along, and loses the slot
     */
    record Move(SurgeryId surgery, Instant start, Set<EngagementId> left)
            implements SurgeryCommand {

        public Move {
            left = Set.copyOf(left);
        }
    }

    /**
     * Takes slots out of the programme, and from whoever has them.
     *
     * @param starts when they begin; null for all that are still to come
     * @param reason why, in words
     */
    record Block(
            SurgeryId surgery, @Nullable List<Instant> starts, @Nullable Personal<String> reason)
            implements SurgeryCommand {

        public Block {
            starts = starts == null ? null : List.copyOf(starts);
        }
    }

    /**
     * Offers blocked slots again.
     *
     * @param starts when they begin; null for all that are still to come
     */
    record Unblock(SurgeryId surgery, @Nullable List<Instant> starts) implements SurgeryCommand {

        public Unblock {
            starts = starts == null ? null : List.copyOf(starts);
        }
    }

    /** Gives the slot to the engagement. */
    record Allocate(SurgeryId surgery, Instant start, EngagementId engagement)
            implements SurgeryCommand {}

    /** Keeps the slot for the engagement to which it is offered, until the offer ends. */
    record Reserve(SurgeryId surgery, Instant start, EngagementId engagement, Instant until)
            implements SurgeryCommand {}

    /** Keeps the slot for the engagement no longer. */
    record EndReservation(SurgeryId surgery, Instant start, EngagementId engagement)
            implements SurgeryCommand {}

    /** Takes the slot back from the engagement. */
    record Free(SurgeryId surgery, Instant start, EngagementId engagement)
            implements SurgeryCommand {}
}
