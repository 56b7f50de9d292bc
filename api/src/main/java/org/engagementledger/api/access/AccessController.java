package org.engagementledger.api.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Queries;
import org.engagementledger.query.access.AccessFilter;
import org.engagementledger.query.access.EngagementAccess;
import org.engagementledger.query.access.FindAccesses;
import org.engagementledger.query.access.FindEngagementAccesses;
import org.engagementledger.query.access.RecordedAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read what; looking at it is recorded as well. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessController {

    private static final String ACCESSES = "ACCESSES";

    private final Queries queries;

    AccessController(Queries queries) {
        this.queries = queries;
    }

    /**
     * A page of the access log, the latest first: who asked to read what, and what they were shown.
     * What can't be recorded isn't shown, so nobody has read anything that isn't here.
     *
     * @param actor the account that asked
     * @param role in which role
     * @param firm for which defence firm
     * @param what what kind of thing was asked for
     * @param askedFor the id of the one thing that was asked for, whether or not it was shown
     * @param engagement the id of an engagement of which something was shown
     * @param shown whether anything was shown: {@code false} finds what was asked for in vain
     * @param from the first day in London
     * @param to the last day in London
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping("/accesses")
    ResponseEntity<List<RecordedAccess>> findAccesses(
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable Role role,
            @RequestParam @Nullable String firm,
            @RequestParam @Nullable What what,
            @RequestParam @Nullable String askedFor,
            @RequestParam @Nullable String engagement,
            @RequestParam @Nullable Boolean shown,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        Days.check(from, to, inquiry);
        FindAccesses.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindAccesses(
                                        caller.actor(),
                                        new AccessFilter(
                                                actor,
                                                role,
                                                firm,
                                                what,
                                                askedFor,
                                                engagement,
                                                shown,
                                                Days.from(from, inquiry),
                                                Days.until(to, inquiry)),
                                        Pages.after(after, ACCESSES, inquiry),
                                        Pages.limit(limit, inquiry))));
        return page(found.accesses(), found.next());
    }

    /**
     * A page of who was shown something of the engagement, the latest first. Of both sides, of
     * courts and police, and of a firm that had the case before; for the firm that has it now, and
     * for auditors.
     *
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping("/engagements/{id}/accesses")
    ResponseEntity<List<EngagementAccess>> findEngagementAccesses(
            @PathVariable String id,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        FindEngagementAccesses.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindEngagementAccesses(
                                        caller.actor(),
                                        id,
                                        Pages.after(after, ACCESSES, inquiry),
                                        Pages.limit(limit, inquiry))));
        if (!found.known()) {
            throw Refused.by(Rule.ENGAGEMENT_UNKNOWN);
        }
        return page(found.accesses(), found.next());
    }

    private static <T> ResponseEntity<List<T>> page(List<T> accesses, @Nullable Cursor next) {
        return Pages.page(
                accesses, Optional.ofNullable(next).map(it -> it.encoded(ACCESSES)).orElse(null));
    }
}
