package org.engagementledger.api.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.api.table.Csv;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.query.Queries;
import org.engagementledger.query.strategy.ActionChange;
import org.engagementledger.query.strategy.ActionEvidence;
import org.engagementledger.query.strategy.ActionHistory;
import org.engagementledger.query.strategy.ActionProgress;
import org.engagementledger.query.strategy.FindChanges;
import org.engagementledger.query.strategy.FindEvidence;
import org.engagementledger.query.strategy.PlanProgress;
import org.engagementledger.query.strategy.PlanProgress.AimProgress;
import org.engagementledger.query.strategy.PlanProgress.QuarterProgress;
import org.engagementledger.query.strategy.SeeAction;
import org.engagementledger.query.strategy.SeeProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the strategy's actions stand, on any day, and what is evidence of them. */
@RestController
@RequestMapping(path = "/api/strategy", produces = MediaType.APPLICATION_JSON_VALUE)
class StrategyReads {

    /** How many entries of a CSV are read, recorded and written at a time. */
    private static final int CSV_PAGE = 500;

    private static final String ACTION = "action";
    private static final String NUMBER = "number";

    /** Instead of one that is refused; nothing is asked of it. */
    private static final ActionNumber NONE = new ActionNumber("1.1");

    private final Queries queries;
    private final Clock clock;

