package org.engagementledger.api.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Queries;
import org.engagementledger.query.schedule.FindFreeSlots;
import org.engagementledger.query.schedule.FreeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which slots can still be booked. */
@RestController
@RequestMapping(path = "/api/availability", produces = MediaType.APPLICATION_JSON_VALUE)
class AvailabilityReads {

    private static final String FREE_SLOTS = "FREE_SLOTS";

    private final Queries queries;
    private final Clock clock;
    private final KnownCourts courts;

    AvailabilityReads(Queries queries, Clock clock, KnownCourts courts) {
        this.queries = queries;
        this.clock = clock;
        this.courts = courts;
    }

    /**
     * A page of the slots that can still be booked, in order of time. They are of the sessions that
     * start on these days in London: either {@code day}, or {@code week}, or {@code from} and
     * {@code to}.
     *
     * @param court the court's OU code
     * @param excluding the id of an engagement that is to be booked or moved: then only slots of
     *     its court that are in time for its hearing, and the one that it has now counts as free
     * @param day a day
     * @param week a week of Monday to Sunday, such as {@code 2020-W45}
     * @param from the first day
     * @param to the last day; 31 days at most
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping
    ResponseEntity<List<FreeSlot>> findFreeSlots(
            @RequestParam @Nullable String court,
            @RequestParam @Nullable String excluding,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String week,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        if (excluding != null && !CaseReaders.include(caller.actor().role())) {
            throw new AccessDeniedException("Engagements aren't open to this reader");
        }
        courts.check(court, inquiry);
        Period period = Period.of(day, week, from, to, inquiry);
        FindFreeSlots.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindFreeSlots(
                                        caller.actor(),
                                        clock.instant(),
                                        period.from(),
                                        period.until(),
                                        court,
                                        excluding,
                                        Pages.after(after, FREE_SLOTS, inquiry),
                                        Pages.limit(limit, inquiry))));
        if (!found.known()) {
            throw Refused.by(Rule.ENGAGEMENT_UNKNOWN);
        }
        return Pages.page(
                found.slots(),
                Optional.ofNullable(found.next())
                        .map(next -> next.encoded(FREE_SLOTS))
                        .orElse(null));
    }
}
