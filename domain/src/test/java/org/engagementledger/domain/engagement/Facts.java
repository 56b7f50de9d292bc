package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.Words.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;

/** What has happened in the case of a test. Most facts happened without anything special. */
final class Facts {

    private Facts() {}

    /** A trial at Bromley on 20 November 2020; one defendant, two offences, one issue. */
    static Submitted submitted() {
        return submitted(1);
    }

    static Submitted submitted(int issues) {
        return submitted(FIRM, Stage.PRE_TRIAL, issues);
    }

    static Submitted submittedInPerson() {
        return submitted(null, Stage.PRE_TRIAL, 1);
    }

    /** The first hearing at Bromley on 20 November 2020. */
    static Submitted submittedBeforeTheFirstHearing() {
        return submitted(FIRM, Stage.PRE_FIRST_HEARING, 1);
    }

    private static Submitted submitted(FirmId firm, Stage stage, int issues) {
        return new Submitted(
                ENGAGEMENT,
                instant("2020-11-02T09:00:00Z"),
                requester(firm, contact()),
                URN,
                BROMLEY,
                stage,
                date("2020-11-20"),
                false,
                List.of(
                        new Defendant(
                                new DefendantId("D1"),
                                personal("Dan Madeup"),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(
                                        offence("O1", "Theft from a shop"),
                                        offence("O2", "Going equipped")))),
                IntStream.rangeClosed(1, issues).mapToObj(i -> issue("I" + i)).toList(),
                List.of());
    }

    static Requester requester(FirmId firm, Contact contact) {
        boolean secure = contact.email() != null && contact.email().equals(contact().email());
        return new Requester(firm, contact.name(), contact.email(), secure, contact.telephone());
    }

    static Offence offence(String id, String title) {
        return new Offence(new OffenceId(id), personal(title));
    }

    static Issue issue(String id) {
        return new Issue(
                new IssueId(id),
                IssueCategory.ACCEPTABLE_PLEA,
                shared("Would a plea to one be acceptable?"),
                null);
    }

    static Amended amendedWithIssue(String id) {
        return amended(List.of(issue(id)), List.of());
    }

    static Amended informationGiven(String request) {
        return amended(
                List.of(),
                List.of(new InformationGiven(new RequestId(request), shared("On 1 May."))));
    }

