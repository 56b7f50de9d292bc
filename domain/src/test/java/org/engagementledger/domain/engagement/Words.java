package org.engagementledger.domain.engagement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.ActionPoint;
import org.engagementledger.domain.engagement.detail.Attendee;
import org.engagementledger.domain.engagement.detail.AttendeeRole;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Settlement;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;

/** The words of the tests: who acts, where and when, and what is written. All of it is made up. */
final class Words {

    static final EngagementId ENGAGEMENT = new EngagementId("engagement-1");
    static final EngagementId ANOTHER_ENGAGEMENT = new EngagementId("engagement-2");
    static final FirmId FIRM = new FirmId("firm-specimen");
    static final FirmId OTHER_FIRM = new FirmId("firm-pattern");
    static final Urn URN = new Urn("01ZD0303920");
    static final String BROMLEY = "B01CN00";
    static final String BEXLEY = "B01BH00";

    static final Terms TERMS =
            new Terms(
                    List.of(
                            new Court(BEXLEY, "Bexley Magistrates' Court"),
                            new Court(BROMLEY, "Bromley Magistrates' Court")),
                    Duration.ZERO,
                    10);

    private Words() {}

    static Actor practitioner() {
        return practitionerOf(FIRM);
    }

    static Actor practitionerOf(FirmId firm) {
        return new Actor("practitioner-of-" + firm, Role.DEFENCE_PRACTITIONER, firm);
    }

    static Actor triageOfficer() {
        return actor(Role.TRIAGE_OFFICER);
    }

    /** The District Crown Prosecutor. */
    static Actor lead() {
        return actor(Role.DISTRICT_CROWN_PROSECUTOR);
    }

    static Actor coordinator() {
        return actor(Role.COORDINATOR);
    }

    /** Somebody in this role; a defence practitioner acts for {@link #FIRM}. */
    static Actor actor(Role role) {
        return role == Role.DEFENCE_PRACTITIONER
                ? practitioner()
                : new Actor("login-of-" + role, role, null);
    }

    static Personal<String> personal(String text) {
        return Personal.known("case-1", text);
    }

    static Note shared(String text) {
        return new Note(Visibility.SHARED, personal(text));
    }

    static Note prosecutionOnly(String text) {
        return new Note(Visibility.PROSECUTION_ONLY, personal(text));
    }

    static Note defenceOnly(String text) {
        return new Note(Visibility.DEFENCE_ONLY, personal(text));
    }

    static Note note(Visibility visibility) {
        return new Note(visibility, personal("A text for a test of who may see it."));
    }

    static Contact contact() {
        return contact("Rosa Specimen", "rosa.specimen@invented.cjsm.net", "020 7946 0001");
    }

    static Contact contact(String name, String email, String telephone) {
        return new Contact(orNull(name), orNull(email), orNull(telephone));
    }

    private static Personal<String> orNull(String text) {
        return text == null ? null : personal(text);
    }

    static Finding answered(String issue) {
        return new Finding(
                new IssueId(issue), FindingKind.ANSWERED, shared("It is agreed."), null, null);
    }

    static Finding putForward(String issue) {
        return new Finding(new IssueId(issue), FindingKind.PUT_FORWARD, null, null, null);
    }

    static Finding outOfScope(String issue) {
        return new Finding(
                new IssueId(issue), FindingKind.OUT_OF_SCOPE, null, shared("Not ours."), null);
    }

    static MeetingOutcome agreed(String issue) {
        return new MeetingOutcome(new IssueId(issue), MeetingResult.AGREED, null);
    }

    static MeetingOutcome narrowed(String issue) {
        return new MeetingOutcome(new IssueId(issue), MeetingResult.NARROWED, null);
    }

    static MeetingOutcome disputed(String issue) {
        return new MeetingOutcome(new IssueId(issue), MeetingResult.DISPUTED, null);
    }

    static Settlement settled(String issue, IssueStatus how) {
        return new Settlement(new IssueId(issue), how, null);
    }

    static Attendee attendee(AttendeeRole role) {
        return new Attendee(role, personal("Sample of " + role));
    }

    static List<Attendee> attendees(AttendeeRole... roles) {
        return Arrays.stream(roles).map(Words::attendee).toList();
    }

    static List<Attendee> theLeadAndTheDefence() {
        return attendees(
                AttendeeRole.LEAD_DISTRICT_CROWN_PROSECUTOR, AttendeeRole.DEFENCE_PRACTITIONER);
    }

    static ActionPoint action(String what, String due) {
        return new ActionPoint(Party.PROSECUTION, shared(what), date(due));
    }

    static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    static Instant instant(String instant) {
        return Instant.parse(instant);
    }

    /** A time of day on Thursday 5 November 2020, or a date and a time of day, in London. */
    static Instant london(String time) {
        return LocalDateTime.parse(time.contains("T") ? time : "2020-11-05T" + time)
                .atZone(LondonTime.ZONE)
                .toInstant();
    }

    /** The session of Bromley on 5 November 2020, 15:00 to 18:00. */
    static Surgery.Scheduled bromley() {
        return session(BROMLEY, "2020-11-05T15:00");
    }

    /** A session of three hours, in nine slots of twenty minutes. */
    static Surgery.Scheduled session(String court, String start) {
        Instant from = london(start);
        return new Surgery.Scheduled(
                SurgeryId.of(court, from),
                court,
                from,
                from.plus(Duration.ofHours(3)),
                Duration.ofMinutes(20));
    }

    /** The slot of Bromley's session that starts then. */
    static Slot slot(String time) {
        return new Slot(bromley().id(), london(time), london(time).plus(Duration.ofMinutes(20)));
    }
}
