package org.engagementledger.api.openapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.HearingKind;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.PleaStatus;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.query.engagement.Status;
import org.engagementledger.query.engagement.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An engagement whole, as its reader may see it: what a reader may not see is absent.
 *
 * <p>It is put together as JSON; this is its shape in types, for the document.
 *
 * @param id its id
 * @param version the sequence number of its last event
 * @param receivedAt when it was submitted
 * @param updatedAt when its last event was written
 * @param urn the case's unique reference number
 * @param court the court's OU code
 * @param firm the defence firm; absent for a litigant in person
 * @param shortNotice whether the request came at short notice
 * @param escalated whether something waits for triage, and has for too long
 * @param hearing the hearing that it prepares
 * @param slot the slot that it has
 * @param defendants in the order in which they were named
 * @param issues in the order in which they were raised
 * @param informationRequests what the prosecution asked for
 * @param escalations when triage took too long
 * @param pleas what was offered, or indicated as acceptable
 * @param meetings those that were held
 * @param missedMeetings those that weren't
 * @param releasedSlots slots that it gave back
 * @param relistings how the hearing moved
 * @param outcomes how hearings ended
 * @param withdrawal present if the request was withdrawn
 * @param notes what either side added
 */
record ShownEngagement(
        String id,
        long version,
        Status status,
        Urgency urgency,
        Instant receivedAt,
        Instant updatedAt,
        Urn urn,
        String court,
        Stage stage,
        @Nullable String firm,
        boolean shortNotice,
        boolean escalated,
        ShownHearing hearing,
        @Nullable ShownSlot slot,
        Requester requester,
        List<ShownDefendant> defendants,
        List<ShownIssue> issues,
        List<ShownRequest> informationRequests,
        List<ShownEscalation> escalations,
        List<ShownPlea> pleas,
        List<ShownMeeting> meetings,
        List<ShownMissedMeeting> missedMeetings,
        List<ShownRelease> releasedSlots,
        List<ShownRelisting> relistings,
        List<ShownOutcome> outcomes,
        @Nullable ShownWithdrawal withdrawal,
        List<Note> notes) {

    /**
     * The hearing that an engagement prepares.
     *
     * @param date its day
     */
    record ShownHearing(HearingKind kind, LocalDate date) {}

    /**
     * That triage took too long.
     *
     * @param waitingSince since when something waited for it
     * @param due when it should have been done
     */
    record ShownEscalation(Instant waitingSince, Instant due) {}

    /**
     * The slot that an engagement has.
     *
     * @param start when it begins
     * @param end when it ends
     * @param london its start in words, by London's clocks
     */
    record ShownSlot(SurgeryId surgery, Instant start, Instant end, String london) {}

    /**
     * A defendant as they are now.
     *
     * @param name their name
     * @param dateOfBirth their date of birth, if it was given
     * @param custodyTimeLimit by when a trial must begin; in custody only
     */
    record ShownDefendant(
            DefendantId id,
            Personal<String> name,
            @Nullable Personal<LocalDate> dateOfBirth,
            @Nullable CustodyStatus custody,
            @Nullable LocalDate custodyTimeLimit,
            List<Need> needs,
            List<Offence> offences) {}

    /**
     * An issue, and what has become of it.
     *
     * @param matter what it is about
     * @param sought what is sought from the other side, if said
     * @param finding what triage found, if it did
     * @param settlement how it was settled, if it was
     */
    record ShownIssue(
            IssueId id,
            IssueCategory category,
            Note matter,
            @Nullable Note sought,
            @Nullable IssueStatus status,
            @Nullable ShownFinding finding,
            @Nullable ShownSettlement settlement) {}

    /**
     * What triage found on an issue.
     *
     * @param answer the answer, for whoever asked
     * @param reason why it was put forward or is out of scope
     * @param reasoning what the prosecution thinks of it, for itself
     */
    record ShownFinding(
            FindingKind kind,
            @Nullable Note answer,
            @Nullable Note reason,
            @Nullable Note reasoning) {}

    /** How an issue was settled. */
    record ShownSettlement(IssueStatus how, @Nullable Note note) {}

    /**
     * A request for information.
     *
     * @param of whom it was asked
     * @param what what was asked
     * @param why why it was asked
     * @param due by when it was asked for
     * @param given what was answered, if it was
     */
    record ShownRequest(
            RequestId request,
            Party of,
            Note what,
            Note why,
            @Nullable LocalDate due,
            @Nullable ShownInformation given) {}

    /**
     * The answer to a request for information.
     *
     * @param answer its words
     */
    record ShownInformation(Note answer) {}

    /**
     * A plea that was offered, or indicated as acceptable.
     *
     * @param basis the basis in writing, or the other offence
     * @param at when it was offered or indicated
     * @param answer what was answered, or that it was taken back
     */
    record ShownPlea(
            PleaId id,
            DefendantId defendant,
            OffenceId offence,
            Plea plea,
            @Nullable Note basis,
            Instant at,
            PleaStatus status,
            @Nullable ShownPleaAnswer answer) {}

    /**
     * What became of a plea.
     *
     * @param authority on whose authority it was agreed
     * @param at when it was answered or taken back
     */
    record ShownPleaAnswer(
            @Nullable String authority,
            @Nullable VictimsViews victimsViews,
            @Nullable Note note,
            Instant at) {}

    /**
     * A meeting that was held.
     *
     * @param heldAt when it began
     * @param attendees who came
     * @param outcomes what it came to, issue by issue
     * @param actions what is to be done
     * @param notes what was noted
     */
    record ShownMeeting(
            Slot slot,
            Instant heldAt,
            List<Attendee> attendees,
            List<MeetingOutcome> outcomes,
            List<ActionPoint> actions,
            List<Note> notes) {}

    /**
     * A meeting that didn't take place.
     *
     * @param missedBy who didn't come
     */
    record ShownMissedMeeting(Slot slot, List<Party> missedBy, @Nullable Note note) {}

    /** A slot that was given back. */
    record ShownRelease(Slot slot, ReleaseReason why, @Nullable Note note) {}

    /**
     * That the hearing was listed for another day.
     *
     * @param oldDate the day that it was listed for
     * @param newDate the day that it is listed for
     * @param relistedAt when that became known
     * @param strandedSlot the slot that no longer lies in time before it
     */
    record ShownRelisting(
            LocalDate oldDate,
            LocalDate newDate,
            Instant relistedAt,
            @Nullable Slot strandedSlot,
            @Nullable Note note) {}

    /**
     * How a hearing ended.
     *
     * @param hearingDate its day
     * @param code why, as a letter of the trial's result
     * @param newDate when it goes on; absent if the case ended
     * @param strandedSlot the slot that no longer lies in time before it
     * @param outcomeAt when it ended
     */
    record ShownOutcome(
            LocalDate hearingDate,
            ListingResult result,
            @Nullable String code,
            @Nullable LocalDate newDate,
            @Nullable Slot strandedSlot,
            @Nullable Note note,
            Instant outcomeAt) {}

    /** That the request was withdrawn, and why. */
    record ShownWithdrawal(WithdrawalReason why, @Nullable Note note) {}
}
