package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.Words.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.surgery.SurgeryId;

/** What is asked of the engagement of a test. Most commands ask for nothing special. */
final class Asks {

    private Asks() {}

    static Amend raise(NewIssue... issues) {
        return amend(List.of(), List.of(), List.of(issues), List.of(), List.of());
    }

    static Amend addDefendants(NewDefendant... defendants) {
        return amend(List.of(defendants), List.of(), List.of(), List.of(), List.of());
    }

    static Amend change(NewDefendantDetails... details) {
        return amend(List.of(), List.of(details), List.of(), List.of(), List.of());
    }

    static Amend give(InformationGiven... information) {
        return amend(List.of(), List.of(), List.of(), List.of(information), List.of());
    }

    static Amend add(Note... notes) {
        return amend(List.of(), List.of(), List.of(), List.of(), List.of(notes));
    }

    static Amend changeContact(Contact contact) {
        return new Amend(
                ENGAGEMENT, contact, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Amend amend(
            List<NewDefendant> defendants,
            List<NewDefendantDetails> details,
            List<NewIssue> issues,
            List<InformationGiven> information,
            List<Note> notes) {
        return new Amend(ENGAGEMENT, null, defendants, details, issues, information, notes);
    }

    static InformationGiven information(String request) {
        return new InformationGiven(new RequestId(request), shared("On 1 May."));
    }

    static RequestInformation requestInformation() {
        return requestInformation(
                Party.DEFENCE,
                shared("When was the statement served?"),
                shared("It decides what can be agreed."),
                null);
    }

    static RequestInformation requestInformation(Party of, Note what, Note why, String due) {
        return new RequestInformation(ENGAGEMENT, of, what, why, due == null ? null : date(due));
    }

    static EscalateTriage escalateTriage(long since, String waitingSince) {
        return new EscalateTriage(ENGAGEMENT, since, instant(waitingSince));
    }

    static Triage triage(Finding... findings) {
        return new Triage(ENGAGEMENT, List.of(findings));
    }

    static Resolve resolve(String... issues) {
        return new Resolve(
                ENGAGEMENT,
                Arrays.stream(issues)
                        .map(issue -> new Resolve.Settled(new IssueId(issue), null))
                        .toList());
    }

    /** A slot of Bromley's session on 5 November 2020. */
    static BookSlot bookSlot(String time) {
        return bookSlot(bromley().id(), time);
    }

    static BookSlot bookSlot(SurgeryId surgery, String time) {
        return new BookSlot(ENGAGEMENT, surgery, london(time));
    }

    static CancelBooking cancelBooking() {
        return new CancelBooking(ENGAGEMENT, null);
    }

    static JoinWaitingList joinWaitingList() {
        return joinWaitingList(null, null);
    }

    static JoinWaitingList joinWaitingList(String from, String until) {
        return new JoinWaitingList(
                ENGAGEMENT, from == null ? null : date(from), until == null ? null : date(until));
    }

    static LeaveWaitingList leaveWaitingList() {
        return new LeaveWaitingList(ENGAGEMENT);
    }

    /** A slot of Bromley's session on 5 November 2020. */
    static OfferSlot offerSlot(String time) {
        return offerSlot(bromley().id(), time);
    }

    static OfferSlot offerSlot(SurgeryId surgery, String time) {
        return new OfferSlot(ENGAGEMENT, surgery, london(time));
    }

    static AcceptOffer acceptOffer() {
        return new AcceptOffer(ENGAGEMENT);
    }

    static DeclineOffer declineOffer() {
        return new DeclineOffer(ENGAGEMENT, null);
    }

    static ExpireOffer expireOffer(String time) {
        return new ExpireOffer(ENGAGEMENT, bromley().id(), london(time));
    }

    static EndWaiting endWaiting() {
        return new EndWaiting(ENGAGEMENT);
    }

    static HoldMeeting holdMeeting(MeetingOutcome... outcomes) {
        return holdMeeting(theLeadAndTheDefence(), null, outcomes);
    }

    static HoldMeeting holdMeeting(
            List<Attendee> attendees, Instant occurredAt, MeetingOutcome... outcomes) {
        return new HoldMeeting(
                ENGAGEMENT, occurredAt, attendees, List.of(outcomes), List.of(), List.of());
    }

    static MissMeeting missMeeting(Party... missedBy) {
        return new MissMeeting(ENGAGEMENT, List.of(missedBy), null);
    }

    static OfferPlea offerPlea(Plea plea) {
        return offerPlea("D1", "O1", plea, null, null);
    }

    static OfferPlea offerPlea(
            String defendant, String offence, Plea plea, Note basis, Instant occurredAt) {
        return new OfferPlea(
                ENGAGEMENT,
                new DefendantId(defendant),
                new OffenceId(offence),
                plea,
                basis,
                occurredAt);
    }

    static IndicatePlea indicatePlea(Plea plea, Note basis) {
        return new IndicatePlea(
                ENGAGEMENT, new DefendantId("D1"), new OffenceId("O1"), plea, basis, null);
    }

    static WithdrawPleaOffer withdrawOffer(String plea) {
        return withdrawOffer(plea, null);
    }

    static WithdrawPleaOffer withdrawOffer(String plea, Instant occurredAt) {
        return new WithdrawPleaOffer(ENGAGEMENT, new PleaId(plea), null, occurredAt);
    }

    static RejectPlea rejectPlea(String plea) {
        return rejectPlea(plea, shared("The evidence shows more."));
    }

    static RejectPlea rejectPlea(String plea, Note reason) {
        return new RejectPlea(ENGAGEMENT, new PleaId(plea), reason, null);
    }

    static AgreePlea agreePlea(String plea) {
        return agreePlea(plea, new VictimsViews(Consideration.CONSIDERED, null));
    }

    static AgreePlea agreePlea(String plea, VictimsViews victimsViews) {
        return new AgreePlea(ENGAGEMENT, new PleaId(plea), victimsViews, null, null);
    }

    static RelistHearing relist(String newDate) {
        return new RelistHearing(ENGAGEMENT, newDate == null ? null : date(newDate), null);
    }

    static TransferRepresentation transferTo(FirmId firm) {
        return new TransferRepresentation(ENGAGEMENT, firm, contact());
    }

    static Withdraw withdraw() {
        return new Withdraw(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, null);
    }

    static RecordOutcome recordOutcome(ListingResult result) {
        return recordOutcome(result, null, null);
    }

    static RecordOutcome recordOutcome(ListingResult result, String code, String newDate) {
        return recordOutcome(result, code, newDate, null);
    }

    static RecordOutcome recordOutcome(
            ListingResult result, String code, String newDate, Instant occurredAt) {
        return new RecordOutcome(
                ENGAGEMENT, result, code, newDate == null ? null : date(newDate), null, occurredAt);
    }

    static RecordInError recordInError(long sequence) {
        return new RecordInError(ENGAGEMENT, sequence, shared("It was another case."));
    }
}
