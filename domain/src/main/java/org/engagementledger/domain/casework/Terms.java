package org.engagementledger.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The terms on which engagement is offered; configuration, not code.
 *
 * @param courts the courts in scope (the letter: Bexley, Bromley and Highbury Corner)
 * @param preparation how long before the start of the hearing's day the last slot must have begun
 * @param noticeDays calendar days before a trial under which a request is short notice (the letter:
 *     ideally 10 days; that these are calendar days is assumed)
 * @param triageLimit how many working days triage has from when something waits for it (assumed:
 *     the letter says that triage comes first, not how soon)
 * @param workingDays on which days work is done
 * @param waiting on which terms slots are offered to those who wait for one
 */
public record Terms(
        List<Court> courts,
        Duration preparation,
        int noticeDays,
        int triageLimit,
        WorkingDays workingDays,
        WaitingTerms waiting) {

    /** How many working days triage has unless something else is said; assumed. */
    public static final int TRIAGE_LIMIT = 2;

    public Terms {
        courts = List.copyOf(courts);
    }

    /** With the usual time for triage, no bank holidays, and offers on the usual terms. */
    public Terms(List<Court> courts, Duration preparation, int noticeDays) {
        this(
                courts,
                preparation,
                noticeDays,
                TRIAGE_LIMIT,
                WorkingDays.MONDAY_TO_FRIDAY,
                WaitingTerms.USUAL);
    }

    /** The same terms for other courts. */
    public Terms in(List<Court> others) {
        return new Terms(others, preparation, noticeDays, triageLimit, workingDays, waiting);
    }

    /**
     * When triage is overdue.
     *
     * @param waitingSince since when something waits for it
     */
    public Instant triageDue(Instant waitingSince) {
        return workingDays.after(waitingSince, triageLimit);
    }

    /**
     * When an offer ends that is made now; empty if it is too late to offer the slot.
     *
     * @param start when the slot begins
     */
    public Optional<Instant> offerEnds(Instant start, Instant now) {
        return waiting.offerEnds(start, now, workingDays);
    }

    /** A slot must begin before this, so that what it comes to can be prepared for the hearing. */
    public Instant deadline(LocalDate hearing) {
        return LondonTime.startOf(hearing).minus(preparation);
    }

    /** The court in scope with this code. */
    public Optional<Court> court(String ouCode) {
        return courts.stream().filter(court -> court.ouCode().equals(ouCode)).findFirst();
    }

    /** The courts in scope, as a sentence lists them. */
    public String courtsInScope() {
        return courts.stream()
                .map(court -> court.name() + " (" + court.ouCode() + ")")
                .collect(Collectors.joining(", "));
    }
}
