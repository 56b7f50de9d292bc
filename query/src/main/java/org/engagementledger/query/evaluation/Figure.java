package org.engagementledger.query.evaluation;

import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.TrialOutcome;
import org.engagementledger.query.schedule.Grid;
import org.jspecify.annotations.Nullable;

/** A count of the evaluation that can be opened, and by which rule it counts. */
public enum Figure {
    /** Requests that were submitted. */
    REQUESTS("requests", "REQUEST", "true"),
    /** Of them those of litigants in person, whom no firm represented then. */
    REQUESTS_IN_PERSON("requestsInPerson", "REQUEST", "detail = 'IN_PERSON'"),
    /** Cases of which triage had found on all issues for the first time. */
    TRIAGED("triaged", "TRIAGED", "first"),
    /**
     * Of them those of which nothing was left for a meeting then, and something was answered: what
     * is out of scope isn't.
     */
    ANSWERED_AT_TRIAGE("answeredAtTriage", "TRIAGED", "first AND detail = 'ANSWERED'"),
    /** Slots that engagements have, or had until the meeting was held or missed. */
    SLOTS_BOOKED("slotsBooked", "SLOT_BOOKED", "status <> 'RELEASED'"),
    /** Of them those in which a meeting was held. */
    SLOTS_HELD("slotsHeld", "MEETING_HELD", "status = 'HELD'"),
    /** Of them those to which somebody didn't come. */
    MEETINGS_MISSED("meetingsMissed", "MEETING_MISSED", "status = 'MISSED'"),
    /** How often a slot was given back without another instead. */
    SLOTS_RELEASED("slotsReleased", "SLOT_RELEASED", Grid.GIVEN_BACK),
    /** How often every issue of a case was settled, and not all of them as out of scope. */
    RESOLVED("resolved", "RESOLVED", "true"),
    /** Pleas that the defence offered. */
    PLEAS_OFFERED("pleasOffered", "PLEA_OFFERED", "true"),
    /** Offers that the prosecution rejected. */
    PLEAS_REJECTED("pleasRejected", "PLEA_REJECTED", "true"),
    /** Agreements to an offer as they happened, also what was withdrawn later; no plea entered. */
    PLEAS_AGREED("pleasAgreed", "PLEA_AGREED", "true"),
    /** Requests before a trial. */
    PRE_TRIAL_REQUESTS("preTrialRequests", "REQUEST", "fact.stage = 'PRE_TRIAL'"),
    /** Of them those with the notice that was asked for then. */
    REQUESTS_WITH_NOTICE("requestsWithNotice", "REQUEST", "how = 'WITH_NOTICE'"),
    /** Issues that were raised, of a category or of all. */
    ISSUES_RAISED("raised", "ISSUE_RAISED", "true"),
    /** Issues that were answered at triage or agreed, likewise. */
    ISSUES_RESOLVED("resolved", "ISSUE_RESOLVED", Figure.IN_SCOPE),
    /**
     * Issues that triage found to be out of scope, likewise: they are settled, but not resolved.
     */
    ISSUES_OUT_OF_SCOPE("outOfScope", "ISSUE_RESOLVED", "how = 'OUT_OF_SCOPE'"),
    /** How hearings ended, with a result and a code or with any. */
    OUTCOMES("count", "OUTCOME", "true"),
    /** Offers that were agreed before the trial's day, and weren't withdrawn since. */
    PLEAS_AGREED_BEFORE_TRIAL(
            "count",
            "PLEA_AGREED",
            Figure.BEFORE_TRIAL + Figure.STANDS,
            "Each offered plea on which the parties agreed, in a pre-trial case, on a day before the"
                    + " trial's day as it was listed then, unless it was withdrawn since."),
    /** How often every issue of a case was settled so before the trial's day. */
    RESOLVED_BEFORE_TRIAL(
            "count",
            "RESOLVED",
            Figure.BEFORE_TRIAL,
            "Each time that every issue of a pre-trial case was settled, and not all of them as out"
                    + " of scope, on a day before the trial's day as it was listed then."),
    /** Issues that were answered or agreed before the trial's day. */
    ISSUES_RESOLVED_BEFORE_TRIAL(
            "count",
            "ISSUE_RESOLVED",
            Figure.BEFORE_TRIAL + " AND " + Figure.IN_SCOPE,
            "Each issue of a pre-trial case that was answered at triage or agreed on a day before the"
                    + " trial's day as it was listed then; what is out of scope isn't counted."),
    /** Trials that cracked, with a code or with any. */
    CRACKED_TRIALS(
            "count",
            "OUTCOME",
            "fact.stage = 'PRE_TRIAL' AND detail LIKE 'CRACKED:%'",
            "Each trial of a pre-trial case that was recorded as cracked with this code."),
    /** Trials that were ineffective, likewise. */
    INEFFECTIVE_TRIALS(
            "count",
            "OUTCOME",
            "fact.stage = 'PRE_TRIAL' AND detail LIKE 'INEFFECTIVE:%'",
            "Each trial of a pre-trial case that was recorded as ineffective with this code."),
    /** Trials that were vacated before their day on a plea: L or M. */
    TRIALS_VACATED_ON_A_PLEA(
            "count",
            "OUTCOME",
            "fact.stage = 'PRE_TRIAL' AND detail IN ('VACATED:L', 'VACATED:M')",
            "Each trial of a pre-trial case that was recorded as vacated before its day with this"
                    + " code: L is a plea to the original charge, M to an alternative one.");

