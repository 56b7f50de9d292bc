package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.engagementledger.domain.casework.LondonTime;

/**
 * A session of one court, named by court and London start: {@code B01CN00-2020-11-05T1500}. A
 * session that was moved keeps its name; the next that is to start where it started has a number
 * besides: {@code B01CN00-2020-11-05T1500-2}.
 */
public record SurgeryId(String value) {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

    private static final int START_LENGTH = "2020-11-05T1500".length();

    /** The first session that this court starts then; two can't be scheduled under one name. */
    public static SurgeryId of(String court, Instant start) {
        return new SurgeryId(
                court + "-" + LocalDateTime.ofInstant(start, LondonTime.ZONE).format(START));
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
            Instant start =
                    LocalDateTime.parse(value.substring(dash + 1, dash + 1 + START_LENGTH), START)
                            .atZone(LondonTime.ZONE)
                            .toInstant();
            return Optional.of(value.substring(0, dash) + " at " + LondonTime.words(start));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException noName) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
