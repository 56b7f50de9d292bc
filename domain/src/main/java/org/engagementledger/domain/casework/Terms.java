package org.engagementledger.domain.casework;

import java.time.Duration;
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
 */
public record Terms(List<Court> courts, Duration preparation, int noticeDays) {

    public Terms {
        courts = List.copyOf(courts);
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
