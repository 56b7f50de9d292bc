package org.engagementledger.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * On which terms slots are offered to those who wait; configuration, not code. All of them are
 * assumed: the pilot had no waiting list.
 *
 * @param offerLasts how long an offer is open, of working days: so that nobody loses a slot over a
 *     weekend
 * @param offerCloses how long before its slot begins it ends at the latest, so that others can
 *     still book the slot
 * @param lastSurgeryWarning how long before the last surgery that could be of use to a case is
 *     warned that it still waits
 */
public record WaitingTerms(Duration offerLasts, Duration offerCloses, Duration lastSurgeryWarning) {

    /** A working day to answer, an hour for others, a warning two days ahead. */
    public static final WaitingTerms USUAL =
            new WaitingTerms(Duration.ofHours(24), Duration.ofHours(1), Duration.ofHours(48));

    /**
     * When an offer ends that is made now; empty if it is too late to offer the slot: whoever comes
     * first has it.
     *
     * @param start when the slot begins
     */
    Optional<Instant> offerEnds(Instant start, Instant now, WorkingDays workingDays) {
        Instant latest = start.minus(offerCloses);
        Instant usual = workingDays.after(now, offerLasts);
        return Optional.of(usual.isBefore(latest) ? usual : latest).filter(end -> end.isAfter(now));
    }
}
