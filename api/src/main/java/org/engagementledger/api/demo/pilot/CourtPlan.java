package org.engagementledger.api.demo.pilot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.engagementledger.api.demo.pilot.Story.Ending;
import org.engagementledger.api.demo.pilot.Story.Meeting;
import org.engagementledger.api.demo.pilot.Story.Triage;
import org.engagementledger.api.demo.pilot.Story.Twist;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Deals a court's stories out over the four weeks: which sessions each of them needs, when it must
 * have begun, and for which day its hearing is listed.
 */
final class CourtPlan {

    /** The week in which a lead falls ill: there is one more to make up for it. */
    private static final int ILLNESS = 2;

    private static final int LAST_WEEK = Sessions.WEEKS - 1;

    /** Thursday 26 November: the play ends the morning after. */
    private static final int LAST_HEARING = Sessions.workingDay(LAST_WEEK);

    /** From a meeting to its hearing there is time to write and to read. */
    private static final int AFTER_MEETING = 2;

    private static final int LEAST_LEAD = 900;
    private static final int MOST_LEAD = 4_000;
    private static final int EVENING_IN_PERCENT = 15;

    /** Hearings that are too near to give ten days' notice, or only just not. */
    private static final int HURRIED_IN_PERCENT = 45;

    /** Working days after which ten days have passed. */
    private static final int NOTICE = 8;

    private static final double FIRST_FIRMS_SHARE = 0.22;
    private static final double SECOND_FIRMS_SHARE = 0.36;

    private final Cast cast;
    private final int court;
    private final boolean illness;
    private final Random random;
    private final Sessions sessions;

    private CourtPlan(Cast cast, int court, boolean illness) {
        this.cast = cast;
        this.court = court;
        this.illness = illness;
        this.random = cast.random("court " + court);
        this.sessions =
                new Sessions(cast.courts().get(court).ouCode(), illness ? ILLNESS : -1, random);
    }

    /** The cases of all courts of a cast. */
    static List<Outline> of(Cast cast) {
        int ill = cast.random("illness").nextInt(Cast.COURTS);
        List<Outline> outlines = new ArrayList<>();
        for (int court = 0; court < Cast.COURTS; court++) {
            new CourtPlan(cast, court, court == ill).deal(outlines);
        }
        return outlines;
    }

    private record Dealt(Story story, List<Slot> slots, List<Integer> weeks) {}

    private void deal(List<Outline> outlines) {
        List<Story> stories = new ArrayList<>(Deck.ofCourt(illness));
        Collections.shuffle(stories, random);
        stories.sort(
                Comparator.comparing((Story story) -> story.meeting() != Meeting.LEAD_ILL)
                        .thenComparing(story -> !story.hasHearingInPlay())
                        .thenComparingInt(story -> -story.meeting().sessions()));
        List<Dealt> dealt = new ArrayList<>(stories.stream().map(this::withSlots).toList());
        Collections.shuffle(dealt, random);
        dealt.forEach(one -> outlines.add(outline(outlines.size() + 1, one)));
    }

    private Dealt withSlots(Story story) {
        List<Integer> weeks =
                switch (story.meeting()) {
                    case LEAD_ILL -> List.of(ILLNESS, LAST_WEEK);
                    // The later one is booked first.
                    case STRANDED -> twoWeeks(LAST_WEEK).reversed();
                    default ->
                            switch (story.meeting().sessions()) {
                                case 0 -> List.of();
                                case 1 -> List.of(oneWeek(story));
                                default -> twoWeeks(latest(story));
                            };
                };
        return new Dealt(story, weeks.stream().map(sessions::take).toList(), weeks);
    }

    private static int latest(Story story) {
        return story.hasHearingInPlay() ? LAST_WEEK - 1 : LAST_WEEK;
    }

    private boolean isOpen(int week) {
        return sessions.left(week) > 0 && !(illness && week == ILLNESS);
    }

    private int oneWeek(Story story) {
        return IntStream.rangeClosed(0, latest(story))
                .filter(this::isOpen)
                .boxed()
                .max(Comparator.comparingInt(sessions::left))
                .orElseThrow(() -> new IllegalStateException("No slot is left for " + story));
    }