    StrategyReads(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * How the plan's actions stand as of a day: all of them, the totals, and those of each aim and
     * quarter. Timeliness follows from the dates alone; that the plan's quarters are those of the
     * financial year is assumed. A strategy lead is told how many engagements are evidence as of
     * the last week that had ended by then: at least so many, in whole steps of {@code stepsOf};
     * fewer than that aren't told, and none isn't, either.
     *
     * @param asOf the day in London: what was recorded by its end counts, whenever it is asked;
     *     today unless it is said otherwise. A day to come shows what follows if nothing more
     *     happens
     */
    @GetMapping("/progress")
    PlanProgress seeProgress(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return queries.ask(
                inquiry.complete(
                        new SeeProgress(
                                caller.actor(), AdoptPlan.PLAN, day(asOf, inquiry), today())));
    }

    /**
     * The plan's actions as of a day as CSV, one row each.
     *
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping(path = "/progress", produces = Csv.MEDIA_TYPE)
    Csv<ActionProgress> downloadProgress(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return Csv.of(ActionProgress.class, seeProgress(asOf, inquiry, caller).actions());
    }

    /**
     * How each aim's actions stand as of a day, a row for each aim in their order. The same totals
     * are among what is told of the plan as a whole.
     *
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping("/progress/aims")
    List<AimProgress> seeAims(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return seeProgress(asOf, inquiry, caller).aims();
    }

    /**
     * The same table as CSV.
     *
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping(path = "/progress/aims", produces = Csv.MEDIA_TYPE)
    Csv<AimProgress> downloadAims(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return Csv.of(AimProgress.class, seeAims(asOf, inquiry, caller));
    }

    /**
     * How the actions of each quarter in which one is due stand as of a day, in their order. The
     * last row is of those that are undated, if there are any. The same totals are among what is
     * told of the plan as a whole.
     *
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping("/progress/quarters")
    List<QuarterProgress> seeQuarters(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return seeProgress(asOf, inquiry, caller).quarters();
    }

    /**
     * The same table as CSV.
     *
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping(path = "/progress/quarters", produces = Csv.MEDIA_TYPE)
    Csv<QuarterProgress> downloadQuarters(
            @RequestParam @Nullable LocalDate asOf, Inquiry inquiry, Caller caller) {
        return Csv.of(QuarterProgress.class, seeQuarters(asOf, inquiry, caller));
    }

    /**
     * How an action stands as of a day, and how it came to that. Each rebaselining, each judgement,
     * each link, and the rules by which engagements count. Of rebaselinings, judgements and links
     * the latest hundred are shown; all are among the changes, which {@code findChanges} tells of
     * one action, too. The entity tag is the version that it had on that day.
     *
     * @param number the action's number, such as 1.1
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping("/actions/{number}")
    ResponseEntity<ActionHistory> seeAction(
            @PathVariable String number,
            @RequestParam @Nullable LocalDate asOf,
            Inquiry inquiry,
            Caller caller) {
        ActionHistory action =
                queries.ask(
                                inquiry.complete(
                                        new SeeAction(
                                                caller.actor(),
                                                action(NUMBER, number, inquiry),
                                                day(asOf, inquiry),
                                                today())))
                        .action();
        if (action == null) {
            throw new Refused(List.of(unknown(NUMBER)));
        }
        return ResponseEntity.ok()
                .eTag(Problems.entityTag(action.progress().version()))
                .body(action);
    }

    /**
     * A page of what happened to the plan's actions since a day, event by event, the earliest
     * first.
     *
     * @param since the first day in London; it must be said
     * @param action the number of the one action whose changes are wanted; those of all unless it
     *     is said
     * @param after where the page before ended, as its {@code Link} says; not for CSV
     * @param limit how many at most; not for CSV
     */
    @GetMapping("/changes")
    ResponseEntity<List<ActionChange>> findChanges(
            @RequestParam @Nullable LocalDate since,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        LocalDate first = first(since, inquiry);
        StrategyActionId only = action == null ? null : action(ACTION, action, inquiry);
        String list = "CHANGES-" + (only == null ? "ALL" : only.number());
        FindChanges.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindChanges(
                                        caller.actor(),
                                        AdoptPlan.PLAN,
                                        first,
                                        only,
                                        Pages.after(
                                                after,
                                                inquiry.refuses(ACTION) ? null : list,
                                                inquiry),
                                        Pages.limit(limit, inquiry))));
        if (!found.known()) {
            throw new Refused(List.of(unknown(ACTION)));
        }
        return Pages.page(
                found.changes(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(list)).orElse(null));
    }

    /**
     * All of them as CSV. It is whole, and takes neither {@code limit} nor {@code after}.
     *
     * @param since the first day in London; it must be said
     * @param action the number of the one action whose changes are wanted; those of all unless it
     *     is said
     */
    @GetMapping(path = "/changes", produces = Csv.MEDIA_TYPE)
    Csv<ActionChange> downloadChanges(
            @RequestParam @Nullable LocalDate since,
            @RequestParam @Nullable String action,
            Inquiry inquiry,
            Caller caller) {
        StrategyActionId only = action == null ? null : action(ACTION, action, inquiry);
        LocalDate first = inquiry.complete(first(since, inquiry));
        return Csv.inPages(
                ActionChange.class,
                after -> {
                    FindChanges.Found found =
                            queries.ask(
                                    new FindChanges(
                                            caller.actor(),
                                            AdoptPlan.PLAN,
                                            first,
                                            only,
                                            after,
                                            CSV_PAGE));
                    if (!found.known()) {
                        throw new Refused(List.of(unknown(ACTION)));
                    }
                    return new Csv.Page<>(found.changes(), found.next());
                });
    }

    private LocalDate first(@Nullable LocalDate since, Inquiry inquiry) {
        if (since == null && !inquiry.refuses("since")) {
            inquiry.refuse("since", "REQUIRED", "Say since which day in London.");
        }
        LocalDate kept = Days.kept("since", since, inquiry);
        return kept == null ? today() : kept;
    }

    /**
     * What is evidence of an action as of a day. How many engagements count by which of its rules,
     * a page of them with the events by which they count, and what was linked by hand: the latest
     * five hundred; all are among the changes. A strategy lead sees no cases: how many as of the
     * last week that had ended by then, at least, in whole steps, and the links that they made
     * themselves.
     *
     * @param number the action's number, such as 1.1
     * @param asOf the day in London; today unless it is said otherwise
     * @param after where the page before ended, as its {@code Link} says; not for CSV
     * @param limit how many engagements at most; not for CSV
     */
    @GetMapping("/actions/{number}/evidence")
    ResponseEntity<ActionEvidence> findEvidence(
            @PathVariable String number,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        StrategyActionId action = action(NUMBER, number, inquiry);
        String list = "EVIDENCE-" + action.number();
        FindEvidence.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindEvidence(
                                        caller.actor(),
                                        action,
                                        day(asOf, inquiry),
                                        today(),
                                        Pages.after(
                                                after,
                                                inquiry.refuses(NUMBER) ? null : list,
                                                inquiry),
                                        Pages.limit(limit, inquiry))));
        if (found.evidence() == null) {
            throw new Refused(List.of(unknown(NUMBER)));
        }
        return Pages.page(
                found.evidence(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(list)).orElse(null));
    }

    /**
     * All engagements that count as CSV, a row for each rule by which one does. It is whole, and
     * takes neither {@code limit} nor {@code after}. None for a strategy lead, who sees no cases.
     *
     * @param number the action's number, such as 1.1
     * @param asOf the day in London; today unless it is said otherwise
     */
    @GetMapping(path = "/actions/{number}/evidence", produces = Csv.MEDIA_TYPE)
    Csv<CountedByRule> downloadEvidence(
            @PathVariable String number,
            @RequestParam @Nullable LocalDate asOf,
            Inquiry inquiry,
            Caller caller) {
        StrategyActionId action = action(NUMBER, number, inquiry);
        LocalDate day = inquiry.complete(day(asOf, inquiry));
        LocalDate today = today();
        return Csv.inPages(
                CountedByRule.class,
                after -> {
                    FindEvidence.Found found =
                            queries.ask(
                                    new FindEvidence(
                                            caller.actor(), action, day, today, after, CSV_PAGE));
                    if (found.evidence() == null) {
                        throw new Refused(List.of(unknown(NUMBER)));
                    }
                    return new Csv.Page<>(
                            found.evidence().engagements().stream()
                                    .flatMap(CountedByRule::of)
                                    .toList(),
                            found.next());
                });
    }

    /** The action that a parameter names; refuses a number that no action can have. */
    private static StrategyActionId action(String parameter, String number, Inquiry inquiry) {
        return StrategyActionId.of(
                AdoptPlan.PLAN,
                ActionNumber.read(number)
                        .orElseGet(
                                () -> {
                                    inquiry.refuse(unknown(parameter));
                                    return NONE;
                                }));
    }

    private static Refusal unknown(String parameter) {
        return Refusal.of(Rule.ACTION_UNKNOWN, parameter);
    }

    private LocalDate day(@Nullable LocalDate asked, Inquiry inquiry) {
        LocalDate kept = Days.kept("asOf", asked, inquiry);
        return kept == null ? today() : kept;
    }

    private LocalDate today() {
        return LondonTime.dateOf(clock.instant());
    }
}
