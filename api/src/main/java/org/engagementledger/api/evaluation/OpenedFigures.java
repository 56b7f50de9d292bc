package org.engagementledger.api.evaluation;

import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.api.table.Csv;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.query.Queries;
import org.engagementledger.query.evaluation.Contradiction;
import org.engagementledger.query.evaluation.CountedCase;
import org.engagementledger.query.evaluation.Figure;
import org.engagementledger.query.evaluation.FindCases;
import org.engagementledger.query.evaluation.FindContradictions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the evaluation's figures count, and which records don't go together. */
@RestController
@RequestMapping("/api/evaluation")
class OpenedFigures {

    /** How many rows of a CSV are read, recorded and written at a time. */
    private static final int CSV_PAGE = 500;

    private static final String CONTRADICTIONS = "CONTRADICTIONS";

    private final Queries queries;
    private final Filters filters;

    OpenedFigures(Queries queries, Filters filters) {
        this.queries = queries;
        this.filters = filters;
    }

    /**
     * A page of what a figure counts: an entry for each thing, as many as the figure says. In order
     * of their days; the same filters as of the table open a row of it: a court's by {@code court},
     * a week's by its days, a stage's by {@code stage}. How many slots were on offer isn't a count
     * of cases: {@code /api/schedule/utilisation} has it by session.
     *
     * @param figure which count
     * @param category of issues only those of this category
     * @param result of outcomes only those with this result
     * @param code of outcomes, and of trials, only those with this code; it is refused if they have
     *     no such
     * @param after where the page before ended, as its {@code Link} says; not for CSV
     * @param limit how many at most; not for CSV
     */
    @GetMapping(path = "/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<CountedCase>> openFigure(
            @RequestParam Figure figure,
            @RequestParam @Nullable IssueCategory category,
            @RequestParam @Nullable ListingResult result,
            @RequestParam @Nullable String code,
            Wanted wanted,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        if (!inquiry.refuses("figure")) {
            refuseWhatTellsNothingApart(figure, category, result, code, inquiry);
        }
        String list = "CASES-" + figure;
        FindCases.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindCases(
                                        caller.actor(),
                                        figure,
                                        category,
                                        result,
                                        code,
                                        filters.of(caller.actor(), wanted, inquiry),
                                        Pages.after(
                                                after,
                                                inquiry.refuses("figure") ? null : list,
                                                inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.cases(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(list)).orElse(null));
    }

    /**
     * All that a figure counts, as CSV. It is whole, and takes neither {@code limit} nor {@code
     * after}.
     *
     * @param figure which count
     * @param category of issues only those of this category
     * @param result of outcomes only those with this result
     * @param code of outcomes, and of trials, only those with this code; it is refused if they have
     *     no such
     */
    @GetMapping(path = "/cases", produces = Csv.MEDIA_TYPE)
    Csv<CountedCase> downloadFigure(
            @RequestParam Figure figure,
            @RequestParam @Nullable IssueCategory category,
            @RequestParam @Nullable ListingResult result,
            @RequestParam @Nullable String code,
            Wanted wanted,
            Inquiry inquiry,
            Caller caller) {
        if (!inquiry.refuses("figure")) {
            refuseWhatTellsNothingApart(figure, category, result, code, inquiry);
        }
        var filter = inquiry.complete(filters.of(caller.actor(), wanted, inquiry));
        return Csv.inPages(
                CountedCase.class,
                after -> {
                    FindCases.Found found =
                            queries.ask(
                                    new FindCases(
                                            caller.actor(),
                                            figure,
                                            category,
                                            result,
                                            code,
                                            filter,
                                            after,
                                            CSV_PAGE));
                    return new Csv.Page<>(found.cases(), found.next());
                });
    }

    /** A filter that fits nothing that is counted would seem to say that there is none. */
    private static void refuseWhatTellsNothingApart(
            Figure figure,
            @Nullable IssueCategory category,
            @Nullable ListingResult result,
            @Nullable String code,
            Inquiry inquiry) {
        if (category != null && !figure.hasCategories()) {
            unfit("category", "Only issues have a category.", inquiry);
        }
        if (result != null && !figure.hasResults()) {
            unfit("result", "Only outcomes have a result.", inquiry);
        }
        if (code != null && !figure.codes(result).contains(code)) {
            unfit("code", codes(figure, result), inquiry);
        }
    }

    private static String codes(Figure figure, @Nullable ListingResult result) {
        List<String> codes = figure.codes(result);
        if (!codes.isEmpty()) {
            return "Expected: one of " + String.join(", ", codes) + ".";
        }
        return result != null && figure.hasResults()
                ? Refusal.of(Rule.CODE_NOT_TAKEN, "code", Checks.words(result)).sentence()
                : "Only outcomes and trials have a code.";
    }

    private static void unfit(String parameter, String detail, Inquiry inquiry) {
        inquiry.refuse(parameter, "FILTER_UNFIT", detail);
    }

    /**
     * A page of recorded codes that don't go with what else is recorded, with both events. In order
     * of the days on which the trials ended. An earlier offer contradicts a code that says the plea
     * was first offered on the day; of a code that speaks of an earlier rejection it is only said
     * that none is on this ledger, for offers are also made elsewhere. These are findings about
     * records, not about what happened or whose mistake it was.
     *
     * @param after where the page before ended, as its {@code Link} says; not for CSV
     * @param limit how many at most; not for CSV
     */
    @GetMapping(path = "/contradictions", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Contradiction>> readContradictions(
            Wanted wanted,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        FindContradictions.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindContradictions(
                                        caller.actor(),
                                        filters.of(caller.actor(), wanted, inquiry),
                                        Pages.after(after, CONTRADICTIONS, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.contradictions(),
                Optional.ofNullable(found.next())
                        .map(next -> next.encoded(CONTRADICTIONS))
                        .orElse(null));
    }

    /** All of them as CSV. It is whole, and takes neither {@code limit} nor {@code after}. */
    @GetMapping(path = "/contradictions", produces = Csv.MEDIA_TYPE)
    Csv<Contradiction> downloadContradictions(Wanted wanted, Inquiry inquiry, Caller caller) {
        var filter = inquiry.complete(filters.of(caller.actor(), wanted, inquiry));
        return Csv.inPages(
                Contradiction.class,
                after -> {
                    FindContradictions.Found found =
                            queries.ask(
                                    new FindContradictions(
                                            caller.actor(), filter, after, CSV_PAGE));
                    return new Csv.Page<>(found.contradictions(), found.next());
                });
    }
}
