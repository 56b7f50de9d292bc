package org.engagementledger.query.evaluation;

import java.time.LocalDate;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A recorded code that doesn't go with what else is recorded of the case: both events, side by
 * side. A finding about two records, not about what happened.
 *
 * @param engagement the engagement's id
 * @param court the court's OU code
 * @param stage the entry stage
 * @param finding what doesn't go together
 * @param words the same as a sentence
 * @param outcome the event with the code
 * @param other the event that contradicts it; missing if none is on this ledger
 */
public record Contradiction(
        String engagement,
        String court,
        Stage stage,
        Disagreement finding,
        String words,
        RecordedOutcome outcome,
        @Nullable EarlierOffer other) {

    /** What doesn't go together. */
    public enum Disagreement {
        /**
         * The code says that the plea was first offered on the trial's day; an earlier offer
         * contradicts it.
         */
        OFFERED_EARLIER(
                "The code says that the plea was first offered on the day of the trial; an offer"
                        + " recorded here on an earlier day contradicts it."),
        /**
         * The same in a case of more than one defendant or offence: the code names neither, so an
         * earlier offer contradicts it only if it is of the same.
         */
        PERHAPS_OFFERED_EARLIER(
                "The code says that the plea was first offered on the day of the trial, and names"
                        + " neither defendant nor offence. An offer of such a plea is recorded here"
                        + " on an earlier day for %s, offence %s; it contradicts the code if that is"
                        + " of the same."),
        /** The code says that the prosecution had rejected the plea; that is not on this ledger. */
        NO_REJECTION_ON_THIS_LEDGER(
                "The code says that the prosecution had rejected the plea before; a rejection of"
                        + " such a plea is not on this ledger. Offers are also made elsewhere.");

        private final String words;

        Disagreement(String words) {
            this.words = words;
        }

        /** As a sentence; of which offer it may say. */
        String words(@Nullable EarlierOffer offer) {
            return offer == null ? words : words.formatted(offer.defendant(), offer.offence());
        }
    }

    /**
     * How a trial was recorded to have ended.
     *
     * @param sequence the event's position in the engagement
     * @param event the event's id
     * @param code the trial result's kind and code, such as {@code CRACKED:A}
     * @param day the trial's day
     */
    public record RecordedOutcome(long sequence, String event, String code, LocalDate day) {}

    /**
     * An earlier offer.
     *
     * @param sequence the event's position in the engagement
     * @param event the event's id
     * @param plea the plea that was offered
     * @param defendant the id of the defendant
     * @param offence the id of the offence
     * @param day the day in London on which it was offered
     */
    public record EarlierOffer(
            long sequence,
            String event,
            Plea plea,
            String defendant,
            String offence,
            LocalDate day) {}
}
