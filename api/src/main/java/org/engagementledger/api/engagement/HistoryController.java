package org.engagementledger.api.engagement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.Queries;
import org.engagementledger.query.casehistory.HistoryEntry;
import org.engagementledger.query.casehistory.HistoryOrder;
import org.engagementledger.query.casehistory.SeeHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The history of an engagement, event by event. */
@RestController
class HistoryController {

    private static final String USUAL = "200";

    private final Queries queries;
    private final Opener opener;

    HistoryController(Queries queries, Opener opener) {
        this.queries = queries;
        this.opener = opener;
    }

    /**
     * A page of the history; the link to the next is in the {@code Link} header. The entity tag is
     * the version that the whole history has come to.
     *
     * @param event the kinds of event that are wanted, such as {@code Submitted}; all if none is
     *     named
     * @param order in which order
     * @param from the first sequence number that is wanted, in the order asked for; from the first
     *     or the latest event if it isn't said
     * @param limit how many events at most
     */
    @GetMapping(path = "/api/engagements/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<HistoryEntry>> readHistory(
            @PathVariable String id,
            @RequestParam @Nullable List<String> event,
            @RequestParam(defaultValue = "OLDEST") HistoryOrder order,
            @RequestParam @Nullable Long from,
            @RequestParam(defaultValue = USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        if (from != null && from < 0) {
            inquiry.refuse("from", "PAGE_OUT_OF_RANGE", "A page begins at 0 or later.");
        }
        SeeHistory.Seen seen =
                queries.ask(
                        inquiry.complete(
                                new SeeHistory(
                                        caller.actor(),
                                        id,
                                        kinds(event, inquiry),
                                        order,
                                        from,
                                        Pages.limit(limit, inquiry))));
        if (seen.version() < 0) {
            throw Refused.by(Rule.ENGAGEMENT_UNKNOWN);
        }
        return Pages.leadingTo("from", seen.next())
                .eTag(Problems.entityTag(seen.version()))
                .body(opened(seen.entries()));
    }

    private static Set<String> kinds(@Nullable List<String> asked, Inquiry inquiry) {
        Set<String> kinds = Set.copyOf(Optional.ofNullable(asked).orElse(List.of()));
        if (!inquiry.refuses("event") && !SeeHistory.EVENTS.containsAll(kinds)) {
            inquiry.refuse(
                    "event",
                    "MALFORMED",
                    "An event is one of "
                            + String.join(", ", new TreeSet<>(SeeHistory.EVENTS))
                            + ".");
        }
        return kinds;
    }

    private List<HistoryEntry> opened(List<HistoryEntry> entries) {
        List<JsonNode> facts = opener.openAll(entries.stream().map(HistoryEntry::facts).toList());
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).with(facts.get(i)))
                .toList();
    }
}
