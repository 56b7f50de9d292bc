package org.engagementledger.api.engagement;

import java.util.Optional;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.query.casehistory.CaseHistory;
import org.engagementledger.query.casehistory.HistoryPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of an engagement, event by event. */
@RestController
class HistoryController {

    private final CaseHistory history;

    HistoryController(CaseHistory history) {
        this.history = history;
    }

    /**
     * A page of the history, in the order in which it was written; the link to the next is in the
     * {@code Link} header.
     *
     * @param from the first sequence number that is wanted
     * @param limit how many events at most
     */
    @GetMapping(path = "/api/engagements/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> read(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "200") int limit,
            Caller caller) {
        if (!history.isOpenTo(caller.actor().role())) {
            throw new AccessDeniedException("Histories aren't open to this role");
        }
        if (from < 0 || limit < 1 || limit > CaseHistory.LARGEST_PAGE) {
            return Problems.misfit(
                    "PAGE_OUT_OF_RANGE",
                    from < 0 ? "from" : "limit",
                    "A page begins at 0 or later and holds 1 to "
                            + CaseHistory.LARGEST_PAGE
                            + " events.");
        }
        Optional<HistoryPage> page =
                history.read(new EngagementId(id), caller.actor(), from, limit);
        if (page.isEmpty()) {
            return Problems.refused(Refusal.of(Rule.ENGAGEMENT_UNKNOWN, ""));
        }
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        Long next = page.get().next();
        if (next != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</api/engagements/%s/history?from=%d&limit=%d>; rel=\"next\""
                            .formatted(id, next, limit));
        }
        return response.body(page.get().entries());
    }
}