    private List<Integer> twoWeeks(int latest) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int first = 0; first < latest; first++) {
            for (int second = first + 1; second <= latest; second++) {
                if (isOpen(first) && isOpen(second)) {
                    pairs.add(List.of(first, second));
                }
            }
        }
        Collections.shuffle(pairs, random);
        return pairs.stream()
                .max(
                        Comparator.comparingInt(
                                pair ->
                                        sessions.left(pair.getFirst())
                                                + sessions.left(pair.getLast())))
                .orElseThrow(() -> new IllegalStateException("No two slots are left"));
    }

    private Outline outline(int number, Dealt dealt) {
        Story story = dealt.story();
        Instant submittedAt =
                dealt.slots().isEmpty() ? withoutSlot(story) : before(earliest(dealt.slots()));
        return new Outline(
                cast,
                number,
                court,
                story,
                story.twist() == Twist.IN_PERSON ? null : firm(),
                dealt.slots(),
                submittedAt,
                hearing(dealt, OfficeHours.workingDay(LondonTime.dateOf(submittedAt))));
    }

    private static Instant earliest(List<Slot> slots) {
        return slots.stream().map(Slot::start).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** So long before the slot that all can happen that comes before it. */
    private Instant before(Instant slot) {
        long end = OfficeHours.passed(slot);
        long minute = between(Math.max(5, end - MOST_LEAD), end - LEAST_LEAD);
        long tomorrow = (minute / OfficeHours.DAY + 1) * OfficeHours.DAY;
        boolean evening = random.nextInt(100) < EVENING_IN_PERCENT && end - tomorrow >= LEAST_LEAD;
        return evening ? evening(minute) : withSeconds(OfficeHours.at(minute));
    }

    private Instant withoutSlot(Story story) {
        boolean staysUntilTheEnd = story.ending() == Ending.OPEN && story.twist() == Twist.NONE;
        if (staysUntilTheEnd) {
            int firstDay = story.triage() == Triage.NOT_YET ? LAST_HEARING - 2 : LAST_HEARING - 4;
            return withSeconds(
                    OfficeHours.at(
                            between(
                                    (long) firstDay * OfficeHours.DAY,
                                    (firstDay + 2L) * OfficeHours.DAY)));
        }
        int lastDay = story.ending() == Ending.OPEN ? LAST_HEARING - 5 : LAST_HEARING - 8;
        long minute = between(5, (long) lastDay * OfficeHours.DAY);
        return random.nextInt(100) < EVENING_IN_PERCENT
                ? evening(minute)
                : withSeconds(OfficeHours.at(minute));
    }

    /** On the same day, after office hours. */
    private Instant evening(long minute) {
        LocalDate day = OfficeHours.date((int) (minute / OfficeHours.DAY));
        return withSeconds(
                day.atTime(18, 0)
                        .plusMinutes(random.nextInt(210))
                        .atZone(LondonTime.ZONE)
                        .toInstant());
    }

    private Instant withSeconds(Instant minute) {
        return minute.plus(Duration.ofMillis(random.nextInt(60_000)));
    }

    private long between(long from, long to) {
        return from + random.nextLong(to - from + 1);
    }

    private LocalDate hearing(Dealt dealt, int submitted) {
        Story story = dealt.story();
        int notBefore =
                dealt.weeks().isEmpty()
                        ? submitted + 5
                        : Sessions.workingDay(Collections.max(dealt.weeks())) + AFTER_MEETING;
        if (story.meeting() == Meeting.STRANDED || !story.hasHearingInPlay()) {
            int from = Math.max(notBefore, LAST_HEARING + 2);
            return OfficeHours.date((int) between(from, from + 14L));
        }
        if (random.nextInt(100) < HURRIED_IN_PERCENT) {
            return OfficeHours.date(
                    (int) between(notBefore, Math.min(notBefore + 2, LAST_HEARING)));
        }
        int withNotice =
                story.stage() == Stage.PRE_TRIAL
                        ? Math.clamp(submitted + NOTICE, notBefore, LAST_HEARING)
                        : notBefore;
        return OfficeHours.date((int) between(withNotice, LAST_HEARING));
    }

    private @Nullable Firm firm() {
        List<Firm> firms = cast.firms();
        double chance = random.nextDouble();
        if (chance < FIRST_FIRMS_SHARE) {
            return firms.get(0);
        }
        return chance < SECOND_FIRMS_SHARE
                ? firms.get(1)
                : firms.get(2 + random.nextInt(firms.size() - 2));
    }
}
