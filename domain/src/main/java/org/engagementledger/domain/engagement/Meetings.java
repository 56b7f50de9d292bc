package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.command.HoldMeeting;
import org.engagementledger.domain.engagement.command.MissMeeting;
import org.engagementledger.domain.engagement.detail.ActionPoint;
import org.engagementledger.domain.engagement.detail.AttendeeRole;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.domain.surgery.Slot;

/**
 * Meetings, recorded after they began. A record that answers who attended, what is agreed and
 * disputed, and what is to be done by whom and when is a record of the duty to engage (Criminal
 * Procedure Rules 3.3).
 */
final class Meetings {

    private Meetings() {}

    static Decision<EngagementEvent> hold(CaseFile file, HoldMeeting c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        Optional<Slot> held = file.booking();
        checks.refuseIf(held.isEmpty(), NOTHING_BOOKED, "");
        Instant heldAt =
                c.occurredAt() != null ? c.occurredAt() : held.map(Slot::start).orElse(at.now());
        held.ifPresent(
                slot -> {
                    boolean begun = Booking.hasBegun(slot, at);
                    checks.refuseIf(!begun, MEETING_NOT_BEGUN, "");
                    if (begun) {
                        checks.occurred(heldAt, slot.start(), "the slot began", at.now());
                    }
                });
        checkAttendees(checks, c);
        checkOutcomes(checks, file, c);
        for (int i = 0; i < c.actions().size(); i++) {
            ActionPoint action = c.actions().get(i);
            checks.sharedNote(action.what(), "/actions/" + i + "/what");
            checks.refuseIf(
                    action.due().isBefore(LondonTime.dateOf(heldAt)),
                    DUE_IN_PAST,
                    "/actions/" + i + "/due");
        }
        checks.notes(c.notes(), "/notes");
        return checks.then(
                () -> {
                    MeetingHeld meeting =
                            new MeetingHeld(
                                    file.id(),
                                    held.orElseThrow(),
                                    heldAt,
                                    c.attendees(),
                                    c.outcomes(),
                                    c.actions(),
                                    c.notes());
                    CaseFile after = CaseFileEditing.after(file, meeting);
                    List<EngagementEvent> events = new ArrayList<>();
                    events.add(meeting);
                    if (after.issues().unsettled().isEmpty()) {
                        events.addAll(Triaging.resolved(after, after.issues(), Map.of(), at));
                    }
                    return events;
                });
    }

    private static void checkAttendees(Checks checks, HoldMeeting c) {
        List<AttendeeRole> roles = c.attendees().stream().map(attendee -> attendee.role()).toList();
        checks.refuseIf(
                !roles.contains(AttendeeRole.LEAD_DISTRICT_CROWN_PROSECUTOR)
                        && !roles.contains(AttendeeRole.LEGAL_ADVISER_WITH_DEVOLVED_AUTHORITY),
                NO_LEAD_PRESENT,
                "/attendees");
        checks.refuseIf(
                !roles.contains(AttendeeRole.DEFENCE_PRACTITIONER)
                        && !roles.contains(AttendeeRole.DEFENDANT_IN_PERSON),
                NO_DEFENCE_PRESENT,
                "/attendees");
        for (int i = 0; i < c.attendees().size(); i++) {
            checks.line(c.attendees().get(i).name(), "/attendees/" + i + "/name");
        }
    }

    private static void checkOutcomes(Checks checks, CaseFile file, HoldMeeting c) {
        Set<IssueId> seen = new HashSet<>();
        for (int i = 0; i < c.outcomes().size(); i++) {
            IssueId issue = c.outcomes().get(i).issue();
            String field = "/outcomes/" + i;
            Optional<IssueStatus> status = file.issues().status(issue);
            checks.refuseIf(status.isEmpty(), ISSUE_UNKNOWN, field + "/issue");
            checks.refuseIf(
                    status.filter(IssueStatus::settled).isPresent(),
                    ISSUE_SETTLED,
                    field + "/issue",
                    issue);
            checks.refuseIf(!seen.add(issue), NAMED_TWICE, field + "/issue");
            checks.note(c.outcomes().get(i).note(), field + "/note");
        }
        List<IssueId> missing =
                file.issues().discussable().stream()
                        .filter(issue -> !seen.contains(issue))
                        .toList();
        checks.refuseIf(!missing.isEmpty(), OUTCOMES_MISSING, "/outcomes", Issues.list(missing));
    }

    static Decision<EngagementEvent> miss(CaseFile file, MissMeeting c, Circumstances at) {
        Optional<Slot> held = file.booking();
        return new Checks(at.actor())
                .refuseIf(held.isEmpty(), NOTHING_BOOKED, "")
                .refuseIf(
                        held.filter(slot -> !Booking.hasBegun(slot, at)).isPresent(),
                        MEETING_NOT_BEGUN,
                        "")
                .refuseIf(c.missedBy().isEmpty(), NOBODY_MISSED, "/missedBy")
                .note(c.note(), "/note")
                .then(
                        () ->
                                List.of(
                                        new MeetingMissed(
                                                file.id(),
                                                held.orElseThrow(),
                                                c.missedBy().stream().distinct().sorted().toList(),
                                                c.note())));
    }
}
