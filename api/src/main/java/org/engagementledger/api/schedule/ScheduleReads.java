package org.engagementledger.api.schedule;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.Queries;
import org.engagementledger.query.schedule.FindSessions;
import org.engagementledger.query.schedule.ScheduleReaders;
import org.engagementledger.query.schedule.SeeSession;
import org.engagementledger.query.schedule.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sessions and who has their slots. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ScheduleReads {

    private static final String SESSIONS = "SESSIONS";

    private final Queries queries;

    private final Opener opener;
    private final KnownCourts courts;

    ScheduleReads(Queries queries, Opener opener, KnownCourts courts) {
        this.queries = queries;
        this.opener = opener;
        this.courts = courts;
    }

    /**
     * A page of the sessions that start on these days in London, in order of their start. A court's
     * day or week, a lead's week, a firm's week: either {@code day}, or {@code week}, or {@code
     * from} and {@code to}.
     *
     * @param court the court's OU code
     * @param lead the login of the prosecutor who leads
     * @param firm only what this firm has booked; the defence may name its own only
     * @param day a day
     * @param week a week of Monday to Sunday, such as {@code 2020-W45}
     * @param from the first day
     * @param to the last day; 31 days at most
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping("/schedule")
    ResponseEntity<List<Session>> findSessions(
            @RequestParam @Nullable String court,
            @RequestParam @Nullable String lead,
            @RequestParam @Nullable String firm,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String week,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        if (firm != null && !ScheduleReaders.mayAskFor(firm, caller.actor())) {
            throw new AccessDeniedException("This firm's bookings aren't open to this reader");
        }
        courts.check(court, inquiry);
        Period period = Period.of(day, week, from, to, inquiry);
        FindSessions.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindSessions(
                                        caller.actor(),
                                        period.from(),
                                        period.until(),
                                        court,
                                        lead,
                                        firm,
                                        Pages.after(after, SESSIONS, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                opened(found.sessions()),
                Optional.ofNullable(found.next()).map(next -> next.encoded(SESSIONS)).orElse(null));
    }

    /**
     * The session, its whole grid. The surgery's version is the entity tag, for commands to be
     * guarded by.
     */
    @GetMapping("/surgeries/{id}")
    Session seeSurgery(@PathVariable String id, Caller caller, HttpServletResponse response) {
        Session session = queries.ask(new SeeSession(caller.actor(), id)).session();
        if (session == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such surgery.");
        }
        // What is told of the bookings changes without the surgery, so the tag must not answer an
        // If-None-Match; Spring would let it if this were a ResponseEntity.
        response.setHeader(HttpHeaders.ETAG, Problems.entityTag(session.version()));
        return opened(List.of(session)).getFirst();
    }

    private List<Session> opened(List<Session> sessions) {
        UnaryOperator<Personal<String>> opening =
                opener.opening(sessions.stream().flatMap(Session::personal).toList());
        return sessions.stream().map(session -> session.with(opening)).toList();
    }
}
