package org.engagementledger.api.invitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.query.Queries;
import org.engagementledger.query.correspondence.FindNotices;
import org.engagementledger.query.correspondence.NoticeFilter;
import org.engagementledger.query.correspondence.WrittenNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the coordinator was told, whether or not mail is sent. */
@RestController
@RequestMapping(path = "/api/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class NoticeController {

    private static final String NOTICES = "NOTICES";

    private final Queries queries;
    private final KnownCourts courts;

    NoticeController(Queries queries, KnownCourts courts) {
        this.queries = queries;
        this.courts = courts;
    }

    /**
     * A page of what the coordinator was told, the latest first. Each is a letter about an
     * engagement or a session, and says whether it was mailed as well.
     *
     * @param kind what it is about
     * @param court the court's OU code
     * @param from the first day in London
     * @param to the last day in London
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping
    ResponseEntity<List<WrittenNotice>> findNotices(
            @RequestParam @Nullable NoticeKind kind,
            @RequestParam @Nullable String court,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        courts.check(court, inquiry);
        Days.check(from, to, inquiry);
        FindNotices.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindNotices(
                                        caller.actor(),
                                        new NoticeFilter(
                                                kind,
                                                court,
                                                Days.from(from, inquiry),
                                                Days.until(to, inquiry)),
                                        Pages.after(after, NOTICES, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.notices(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(NOTICES)).orElse(null));
    }
}
