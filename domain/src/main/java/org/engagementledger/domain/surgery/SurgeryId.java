package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.engagementledger.domain.casework.LondonTime;

/**
 * A session of one court, named by court and London start: {@code B01CN00-2020-11-05T1500}. A
 * session that was moved keeps its name; the next that is to start where it started has a number
 * besides: {@code B01CN00-2020-11-05T1500-2}. In the hour that October has twice, what starts in
 * the second of them says so: {@code B01CN00-2020-10-25T0120GMT}.
 */
public record SurgeryId(String value) {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

    private static final int START_LENGTH = "2020-11-05T1500".length();

    private static final String AGAIN = "GMT";

    /** The first session that this court starts then; two can't be scheduled under one name. */
    public static SurgeryId of(String court, Instant start) {
        return new SurgeryId(
                court
                        + "-"
                        + LocalDateTime.ofInstant(start, LondonTime.ZONE).format(START)
                        + (LondonTime.isAgain(start) ? AGAIN : ""));
    }

    /**
     * A later session of the same court and start.
     *
     * @param number 2 for the second
     */
    public SurgeryId again(int number) {
        return new SurgeryId(value + "-" + number);
    }

    /** The court and the start that it is named by, in words; empty if it is no such name. */
    Optional<String> words() {
        int dash = value.indexOf('-');
        try {
            int end = dash + 1 + START_LENGTH;
            ZonedDateTime start =
                    LocalDateTime.parse(value.substring(dash + 1, end), START)
                            .atZone(LondonTime.ZONE);
            Instant named =
                    (value.startsWith(AGAIN, end) ? start.withLaterOffsetAtOverlap() : start)
                            .toInstant();
            return Optional.of(value.substring(0, dash) + " at " + LondonTime.words(named));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException noName) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
