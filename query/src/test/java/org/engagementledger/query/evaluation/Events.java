package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.Consideration;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.detail.Requester;
import org.engagementledger.domain.engagement.detail.Settlement;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one case at Bromley: submitted on 3 November 2020, its trial on 20 November. All
 * people are invented.
 */
final class Events {

    static final EngagementId CASE = new EngagementId("case-1");
    static final Instant SUBMITTED = Instant.parse("2020-11-03T10:00:00Z");
    static final LocalDate TRIAL = LocalDate.of(2020, 11, 20);
    static final Slot SLOT = slot("2020-11-05T15:00:00Z");

    private static final String THAT_DAY = "2020-11-20T14:00:00Z";

    private Events() {}

    private static Slot slot(String start) {
        Instant from = Instant.parse(start);
        return new Slot(new SurgeryId("B01CN00-2020-11-05T1500"), from, from.plusSeconds(1200));
    }

    private static Note note(String text) {
        return new Note(Visibility.SHARED, Personal.known("subject", text));
    }

    private static Requester requester(@Nullable String firm) {
        return new Requester(
                firm == null ? null : new FirmId(firm),
                Personal.known("subject", "Ada Specimen"),
                null,
                false,
                null);
    }

    /** A firm asks for a defendant with one offence, O1; the issues are about witnesses. */
    static Submitted submitted(String... issues) {
        return submitted("example-and-co", List.of(), issues);
    }

    static Submitted submitted(@Nullable String firm, List<Need> needs, String... issues) {
        return new Submitted(
                CASE,
                SUBMITTED,
                requester(firm),
                new Urn("01ZD0303920"),
                "B01CN00",
                Stage.PRE_TRIAL,
                TRIAL,
                false,
                List.of(defendant("D1", "O1", needs)),
                Arrays.stream(issues).map(id -> issue(id, IssueCategory.WITNESSES)).toList(),
                List.of());
    }

    static Submitted toldThatItsNoticeIsShort() {
        Submitted told = submitted();
        return new Submitted(
                CASE,
                SUBMITTED,
                told.requester(),
                told.urn(),
                told.court(),
                told.stage(),
                TRIAL,
                true,
                told.defendants(),
                told.issues(),
                List.of());
    }

    private static Defendant defendant(String id, String offence, List<Need> needs) {
        return new Defendant(
                new DefendantId(id),
                Personal.known("subject", "Eva Madeup"),
                null,
                null,
                null,
                needs,
                List.of(offence(offence)));
    }

    private static Offence offence(String id) {
        return new Offence(new OffenceId(id), Personal.known("subject", "Theft from a shop"));
    }

    private static Issue issue(String id, IssueCategory category) {
        return new Issue(new IssueId(id), category, note("Who is needed?"), null);
    }

    /** One more issue, about disclosure. */
    static Amended withIssue(String id) {
        return new Amended(
                CASE,
                null,
                List.of(),
                List.of(),
                List.of(issue(id, IssueCategory.DISCLOSURE)),
                List.of(),
                List.of());
    }

