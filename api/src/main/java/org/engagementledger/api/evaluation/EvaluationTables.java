package org.engagementledger.api.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.security.Caller;
import org.engagementledger.api.table.Csv;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.query.Queries;
import org.engagementledger.query.evaluation.FindIssueCounts;
import org.engagementledger.query.evaluation.FindOutcomes;
import org.engagementledger.query.evaluation.FindSpared;
import org.engagementledger.query.evaluation.FindSummary;
import org.engagementledger.query.evaluation.IssueCounts;
import org.engagementledger.query.evaluation.OutcomeCount;
import org.engagementledger.query.evaluation.RowPer;
import org.engagementledger.query.evaluation.Spared;
import org.engagementledger.query.evaluation.Summary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation's tables: counts, and no cases. */
@RestController
@RequestMapping("/api/evaluation")
class EvaluationTables {

    private final Queries queries;
    private final Filters filters;
    private final Clock clock;

    EvaluationTables(Queries queries, Filters filters, Clock clock) {
        this.queries = queries;
        this.filters = filters;
        this.clock = clock;
    }

    private LocalDate today() {
        return LondonTime.dateOf(clock.instant());
    }

    /**
     * What the pilot came to, a row for each court, week or stage, or for all together. Requests,
     * triage, slots, meetings, pleas, resolutions, and how early; how each column is counted stands
     * in {@code docs/evaluation.md}. A thing counts in the ISO week in London of its own day. Firms
     * aren't told apart. A strategy lead is told of all weeks that have ended, without a filter,
     * and in whole steps: of each count at least so many, as a multiple of {@code stepsOf}. Fewer
     * than that aren't told, and none isn't, either: those columns are named in {@code suppressed},
     * and a row of which nothing would be told is left out. Shares are of the numbers as they are
     * told, and a median is told of as many values as a step has or more. Slots on offer are exact.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/summary", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Summary> readSummary(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return queries.ask(
                        inquiry.complete(
                                new FindSummary(
                                        caller.actor(),
                                        filters.of(caller.actor(), wanted, inquiry),
                                        per,
                                        today())))
                .rows();
    }

    /**
     * The same table as CSV.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/summary", produces = Csv.MEDIA_TYPE)
    Csv<Summary> downloadSummary(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return Csv.of(Summary.class, readSummary(per, wanted, inquiry, caller));
    }

    /**
     * How many issues of each category were raised and settled, per court, week, stage or in all.
     * For a strategy lead as the summary is.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/issues", produces = MediaType.APPLICATION_JSON_VALUE)
    List<IssueCounts> readIssues(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return queries.ask(
                        inquiry.complete(
                                new FindIssueCounts(
                                        caller.actor(),
                                        filters.of(caller.actor(), wanted, inquiry),
                                        per,
                                        today())))
                .rows();
    }

    /**
     * The same table as CSV.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/issues", produces = Csv.MEDIA_TYPE)
    Csv<IssueCounts> downloadIssues(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return Csv.of(IssueCounts.class, readIssues(per, wanted, inquiry, caller));
    }

    /**
     * How hearings ended, by result and code, per court, week, stage or in all. For a strategy lead
     * as the summary is.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/outcomes", produces = MediaType.APPLICATION_JSON_VALUE)
    List<OutcomeCount> readOutcomes(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return queries.ask(
                        inquiry.complete(
                                new FindOutcomes(
                                        caller.actor(),
                                        filters.of(caller.actor(), wanted, inquiry),
                                        per,
                                        today())))
                .rows();
    }

    /**
     * The same table as CSV.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/outcomes", produces = Csv.MEDIA_TYPE)
    Csv<OutcomeCount> downloadOutcomes(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return Csv.of(OutcomeCount.class, readOutcomes(per, wanted, inquiry, caller));
    }

    /**
     * What was settled before the trial's day beside what became of trials, per court, week, stage
     * or in all. Pre-trial cases only. Each row says by which rule it is counted. These are counts
     * of what was recorded, side by side: that one is the cause of the other isn't said, and can't
     * be read from them. For a strategy lead as the summary is.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/spared", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Spared> readSpared(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return queries.ask(
                        inquiry.complete(
                                new FindSpared(
                                        caller.actor(),
                                        filters.of(caller.actor(), wanted, inquiry),
                                        per,
                                        today())))
                .rows();
    }

    /**
     * The same table as CSV.
     *
     * @param per of what there is one row each: all together unless it is said otherwise
     */
    @GetMapping(path = "/spared", produces = Csv.MEDIA_TYPE)
    Csv<Spared> downloadSpared(
            @RequestParam(defaultValue = "TOTAL") RowPer per,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        return Csv.of(Spared.class, readSpared(per, wanted, inquiry, caller));
    }
}
