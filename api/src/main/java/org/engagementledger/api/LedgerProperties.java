package org.engagementledger.api;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.WaitingTerms;
import org.engagementledger.domain.casework.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code ledger}.
 *
 * @param home where the embedded database, its passwords and the master key are kept
 * @param demo whether the service is a demonstration: its clock can be moved, and its ledger is
 *     marked as a demo for ever
 * @param masterKeyFile the key that wraps all data keys; in {@code home} unless said otherwise
 * @param masterKey the same key as text, base64; comes before the file
 * @param courts the courts in scope
 * @param preparation how long before the hearing's day a slot must have begun
 * @param noticeDays fewer calendar days than this before a trial are short notice
 * @param triageLimit how many working days triage has before it is escalated; assumed
 * @param offerLasts how long a slot that is offered to somebody who waits is kept for them, not
 *     counting weekends and bank holidays; assumed
 * @param offerCloses how long before its slot begins an offer ends at the latest; assumed
 * @param lastSurgeryWarning how long before the last surgery that could be of use to a case that
 *     waits a coordinator is warned; assumed
 * @param programme the programme that a court is given that never had one; null if nothing is said
 *     of any, and no court is given one
 * @param evaluation how its figures are shown
 * @param play whether the pilot of November 2020 is played into a demonstration's empty ledger
 * @param playSeed the same seed plays the same pilot
 * @param playScale about how many events are wanted: the pilot is played at so many more made-up
 *     courts, without the command side; 0 for the pilot itself, through the command side
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(
        @DefaultValue("data") Path home,
        @DefaultValue("false") boolean demo,
        @Nullable Path masterKeyFile,
        @Nullable String masterKey,
        @DefaultValue List<Court> courts,
        @DefaultValue("0h") Duration preparation,
        @DefaultValue("10") int noticeDays,
        @DefaultValue("" + Terms.TRIAGE_LIMIT) int triageLimit,
        @DefaultValue("24h") Duration offerLasts,
        @DefaultValue("1h") Duration offerCloses,
        @DefaultValue("48h") Duration lastSurgeryWarning,
        @Nullable Programme programme,
        @DefaultValue Evaluation evaluation,
        @DefaultValue("false") boolean play,
        @DefaultValue("2020") long playSeed,
        @DefaultValue("0") long playScale) {

    /** The terms on which engagement is offered. */
    public Terms terms(WorkingDays workingDays) {
        return new Terms(
                courts,
                preparation,
                noticeDays,
                triageLimit,
                workingDays,
                new WaitingTerms(offerLasts, offerCloses, lastSurgeryWarning));
    }

    /**
     * The weekly session, in London local time.
     *
     * @param weeks for how many weeks ahead sessions are scheduled
     * @param until the last day of the programme; null if it goes on
     * @param lead the login of the District Crown Prosecutor who leads the sessions, if known
     */
    public record Programme(
            @DefaultValue("THURSDAY") DayOfWeek day,
            @DefaultValue("15:00") LocalTime from,
            @DefaultValue("18:00") LocalTime to,
            @DefaultValue("20m") Duration slot,
            @DefaultValue("4") int weeks,
            @Nullable LocalDate until,
            @Nullable String lead) {}

    /**
     * The pilot's evaluation.
     *
     * @param threshold in whole steps of how many whoever may see figures, but no cases, is told
     *     counts, and the smallest that they are told; assumed. 1 tells them exactly, and less than
     *     that keeps the service from starting
     */
    public record Evaluation(@DefaultValue("5") int threshold) {}

    /** No secret in a log. */
    @Override
    public String toString() {
        return "LedgerProperties[home=" + home + ", demo=" + demo + "]";
    }
}