    static Amended withDefendant(String id, String offence, Need... needs) {
        return new Amended(
                CASE,
                null,
                List.of(defendant(id, offence, List.of(needs))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Amended withNeeds(String defendant, Need... needs) {
        return new Amended(
                CASE,
                null,
                List.of(),
                List.of(
                        new DefendantDetails(
                                new DefendantId(defendant), null, null, List.of(needs), List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    static Amended withOffence(String defendant, String offence) {
        return new Amended(
                CASE,
                null,
                List.of(),
                List.of(
                        new DefendantDetails(
                                new DefendantId(defendant),
                                null,
                                null,
                                List.of(),
                                List.of(offence(offence)))),
                List.of(),
                List.of(),
                List.of());
    }

    static Finding answered(String issue) {
        return finding(issue, FindingKind.ANSWERED);
    }

    static Finding putForward(String issue) {
        return finding(issue, FindingKind.PUT_FORWARD);
    }

    static Finding outOfScope(String issue) {
        return finding(issue, FindingKind.OUT_OF_SCOPE);
    }

    private static Finding finding(String issue, FindingKind kind) {
        return new Finding(new IssueId(issue), kind, null, null, null);
    }

    static Triaged triaged(Finding... findings) {
        return new Triaged(CASE, List.of(findings));
    }

    static PartlyTriaged partlyTriaged(String outstanding, Finding... findings) {
        return new PartlyTriaged(CASE, List.of(findings), List.of(new IssueId(outstanding)));
    }

    static Settlement settled(String issue, IssueStatus how) {
        return new Settlement(new IssueId(issue), how, null);
    }

    static Resolved resolved(Settlement... settlements) {
        return new Resolved(CASE, List.of(settlements));
    }

    static SlotBooked slotBooked() {
        return new SlotBooked(CASE, SLOT);
    }

    static SlotReleased slotReleased(ReleaseReason why) {
        return new SlotReleased(CASE, SLOT, why, null);
    }

    static MeetingOutcome on(String issue, MeetingResult result) {
        return new MeetingOutcome(new IssueId(issue), result, null);
    }

    /** Five minutes late. */
    static MeetingHeld meetingHeld(MeetingOutcome... outcomes) {
        return new MeetingHeld(
                CASE,
                SLOT,
                SLOT.start().plusSeconds(300),
                List.of(),
                List.of(outcomes),
                List.of(),
                List.of());
    }

    static MeetingMissed meetingMissed(Party... by) {
        return new MeetingMissed(CASE, SLOT, List.of(by), null);
    }

    /** To the offence that the case begins with. */
    static PleaOffered pleaOffered(String id, Plea plea, String at) {
        return pleaOffered(id, "D1", "O1", plea, at);
    }

    static PleaOffered pleaOffered(
            String id, String defendant, String offence, Plea plea, String at) {
        return new PleaOffered(
                CASE,
                new PleaId(id),
                new DefendantId(defendant),
                new OffenceId(offence),
                plea,
                null,
                Instant.parse(at));
    }

    static PleaIndicated pleaIndicated(String id, Plea plea, String at) {
        return new PleaIndicated(
                CASE,
                new PleaId(id),
                new DefendantId("D1"),
                new OffenceId("O1"),
                plea,
                null,
                Instant.parse(at));
    }

    static PleaOfferWithdrawn pleaWithdrawn(String id, String at) {
        return new PleaOfferWithdrawn(CASE, new PleaId(id), null, Instant.parse(at));
    }

    static PleaRejected pleaRejected(String id, String at) {
        return new PleaRejected(CASE, new PleaId(id), note("No"), Instant.parse(at));
    }

    static PleaAgreed pleaAgreed(String id, String at) {
        return new PleaAgreed(
                CASE,
                new PleaId(id),
                "prosecutor",
                new VictimsViews(Consideration.CONSIDERED, null),
                null,
                Instant.parse(at));
    }

    static HearingRelisted relisted(String day) {
        return new HearingRelisted(CASE, TRIAL, LocalDate.parse(day), SUBMITTED, null, null);
    }

    static RepresentationTransferred transferredTo(@Nullable String firm) {
        return new RepresentationTransferred(CASE, new FirmId("example-and-co"), requester(firm));
    }

    static Withdrawn withdrawn() {
        return new Withdrawn(CASE, WithdrawalReason.NO_LONGER_NEEDED, null);
    }

    /** On the day for which the trial was listed first, at two o'clock. */
    static OutcomeRecorded outcome(ListingResult result, @Nullable String code) {
        return outcome(result, code, THAT_DAY);
    }

    static OutcomeRecorded outcome(ListingResult result, @Nullable String code, String at) {
        return outcome(result, code, null, at);
    }

    static OutcomeRecorded cracked(String code) {
        return outcome(ListingResult.CRACKED, code);
    }

    /** Because of late evidence. */
    static OutcomeRecorded ineffective(String newDate) {
        return outcome(ListingResult.INEFFECTIVE, "M1", LocalDate.parse(newDate), THAT_DAY);
    }

    private static OutcomeRecorded outcome(
            ListingResult result, @Nullable String code, @Nullable LocalDate newDate, String at) {
        return new OutcomeRecorded(
                CASE, TRIAL, result, code, newDate, null, null, Instant.parse(at));
    }

    static RecordedInError inError(long sequence) {
        return new RecordedInError(CASE, sequence, note("Wrong case"), null);
    }
}
