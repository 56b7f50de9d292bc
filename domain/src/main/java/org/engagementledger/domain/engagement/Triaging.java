package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.command.EscalateTriage;
import org.engagementledger.domain.engagement.command.RequestInformation;
import org.engagementledger.domain.engagement.command.Resolve;
import org.engagementledger.domain.engagement.command.Triage;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.detail.RequestId;
import org.engagementledger.domain.engagement.detail.Settlement;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.InformationRequested;
import org.engagementledger.domain.engagement.event.PartlyTriaged;
import org.engagementledger.domain.engagement.event.Resolved;
import org.engagementledger.domain.engagement.event.TriageEscalated;
import org.engagementledger.domain.engagement.event.Triaged;

/**
 * Triage: what can be answered is answered, what can't be goes to a surgery (the letter: how to
 * book a slot).
 */
final class Triaging {

    private Triaging() {}

    static Decision<EngagementEvent> request(
            CaseFile file, RequestInformation c, Circumstances at) {
        return new Checks(at.actor())
                .required(c.of(), "/of")
                .required(c.what(), "/what")
                .sharedNote(c.what(), "/what")
                .required(c.why(), "/why")
                .note(c.why(), "/why")
                .refuseIf(c.due() != null && c.due().isBefore(at.today()), DUE_IN_PAST, "/due")
                .then(
                        () ->
                                List.of(
                                        new InformationRequested(
                                                file.id(),
                                                RequestId.numbered(file.numbering().requests() + 1),
                                                People.known(c.of()),
                                                People.known(c.what()),
                                                People.known(c.why()),
                                                c.due())));
    }

    static Decision<EngagementEvent> decide(CaseFile file, Triage c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(c.findings().isEmpty(), NO_FINDING, "/findings");
        Set<IssueId> seen = new HashSet<>();
        for (int i = 0; i < c.findings().size(); i++) {
            Finding finding = c.findings().get(i);
            String field = "/findings/" + i;
            checkUnsettled(checks, file, finding.issue(), field, seen);
            checks.refuseIf(
                    finding.kind() == FindingKind.ANSWERED && finding.answer() == null,
                    ANSWER_REQUIRED,
                    field + "/answer");
            checks.refuseIf(
                    finding.kind() == FindingKind.OUT_OF_SCOPE && finding.reason() == null,
                    REASON_REQUIRED,
                    field + "/reason");
            checks.sharedNote(finding.answer(), field + "/answer");
            checks.sharedNote(finding.reason(), field + "/reason");
            checks.prosecutionNote(finding.reasoning(), field + "/reasoning");
        }
        return checks.then(() -> found(file, c, at));
    }

    private static List<EngagementEvent> found(CaseFile file, Triage c, Circumstances at) {
        Issues after = file.issues().become(file.version() + 1, statuses(c.findings()));
        List<IssueId> outstanding = after.untriaged();
        List<EngagementEvent> events = new ArrayList<>();
        events.add(
                outstanding.isEmpty()
                        ? new Triaged(file.id(), c.findings())
                        : new PartlyTriaged(file.id(), c.findings(), outstanding));
        if (after.unsettled().isEmpty()) {
            events.addAll(resolved(file, after, Map.of(), at));
        }
        return events;
    }

    /** At most once for each time that the engagement comes into triage. */
    static Decision<EngagementEvent> escalate(CaseFile file, EscalateTriage c, Circumstances at) {
        Instant due = at.terms().triageDue(c.waitingSince());
        Checks checks = new Checks(at.actor());
        checks.refuseIf(
                !new CaseFile.Untriaged(c.since(), false).equals(file.triage()),
                NOTHING_TO_ESCALATE,
                "");
        checks.refuseIf(at.now().isBefore(due), TRIAGE_NOT_DUE, "", LondonTime.words(due));
        return checks.then(() -> List.of(new TriageEscalated(file.id(), c.waitingSince(), due)));
    }

    static Decision<EngagementEvent> resolve(CaseFile file, Resolve c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        List<IssueId> unsettled = file.issues().unsettled();
        checks.refuseIf(unsettled.isEmpty(), NOTHING_TO_RESOLVE, "");
        Set<IssueId> seen = new HashSet<>();
        for (int i = 0; i < c.settled().size(); i++) {
            String field = "/settled/" + i;
            checkUnsettled(checks, file, c.settled().get(i).issue(), field, seen);
            checks.note(c.settled().get(i).note(), field + "/note");
        }
        List<IssueId> left = unsettled.stream().filter(issue -> !seen.contains(issue)).toList();
        checks.refuseIf(!left.isEmpty(), UNSETTLED_ISSUES, "/settled", Issues.list(left));
        return checks.then(
                () -> {
                    Map<IssueId, Settlement> settlements =
                            c.settled().stream()
                                    .map(
                                            s ->
                                                    new Settlement(
                                                            s.issue(),
                                                            IssueStatus.AGREED,
                                                            s.note()))
                                    .collect(Collectors.toMap(Settlement::issue, s -> s));
                    return resolved(file, file.issues(), settlements, at);
                });
    }

    private static void checkUnsettled(
            Checks checks, CaseFile file, IssueId issue, String field, Set<IssueId> seen) {
        Optional<IssueStatus> status = file.issues().status(issue);
        checks.refuseIf(status.isEmpty(), ISSUE_UNKNOWN, field + "/issue");
        checks.refuseIf(
                status.filter(IssueStatus::settled).isPresent(),
                ISSUE_SETTLED,
                field + "/issue",
                issue);
        checks.refuseIf(!seen.add(issue), NAMED_TWICE, field + "/issue");
    }

    /** That everything is settled, and that a slot which is still to come is given back. */
    static List<EngagementEvent> resolved(
            CaseFile file, Issues issues, Map<IssueId, Settlement> settlements, Circumstances at) {
        List<Settlement> all =
                issues.that(status -> true).stream()
                        .map(
                                issue -> {
                                    Settlement settlement = settlements.get(issue);
                                    return settlement != null
                                            ? settlement
                                            : new Settlement(
                                                    issue,
                                                    issues.status(issue).orElseThrow(),
                                                    null);
                                })
                        .toList();
        List<EngagementEvent> events = new ArrayList<>();
        events.add(new Resolved(file.id(), all));
        events.addAll(Booking.released(file, ReleaseReason.RESOLVED, at));
        return events;
    }

    static Map<IssueId, IssueStatus> statuses(List<Finding> findings) {
        return findings.stream()
                .collect(
                        Collectors.toMap(
                                Finding::issue,
                                finding ->
                                        switch (finding.kind()) {
                                            case ANSWERED -> IssueStatus.ANSWERED;
                                            case PUT_FORWARD -> IssueStatus.PUT_FORWARD;
                                            case OUT_OF_SCOPE -> IssueStatus.OUT_OF_SCOPE;
                                        }));
    }
}
