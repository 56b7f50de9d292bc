package org.engagementledger.api.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.query.Queries;
import org.engagementledger.query.schedule.FindUtilisation;
import org.engagementledger.query.schedule.FindUtilisation.Per;
import org.engagementledger.query.schedule.Utilisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sessions were used: counts, and no cases. */
@RestController
@RequestMapping(path = "/api/schedule", produces = MediaType.APPLICATION_JSON_VALUE)
class UtilisationReads {

    private final Queries queries;
    private final KnownCourts courts;

    UtilisationReads(Queries queries, KnownCourts courts) {
        this.queries = queries;
        this.courts = courts;
    }

    /**
     * A page of how the sessions were used that start on these days in London, or how each court's
     * were. Slots on offer, booked, held, missed and given back, and how long before the slot it
     * was booked; either {@code day}, or {@code week}, or {@code from} and {@code to}.
     *
     * @param court the court's OU code
     * @param per one row for each session, in order of its start, or for each court, in order of
     *     its code: a session unless it is said otherwise
     * @param day a day
     * @param week a week of Monday to Sunday, such as {@code 2020-W45}
     * @param from the first day
     * @param to the last day; 31 days at most
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping("/utilisation")
    ResponseEntity<List<Utilisation>> findUtilisation(
            @RequestParam @Nullable String court,
            @RequestParam @Nullable Per per,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String week,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        courts.check(court, inquiry);
        Per wanted = per == null ? Per.SESSION : per;
        Period period = Period.of(day, week, from, to, inquiry);
        String list = "UTILISATION-" + wanted;
        FindUtilisation.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindUtilisation(
                                        caller.actor(),
                                        period.from(),
                                        period.until(),
                                        court,
                                        wanted,
                                        Pages.after(
                                                after,
                                                inquiry.refuses("per") ? null : list,
                                                inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.rows(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(list)).orElse(null));
    }
}
