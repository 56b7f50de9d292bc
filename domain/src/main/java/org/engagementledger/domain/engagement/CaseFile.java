package org.engagementledger.domain.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.HearingKind;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement has come to, as far as decisions need it: ids, dates and statuses, nothing
 * personal. This is what snapshots hold.
 *
 * @param version the sequence number of the engagement's last event
 * @param representation who represents the defence
 * @param slot the slot that the engagement has; a held or missed meeting uses it up
 * @param waiting whether it waits for a slot; null if it doesn't
 * @param suitable the days on which a slot would do, as was said when it last began to wait; null
 *     if it never did, or asked to wait no longer, or has met since
 * @param resolutions when everything was found to be settled
 * @param closed whether the engagement is closed
 * @param triage since when something waits for triage; null if nothing does, or it is closed
 * @param corrected the events that were recorded in error
 */
public record CaseFile(
        EngagementId id,
        long version,
        Instant receivedAt,
        Urn urn,
        String court,
        Stage stage,
        Trail<Representation> representation,
        Trail<Listing> hearing,
        Trail<Booking> slot,
        @Nullable Waiting waiting,
        @Nullable Days suitable,
        Trail<Boolean> resolutions,
        Trail<Boolean> closed,
        Charges charges,
        Custody custody,
        Issues issues,
        PleaRegister pleas,
        Requests requests,
        Numbering numbering,
        @Nullable AwaitingTriage triage,
        List<Long> corrected) {

    /**
     * @param firm the defence firm; null for a litigant in person
     */
    public record Representation(@Nullable FirmId firm) {}

    /**
     * @param date the hearing's day
     * @param since since when it is listed for this day
     */
    public record Listing(LocalDate date, Instant since) {}

    /**
     * @param slot null while the engagement has none
     */
    public record Booking(@Nullable Slot slot) {}

    /**
     * Waiting for a slot.
     *
     * @param since since when
     * @param priority whether a slot that it had was taken from it
     * @param suitableFrom the first day on which a slot would do; null for any
     * @param suitableUntil the last such day; null for any
     * @param offer what is on offer; null if nothing is
     */
    public record Waiting(
            Instant since,
            boolean priority,
            @Nullable LocalDate suitableFrom,
            @Nullable LocalDate suitableUntil,
            @Nullable Offer offer) {

        Waiting with(@Nullable Offer open) {
            return new Waiting(since, priority, suitableFrom, suitableUntil, open);
        }
    }

    /**
     * Some days in London.
     *
     * @param from the first; null if there is none
     * @param until the last; null if there is none
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {

        /** All days. */
        static final Days ANY = new Days(null, null);

        boolean have(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * A slot that is kept for the engagement.
     *
     * @param until when the offer ends
     */
    public record Offer(Slot slot, Instant until) {}

    /**
     * @param since the sequence number of the event by which it came to wait
     * @param escalated whether that has been too long ago
     */
    public record AwaitingTriage(long since, boolean escalated) {}

    public CaseFile {
        corrected = List.copyOf(corrected);
    }

    /** The defence firm; empty for a litigant in person. */
    public Optional<FirmId> firm() {
        return representation.current().map(Representation::firm);
    }

    /** The date of the hearing that the engagement prepares. */
    public LocalDate hearingDate() {
        return listing().date();
    }

    /** The hearing's date, and since when it has been that. */
    public Listing listing() {
        return hearing.current().orElseThrow();
    }

    public HearingKind hearingKind() {
        return HearingKind.at(stage);
    }

    /** The slot that the engagement has. */
    public Optional<Slot> booking() {
        return slot.current().map(Booking::slot);
    }

    public boolean isClosed() {
        return closed.current().orElse(false);
    }
}
