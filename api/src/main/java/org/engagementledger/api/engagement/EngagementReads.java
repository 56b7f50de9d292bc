package org.engagementledger.api.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.Queries;
import org.engagementledger.query.engagement.EngagementFilter;
import org.engagementledger.query.engagement.EngagementOrder;
import org.engagementledger.query.engagement.EngagementSummary;
import org.engagementledger.query.engagement.FindEngagements;
import org.engagementledger.query.engagement.SeeEngagement;
import org.engagementledger.query.engagement.Status;
import org.engagementledger.query.engagement.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Engagements as they stand. */
@RestController
@RequestMapping(path = "/api/engagements", produces = MediaType.APPLICATION_JSON_VALUE)
class EngagementReads {

    private final Queries queries;
    private final Opener opener;
    private final KnownCourts courts;

    EngagementReads(Queries queries, Opener opener, KnownCourts courts) {
        this.queries = queries;
        this.opener = opener;
        this.courts = courts;
    }

    /**
     * A page of the engagements that are such; the defence sees its own firm's.
     *
     * @param court the court's OU code
     * @param status how far they have come
     * @param stage at which stage they are
     * @param firm the defence firm
     * @param urn as practitioners write it
     * @param hearingFrom the first day of the hearing
     * @param hearingTo the last day of the hearing
     * @param urgency how urgent they are
     * @param escalated whether something has waited for triage for too long
     * @param order in which order: the newest first unless it is said otherwise, but hearings of
     *     several days by their day, and what is escalated by its deadline
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping
    ResponseEntity<List<EngagementSummary>> findEngagements(
            @RequestParam @Nullable String court,
            @RequestParam @Nullable Status status,
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String firm,
            @RequestParam @Nullable String urn,
            @RequestParam @Nullable LocalDate hearingFrom,
            @RequestParam @Nullable LocalDate hearingTo,
            @RequestParam @Nullable Urgency urgency,
            @RequestParam @Nullable Boolean escalated,
            @RequestParam @Nullable EngagementOrder order,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        courts.check(court, inquiry);
        Days.check("hearingFrom", hearingFrom, "hearingTo", hearingTo, inquiry);
        EngagementOrder sorted = order == null ? usual(hearingFrom, hearingTo, escalated) : order;
        boolean known = !inquiry.refuses("order", "hearingFrom", "hearingTo", "escalated");
        FindEngagements.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindEngagements(
                                        caller.actor(),
                                        new EngagementFilter(
                                                court,
                                                status,
                                                stage,
                                                firm,
                                                normalised(urn, inquiry),
                                                hearingFrom,
                                                hearingTo,
                                                urgency,
                                                escalated),
                                        sorted,
                                        Pages.after(after, known ? sorted.name() : null, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.engagements(),
                Optional.ofNullable(found.next())
                        .map(next -> next.encoded(sorted.name()))
                        .orElse(null));
    }

    /** A period of hearings is read along the calendar, and what is late by what matters first. */
    private static EngagementOrder usual(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Boolean escalated) {
        if (Boolean.TRUE.equals(escalated)) {
            return EngagementOrder.DEADLINE;
        }
        return Objects.equals(from, to) ? EngagementOrder.NEWEST : EngagementOrder.HEARING;
    }

    private static @Nullable String normalised(@Nullable String urn, Inquiry inquiry) {
        if (urn == null || inquiry.refuses("urn")) {
            return null;
        }
        Optional<Urn> read = Urn.read(urn);
        if (read.isEmpty()) {
            inquiry.refuse(Refusal.of(Rule.URN_MALFORMED, "urn"));
        }
        return read.map(Urn::value).orElse(null);
    }

    /** The engagement as the reader may see it; its version is the entity tag. */
    @GetMapping("/{id}")
    ResponseEntity<JsonNode> seeEngagement(@PathVariable String id, Caller caller) {
        SeeEngagement.Seen seen = queries.ask(new SeeEngagement(caller.actor(), id));
        if (seen.engagement() == null) {
            throw Refused.by(Rule.ENGAGEMENT_UNKNOWN);
        }
        return ResponseEntity.ok()
                .eTag(Problems.entityTag(seen.version()))
                .body(opener.open(seen.engagement()));
    }
}
