package org.engagementledger.domain.courtday;

import java.time.LocalDate;

/** The day of one court, named by both: {@code day:B01CN00:2020-11-05}. */
public record CourtDayId(String value) {

    /**
     * The only such day.
     *
     * @param court the court's OU code
     * @param day in London
     */
    public static CourtDayId of(String court, LocalDate day) {
        return new CourtDayId("day:" + court + ":" + day);
    }

    @Override
    public String toString() {
        return value;
    }
}