    static Amended amendedWithDefendant(String id, String offence) {
        return new Amended(
                ENGAGEMENT,
                null,
                List.of(
                        new Defendant(
                                new DefendantId(id),
                                personal("Eva Madeup"),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(offence(offence, "Theft from a shop")))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Amended amended(List<Issue> issues, List<InformationGiven> information) {
        return new Amended(ENGAGEMENT, null, List.of(), List.of(), issues, information, List.of());
    }

    static InformationRequested informationRequested(String request) {
        return new InformationRequested(
                ENGAGEMENT,
                new RequestId(request),
                Party.DEFENCE,
                shared("When was the statement served?"),
                shared("It decides what can be agreed."),
                null);
    }

    /** After the usual time: two working days. */
    static TriageEscalated triageEscalated(String waitingSince) {
        Instant since = instant(waitingSince);
        return new TriageEscalated(ENGAGEMENT, since, TERMS.triageDue(since));
    }

    static PartlyTriaged partlyTriaged(String outstanding, Finding... findings) {
        return new PartlyTriaged(
                ENGAGEMENT,
                List.of(findings),
                Arrays.stream(outstanding.split(" ", -1)).map(IssueId::new).toList());
    }

    static Triaged triaged(Finding... findings) {
        return new Triaged(ENGAGEMENT, List.of(findings));
    }

    static Resolved resolved(Settlement... settlements) {
        return new Resolved(ENGAGEMENT, List.of(settlements));
    }

    static SlotBooked slotBooked(String time) {
        return slotBooked(slot(time));
    }

    static SlotBooked slotBooked(Slot slot) {
        return new SlotBooked(ENGAGEMENT, slot);
    }

    static SlotReleased slotReleased(String time, ReleaseReason why) {
        return new SlotReleased(ENGAGEMENT, slot(time), why, null);
    }

    /** On 3 November 2020, ten o'clock. */
    static WaitingListJoined joined() {
        return joined(null, null);
    }

    static WaitingListJoined joined(String from, String until) {
        return new WaitingListJoined(
                ENGAGEMENT,
                instant("2020-11-03T10:00:00Z"),
                from == null ? null : date(from),
                until == null ? null : date(until),
                false);
    }

    static WaitingListLeft left(LeaveReason why) {
        return new WaitingListLeft(ENGAGEMENT, why);
    }

    /** A slot of Bromley's session on 5 November 2020. */
    static SlotOffered slotOffered(String time, String until) {
        return new SlotOffered(ENGAGEMENT, slot(time), instant(until));
    }

    static SlotOfferDeclined offerDeclined(String time) {
        return new SlotOfferDeclined(ENGAGEMENT, slot(time), null);
    }

    static SlotOfferExpired offerExpired(String time) {
        return new SlotOfferExpired(ENGAGEMENT, slot(time));
    }

    static SlotOfferWithdrawn slotOfferWithdrawn(String time, OfferWithdrawalReason why) {
        return new SlotOfferWithdrawn(ENGAGEMENT, slot(time), why);
    }

    static MeetingHeld meetingHeld(String time, MeetingOutcome... outcomes) {
        return meetingHeld(time, london(time), outcomes);
    }

    static MeetingHeld meetingHeld(String time, Instant heldAt, MeetingOutcome... outcomes) {
        return new MeetingHeld(
                ENGAGEMENT,
                slot(time),
                heldAt,
                theLeadAndTheDefence(),
                List.of(outcomes),
                List.of(),
                List.of());
    }

    static MeetingMissed meetingMissed(String time, Party... missedBy) {
        return new MeetingMissed(ENGAGEMENT, slot(time), List.of(missedBy), null);
    }

    /** An offer on the first offence of the first defendant. */
    static PleaOffered pleaOffered(String plea, Plea offered, String at) {
        return new PleaOffered(
                ENGAGEMENT,
                new PleaId(plea),
                new DefendantId("D1"),
                new OffenceId("O1"),
                offered,
                null,
                instant(at));
    }

    static PleaIndicated pleaIndicated(String plea, Plea acceptable, Note basis, String at) {
        return new PleaIndicated(
                ENGAGEMENT,
                new PleaId(plea),
                new DefendantId("D1"),
                new OffenceId("O1"),
                acceptable,
                basis,
                instant(at));
    }

    static PleaOfferWithdrawn pleaOfferWithdrawn(String plea, String at) {
        return new PleaOfferWithdrawn(ENGAGEMENT, new PleaId(plea), null, instant(at));
    }

    static PleaRejected pleaRejected(String plea, String at) {
        return new PleaRejected(
                ENGAGEMENT, new PleaId(plea), shared("The evidence shows more."), instant(at));
    }

    static PleaAgreed pleaAgreed(String plea, String at) {
        return new PleaAgreed(
                ENGAGEMENT,
                new PleaId(plea),
                lead().id(),
                new VictimsViews(Consideration.CONSIDERED, null),
                null,
                instant(at));
    }

    static HearingRelisted relisted(String from, String to) {
        return new HearingRelisted(
                ENGAGEMENT, date(from), date(to), instant("2020-11-03T10:00:00Z"), null, null);
    }

    static HearingRelisted relistedStranding(String time, String from, String to) {
        return new HearingRelisted(
                ENGAGEMENT,
                date(from),
                date(to),
                instant("2020-11-03T10:00:00Z"),
                slot(time),
                null);
    }

    static RepresentationTransferred transferred(FirmId from, FirmId to) {
        return new RepresentationTransferred(ENGAGEMENT, from, requester(to, contact()));
    }

    static Withdrawn withdrawn() {
        return new Withdrawn(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, null);
    }

    static OutcomeRecorded outcome(ListingResult result, String code, String newDate, String at) {
        return new OutcomeRecorded(
                ENGAGEMENT,
                date("2020-11-20"),
                result,
                code,
                newDate == null ? null : date(newDate),
                null,
                null,
                instant(at));
    }

    static RecordedInError recordedInError(long sequence) {
        return new RecordedInError(ENGAGEMENT, sequence, shared("It was another case."), null);
    }
}
