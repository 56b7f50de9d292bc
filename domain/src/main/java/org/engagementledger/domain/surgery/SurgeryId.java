package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.engagementledger.domain.casework.LondonTime;

/** A session of one court, named by court and London start: {@code B01CN00-2020-11-05T1500}. */
public record SurgeryId(String value) {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm");

    /**
     * The only session that this court can start then; scheduling it twice is thereby impossible.
     */
    public static SurgeryId of(String court, Instant start) {
        return new SurgeryId(
                court + "-" + LocalDateTime.ofInstant(start, LondonTime.ZONE).format(START));
    }

    /** The court and the start that it is named by, in words; empty if it is no such name. */
    Optional<String> words() {
        int dash = value.indexOf('-');
        try {
            Instant start =
                    LocalDateTime.parse(value.substring(dash + 1), START)
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
