package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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

    @Override
    public String toString() {
        return value;
    }
}