    private static final String BEFORE_TRIAL = "fact.stage = 'PRE_TRIAL' AND notice > 0";

    private static final String IN_SCOPE = "how <> 'OUT_OF_SCOPE'";

    private static final String STANDS =
            """
             AND NOT EXISTS (
                SELECT FROM query.evaluated_fact AS withdrawn
                WHERE withdrawn.side = fact.side AND withdrawn.engagement_id = fact.engagement_id
                  AND withdrawn.kind = 'PLEA_WITHDRAWN' AND withdrawn.part = fact.part)
            """;

    private static final List<Figure> OF_SLOTS =
            List.of(SLOTS_BOOKED, SLOTS_HELD, MEETINGS_MISSED, SLOTS_RELEASED);

    private final String column;
    private final String kind;
    private final String condition;
    private final String rule;

    Figure(String column, String kind, String condition) {
        this(column, kind, condition, "");
    }

    Figure(String column, String kind, String condition, String rule) {
        this.column = column;
        this.kind = kind;
        this.condition = condition;
        this.rule = rule;
    }

    /** The column of its table that it is in. */
    public String column() {
        return column;
    }

    /** By which rule it counts, as a sentence; empty unless it is of what was spared. */
    String rule() {
        return rule;
    }

    /** What kind of thing it counts. */
    String kind() {
        return kind;
    }

    /** The figures of the summary, in order. */
    static List<Figure> ofTheSummary() {
        return Arrays.stream(values()).filter(it -> it.compareTo(ISSUES_RAISED) < 0).toList();
    }

    /** What was settled before a trial's day, and what became of trials. */
    static List<Figure> spared() {
        return Arrays.stream(values()).filter(Figure::isSpared).toList();
    }

    private boolean isSpared() {
        return compareTo(OUTCOMES) > 0;
    }

    /** Whether it is counted from the schedule's bookings, by the session's court and day. */
    boolean isOfSlots() {
        return OF_SLOTS.contains(this);
    }

    /** Whether it can be narrowed to a category of issues. */
    public boolean hasCategories() {
        return this == ISSUES_RAISED || this == ISSUES_RESOLVED || this == ISSUES_OUT_OF_SCOPE;
    }

    /** Whether it can be narrowed to a result. */
    public boolean hasResults() {
        return this == OUTCOMES;
    }

    /** Whether it can be narrowed to a code. */
    boolean hasCodes() {
        return !codes(null).isEmpty();
    }

    /**
     * The codes that what it counts can have, in order; none if it can't be narrowed to one.
     *
     * @param result what it is narrowed to, if it is of outcomes; null for all
     */
    public List<String> codes(@Nullable ListingResult result) {
        return switch (this) {
            case OUTCOMES ->
                    Arrays.stream(ListingResult.values())
                            .filter(kind -> result == null || kind == result)
                            .flatMap(kind -> TrialOutcome.codes(kind).stream())
                            .distinct()
                            .sorted()
                            .toList();
            case CRACKED_TRIALS -> TrialOutcome.codes(ListingResult.CRACKED);
            case INEFFECTIVE_TRIALS -> TrialOutcome.codes(ListingResult.INEFFECTIVE);
            case TRIALS_VACATED_ON_A_PLEA -> List.of("L", "M");
            default -> List.of();
        };
    }

    /**
     * In SQL, whether a row counts: {@code fact}, of {@code query.evaluated_fact}; or one of {@code
     * query.booking}.
     */
    String counts() {
        return isOfSlots() ? condition : "kind = '" + kind + "' AND " + condition;
    }
}
