package org.engagementledger.api.waitinglist;

import java.util.List;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.query.Queries;
import org.engagementledger.query.waitinglist.DecidedOffer;
import org.engagementledger.query.waitinglist.FindOffers;
import org.engagementledger.query.waitinglist.SeeWaitingList;
import org.engagementledger.query.waitinglist.WaitingPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for a slot, and how offers were decided. */
@RestController
@RequestMapping(path = "/api/waiting-lists", produces = MediaType.APPLICATION_JSON_VALUE)
class WaitingListReads {

    private static final String OFFERS = "OFFERS";

    private final Queries queries;
    private final KnownCourts courts;

    WaitingListReads(Queries queries, KnownCourts courts) {
        this.queries = queries;
        this.courts = courts;
    }

    /**
     * Who waits for a slot at a court, in the order in which their turn comes. First whoever had a
     * slot that was taken from them, then by custody time limit, hearing and time of asking.
     *
     * @param court the court's OU code
     */
    @GetMapping("/{court}")
    List<WaitingPlace> seeWaitingList(@PathVariable String court, Inquiry inquiry, Caller caller) {
        courts.check(court, inquiry);
        return queries.ask(inquiry.complete(new SeeWaitingList(caller.actor(), court))).places();
    }

    /**
     * A page of the offers of a court's slots, the latest first, with everybody who waited. Every
     * fact that it was decided on is there, and each is decided again on those as it is read.
     *
     * @param court the court's OU code
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping("/{court}/offers")
    ResponseEntity<List<DecidedOffer>> findOffers(
            @PathVariable String court,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        courts.check(court, inquiry);
        FindOffers.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindOffers(
                                        caller.actor(),
                                        court,
                                        Pages.after(after, OFFERS, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.offers(),
                Optional.ofNullable(found.next()).map(next -> next.encoded(OFFERS)).orElse(null));
    }
}
