package org.engagementledger.api.demo.pilot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * A court's four sessions (the letter: Thursdays 5, 12, 19 and 26 November 2020, 15:00 to 18:00),
 * and which of their slots are still to be given out. Weeks are counted from 0.
 */
final class Sessions {

    static final int WEEKS = 4;
    static final int SLOTS = 9;
    private static final int FIRST_THURSDAY = 3;
    private static final int WORKING_WEEK = 5;
    private static final LocalTime FROM = LocalTime.of(15, 0);
    private static final Duration SLOT = Duration.ofMinutes(20);

    private final String court;
    private final List<List<Integer>> left;

    /**
     * @param inOrder the week whose slots are given out from the first on; the others' are given
     *     out at random
     */
    Sessions(String court, int inOrder, Random random) {
        this.court = court;
        this.left =
                IntStream.range(0, WEEKS)
                        .mapToObj(
                                week -> {
                                    List<Integer> slots =
                                            new ArrayList<>(
                                                    IntStream.range(0, SLOTS).boxed().toList());
                                    Collections.shuffle(slots, random);
                                    if (week == inOrder) {
                                        Collections.sort(slots);
                                    }
                                    return slots;
                                })
                        .toList();
    }

    /** The working day of a week's session. */
    static int workingDay(int week) {
        return FIRST_THURSDAY + week * WORKING_WEEK;
    }

    private static Instant start(int week) {
        LocalDate day = OfficeHours.date(workingDay(week));
        return day.atTime(FROM).atZone(LondonTime.ZONE).toInstant();
    }

    /** When the session began that the slot is in. */
    static Instant startOf(Slot slot) {
        return LondonTime.dateOf(slot.start()).atTime(FROM).atZone(LondonTime.ZONE).toInstant();
    }

    /** Schedules a court's session. */
    static Schedule schedule(String court, int week, String lead) {
        Instant start = start(week);
        return new Schedule(
                SurgeryId.of(court, start),
                court,
                start,
                start.plus(SLOT.multipliedBy(SLOTS)),
                SLOT,
                Host.lead(lead),
                null,
                null);
    }

    int left(int week) {
        return left.get(week).size();
    }

    /** Gives out a slot of the week's session. */
    Slot take(int week) {
        Instant session = start(week);
        Instant start = session.plus(SLOT.multipliedBy(left.get(week).removeFirst()));
        return new Slot(SurgeryId.of(court, session), start, start.plus(SLOT));
    }
}
