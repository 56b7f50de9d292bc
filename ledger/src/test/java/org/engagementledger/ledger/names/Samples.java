package org.engagementledger.ledger.names;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.engagementledger.domain.calendar.CalendarId;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.calendar.CalendarOpened;
import org.engagementledger.domain.calendar.CalendarRevoked;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.claim.ClaimReleased;
import org.engagementledger.domain.claim.ClaimTaken;
import org.engagementledger.domain.correspondence.*;
import org.engagementledger.domain.courtday.CourtDayId;
import org.engagementledger.domain.courtday.SessionPlaced;
import org.engagementledger.domain.courtday.SessionTakenOff;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeEnded;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.programme.ProgrammeSet;
import org.engagementledger.domain.strategy.*;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.domain.waitinglist.Candidate;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingListId;

/** One event of each class, with nothing left out that it can say. All people are invented. */
final class Samples {

    private static final EngagementId ENGAGEMENT =
            new EngagementId("0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10");
    private static final FirmId FIRM = new FirmId("firm-hartley");
    private static final Urn URN = new Urn("01ZD0303920");
    private static final String COURT = "B01CN00";
    private static final String CASE = "case:01ZD0303920";
    private static final LocalDate HEARING = LocalDate.of(2020, 11, 23);
    private static final LocalDate LATER = LocalDate.of(2021, 1, 18);
    private static final Instant THREE = Instant.parse("2020-11-05T15:00:00Z");
    private static final Instant TWENTY_PAST = Instant.parse("2020-11-05T15:20:00Z");
    private static final SurgeryId SURGERY = SurgeryId.of(COURT, THREE);
    private static final WaitingListId WAITING_LIST = WaitingListId.of(COURT);
    private static final Slot SLOT = new Slot(SURGERY, THREE, TWENTY_PAST);
    private static final CalendarId CALENDAR =
            new CalendarId("5f0c7a3e-94b1-8d52-a6c3-7f2e1d0b9a84");
    private static final DefendantId DEFENDANT = DefendantId.numbered(1);
    private static final OffenceId OFFENCE = OffenceId.numbered(1);
    private static final IssueId FIRST = IssueId.numbered(1);
    private static final IssueId SECOND = IssueId.numbered(2);
    private static final PleaId PLEA = PleaId.numbered(1);
    private static final RequestId REQUEST = RequestId.numbered(1);
    private static final Offence THEFT = new Offence(OFFENCE, personal("Theft from a shop"));
    private static final Requester REQUESTER =
            new Requester(
                    FIRM,
                    new Personal.Known<>("firm-hartley:1", "Ada Hartley"),
                    new Personal.Known<>("firm-hartley:1", "ada@hartley.example"),
                    true,
                    new Personal.Known<>("firm-hartley:1", "020 7946 0000"));

    private static final StrategyActionId ACTION =
            StrategyActionId.of("defendants-2022-2023", new ActionNumber("1.1"));
    private static final CorrespondenceId CORRESPONDENCE = CorrespondenceId.of(ENGAGEMENT);
    private static final Appointment APPOINTMENT =
            new Appointment(
                    SLOT,
                    "https://meet.example/bromley",
                    new Court(COURT, "Bromley Magistrates' Court"),
                    URN,
                    Stage.PRE_TRIAL,
                    HEARING,
                    List.of(IssueCategory.ACCEPTABLE_PLEA));
    private static final Recipient DEFENCE =
            new Recipient(
                    "defence-1",
                    Part.DEFENCE,
                    "ada",
                    FIRM,
                    new Personal.Known<>("firm-hartley:1", "ada@hartley.example"),
                    true,
                    Delivery.MAIL);

    private Samples() {}

    static List<Object> all() {
        return List.of(
                submitted(),
                amended(),
                new InformationRequested(
                        ENGAGEMENT,
                        REQUEST,
                        Party.DEFENCE,
                        note("The alibi's dates."),
                        note("To judge the identification."),
                        LocalDate.of(2020, 11, 9)),
                new TriageEscalated(
                        ENGAGEMENT,
                        Instant.parse("2020-11-02T09:00:00Z"),
                        Instant.parse("2020-11-04T09:00:00Z")),
                new PartlyTriaged(ENGAGEMENT, List.of(answered()), List.of(SECOND)),
                new Triaged(ENGAGEMENT, List.of(putForward())),
                new Resolved(
                        ENGAGEMENT,
                        List.of(
                                new Settlement(
                                        FIRST, IssueStatus.AGREED, note("Agreed by letter.")))),
                new WaitingListJoined(
                        ENGAGEMENT,
                        Instant.parse("2020-11-02T11:00:00Z"),
                        LocalDate.of(2020, 11, 4),
                        LocalDate.of(2020, 11, 12),
                        true),
                new WaitingListLeft(ENGAGEMENT, LeaveReason.NOTHING_TO_DISCUSS),
                new SlotOffered(ENGAGEMENT, SLOT, Instant.parse("2020-11-04T09:30:00Z")),
                new SlotOfferDeclined(ENGAGEMENT, SLOT, note("Counsel is in court.")),
                new SlotOfferExpired(ENGAGEMENT, SLOT),
                new SlotOfferWithdrawn(ENGAGEMENT, SLOT, OfferWithdrawalReason.TOO_LATE),
                new SlotBooked(ENGAGEMENT, SLOT),
                new SlotReleased(
                        ENGAGEMENT, SLOT, ReleaseReason.CANCELLED, note("Counsel is ill.")),
                meetingHeld(),
                meetingMissed(),
                new PleaOffered(
                        ENGAGEMENT,
                        PLEA,
                        DEFENDANT,
                        OFFENCE,
                        Plea.GUILTY_ON_A_BASIS,
                        note("One bottle."),
                        THREE),
                new PleaOfferWithdrawn(ENGAGEMENT, PLEA, note("New instructions."), TWENTY_PAST),
                new PleaIndicated(
                        ENGAGEMENT,
                        PLEA,
                        DEFENDANT,
                        OFFENCE,
                        Plea.GUILTY_TO_A_LESSER_OFFENCE,
                        note("Attempted theft."),
                        THREE),
                new PleaRejected(ENGAGEMENT, PLEA, note("The evidence shows three."), TWENTY_PAST),
                new PleaAgreed(
                        ENGAGEMENT,
                        PLEA,
                        "dcp-okafor",
                        new VictimsViews(
                                Consideration.CONSIDERED, prosecutionOnly("The shop agrees.")),
                        note("On the basis offered."),
                        TWENTY_PAST),
                new HearingRelisted(
                        ENGAGEMENT, HEARING, LATER, TWENTY_PAST, SLOT, note("No courtroom.")),
                new RepresentationTransferred(ENGAGEMENT, new FirmId("firm-marsh"), REQUESTER),
                new Withdrawn(
                        ENGAGEMENT, WithdrawalReason.SETTLED_ELSEWHERE, note("Discontinued.")),
                new OutcomeRecorded(
                        ENGAGEMENT,
                        HEARING,
                        ListingResult.INEFFECTIVE,
                        "M1",
                        LATER,
                        SLOT,
                        note("A witness was absent."),
                        Instant.parse("2020-11-23T11:30:00Z")),
                new RecordedInError(ENGAGEMENT, 7, note("It belongs to another case."), SLOT),
                new SurgeryScheduled(
                        SURGERY,
                        COURT,
                        THREE,
                        Instant.parse("2020-11-05T17:00:00Z"),
                        20,
                        Host.lead("dcp-okafor"),
                        null,
                        null),
                new SessionChanged(
                        SURGERY,
                        List.of(
                                new Host(
                                        HostRole.HMCTS_CONTACT,
                                        "hmcts-lane",
                                        new Personal.Known<>(
                                                "host:hmcts-lane", "lane@court.example"))),
                        "https://meet.example/5",
                        3L),
                new SessionMoved(
                        SURGERY,
                        TWENTY_PAST,
                        Instant.parse("2020-11-05T17:20:00Z"),
                        List.of(ENGAGEMENT)),
                new SlotsBlocked(
                        SURGERY,
                        List.of(THREE, TWENTY_PAST),
                        new Personal.Known<>("surgery:" + SURGERY, "The link is down.")),
                new SlotsUnblocked(SURGERY, List.of(TWENTY_PAST)),
                new SlotAllocated(SURGERY, THREE, ENGAGEMENT),
                new SlotFreed(SURGERY, THREE, ENGAGEMENT),
                new SlotReserved(SURGERY, THREE, ENGAGEMENT, Instant.parse("2020-11-04T09:30:00Z")),
                new ReservationEnded(SURGERY, THREE, ENGAGEMENT),
                new PlaceTaken(WAITING_LIST, waiting(null)),
                new PlaceChanged(WAITING_LIST, waiting(SLOT)),
                new PlaceLeft(WAITING_LIST, ENGAGEMENT),
                new OfferWithdrawn(WAITING_LIST, SLOT, waiting(null)),
                new OfferDecided(
                        WAITING_LIST,
                        SLOT,
                        ENGAGEMENT,
                        Instant.parse("2020-11-03T09:30:00Z"),
                        Instant.parse("2020-11-04T09:30:00Z"),
                        1,
                        List.of(
                                new Candidate(
                                        ENGAGEMENT,
                                        Instant.parse("2020-11-02T11:00:00Z"),
                                        true,
                                        LocalDate.of(2020, 12, 1),
                                        HEARING,
                                        Instant.parse("2020-11-22T00:00:00Z"),
                                        LocalDate.of(2020, 11, 4),
                                        LocalDate.of(2020, 11, 12),
                                        false,
                                        false))),
                new LastSurgeryNear(
                        WAITING_LIST,
                        ENGAGEMENT,
                        SURGERY,
                        THREE,
                        Instant.parse("2020-11-06T00:00:00Z")),
                new ProgrammeSet(
                        ProgrammeId.of(COURT),
                        new Pattern(
                                COURT,
                                DayOfWeek.THURSDAY,
                                LocalTime.of(15, 0),
                                LocalTime.of(18, 0),
                                20,
                                LocalDate.of(2020, 11, 5),
                                LocalDate.of(2020, 11, 26),
                                4,
                                List.of()),
                        List.of(
                                new Host(
                                        HostRole.LEAD,
                                        "dcp-okafor",
                                        new Personal.Known<>(
                                                "host:dcp-okafor", "okafor@cps.example"))),
                        "https://meet.example/5",
                        List.of()),
                new ProgrammeEnded(ProgrammeId.of(COURT), LocalDate.of(2020, 11, 19), List.of()),
                new SessionPlaced(
                        CourtDayId.of(COURT, LocalDate.of(2020, 11, 5)),
                        SURGERY,
                        THREE,
                        THREE.plusSeconds(3 * 3600),
                        List.of("dcp-okafor")),
                new SessionTakenOff(CourtDayId.of(COURT, LocalDate.of(2020, 11, 5)), SURGERY),
                new Adopted(
                        ACTION,
                        "defendants-2022-2023",
                        1,
                        "Our People",
                        "Revise the youth guidance",
                        Quarter.of(2022, 4),
                        null),
                new EvidenceRuleDeclared(
                        ACTION, "R1", EvidenceCriterion.CHILD, LocalDate.of(2020, 11, 2)),
                new EvidenceRuleEnded(ACTION, "R1", LocalDate.of(2023, 3, 31)),
                new Started(ACTION),
                new ProgressReported(
                        ACTION,
                        40,
                        ConfidenceGrade.PROBABLE,
                        "The draft is with its readers.",
                        "Two chapters are left."),
                new EvidenceLinked(
                        ACTION,
                        ENGAGEMENT,
                        "https://documents.example/guidance",
                        "A child's case in which it was followed."),
                new Rebaselined(
                        ACTION,
                        Quarter.of(2022, 4),
                        Quarter.of(2023, 1),
                        "The rules change in April.",
                        "Strategy Board"),
                new Completed(ACTION, LocalDate.of(2023, 6, 30), "Published."),
                new Reopened(ACTION, "A chapter is missing."),
                new ClaimTaken(ClaimId.of(FIRM, URN, Stage.PRE_TRIAL), ENGAGEMENT),
                new ClaimReleased(ClaimId.of(FIRM, URN, Stage.PRE_TRIAL), ENGAGEMENT),
                new CalendarOpened(
                        CALENDAR,
                        CalendarKind.FIRM,
                        FIRM.value(),
                        "ada.hartley",
                        Role.DEFENCE_PRACTITIONER,
                        FIRM,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                new CalendarRevoked(CALENDAR),
                new InvitationPrepared(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        1,
                        new Cause(ENGAGEMENT.value(), 3, TWENTY_PAST),
                        Method.REQUEST,
                        ENGAGEMENT + "-1",
                        0,
                        "surgery@ledger.example",
                        APPOINTMENT,
                        null,
                        personal("Ada Hartley"),
                        List.of(DEFENCE)),
                new ReminderPrepared(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        2,
                        ENGAGEMENT + "-1",
                        "surgery@ledger.example",
                        APPOINTMENT,
                        personal("Ada Hartley"),
                        List.of(DEFENCE)),
                new NoticePrepared(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        3,
                        new Cause(SURGERY.value(), 0, TWENTY_PAST),
                        NoticeKind.NO_JOIN_LINK,
                        SURGERY,
                        "surgery@ledger.example",
                        List.of(DEFENCE)),
                new OfferLetterPrepared(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        4,
                        new Cause(ENGAGEMENT.value(), 5, TWENTY_PAST),
                        OfferNews.OFFERED,
                        "surgery@ledger.example",
                        APPOINTMENT,
                        TWENTY_PAST,
                        personal("Ada Hartley"),
                        List.of(DEFENCE)),
                new SessionLetterPrepared(
                        CorrespondenceId.of(SURGERY),
                        1,
                        new Cause(SURGERY.value(), 6, TWENTY_PAST),
                        SessionNews.BLOCKED,
                        new SessionTold(
                                SURGERY,
                                SLOT.start(),
                                SLOT.end(),
                                "https://meet.example/1",
                                "prosecutor",
                                List.of(SLOT)),
                        "surgery@ledger.example",
                        List.of(DEFENCE)),
                new MailSent(CORRESPONDENCE, ENGAGEMENT, 1, "defence-1", "<1@ledger.example>", 2),
                new MailFailed(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        1,
                        "defence-1",
                        MailFailure.SERVER_UNREACHABLE,
                        1,
                        TWENTY_PAST),
                new MailGivenUp(
                        CORRESPONDENCE,
                        ENGAGEMENT,
                        2,
                        "defence-1",
                        MailFailure.RECIPIENT_REFUSED,
                        1),
                new MailTakenUp(CORRESPONDENCE, ENGAGEMENT, 2, "defence-1", 1));
    }

    private static WaitingCase waiting(Slot offered) {
        return new WaitingCase(
                ENGAGEMENT,
                COURT,
                Instant.parse("2020-11-02T11:00:00Z"),
                true,
                LocalDate.of(2020, 12, 1),
                HEARING,
                LocalDate.of(2020, 11, 4),
                LocalDate.of(2020, 11, 12),
                offered);
    }

    static Submitted submitted() {
        return new Submitted(
                ENGAGEMENT,
                Instant.parse("2020-10-26T09:15:30.125Z"),
                REQUESTER,
                URN,
                COURT,
                Stage.PRE_TRIAL,
                HEARING,
                false,
                List.of(
                        new Defendant(
                                DEFENDANT,
                                personal("Sam Poole"),
                                new Personal.Known<>(CASE, LocalDate.of(1999, 2, 28)),
                                CustodyStatus.CUSTODY,
                                LocalDate.of(2020, 12, 1),
                                List.of(Need.INTERPRETER),
                                List.of(THEFT))),
                List.of(
                        new Issue(
                                FIRST,
                                IssueCategory.ACCEPTABLE_PLEA,
                                note("A basis of plea."),
                                note("A view on it."))),
                List.of(note("Disclosure was served late.")));
    }

    static MeetingMissed meetingMissed() {
        return new MeetingMissed(
                ENGAGEMENT, SLOT, List.of(Party.DEFENCE), note("Nobody joined the call."));
    }

    private static Amended amended() {
        return new Amended(
                ENGAGEMENT,
                REQUESTER,
                List.of(),
                List.of(
                        new DefendantDetails(
                                DEFENDANT,
                                CustodyStatus.BAIL,
                                LocalDate.of(2020, 12, 1),
                                List.of(Need.MENTAL_HEALTH),
                                List.of(THEFT))),
                List.of(
                        new Issue(
                                SECOND,
                                IssueCategory.WITNESSES,
                                note("Is the officer needed?"),
                                note("An answer."))),
                List.of(new InformationGiven(REQUEST, note("The first week of May."))),
                List.of(
                        new Note(
                                Visibility.DEFENCE_ONLY, personal("To be checked with counsel."))));
    }

    private static Finding answered() {
        return new Finding(
                FIRST, FindingKind.ANSWERED, note("It was served on Monday."), null, null);
    }

    private static Finding putForward() {
        return new Finding(
                SECOND,
                FindingKind.PUT_FORWARD,
                null,
                note("It needs a lawyer."),
                prosecutionOnly("Weak."));
    }

    private static MeetingHeld meetingHeld() {
        return new MeetingHeld(
                ENGAGEMENT,
                SLOT,
                THREE,
                List.of(
                        new Attendee(
                                AttendeeRole.LEAD_DISTRICT_CROWN_PROSECUTOR,
                                personal("Ngozi Okafor"))),
                List.of(
                        new MeetingOutcome(
                                FIRST, MeetingResult.NARROWED, note("The value is agreed."))),
                List.of(
                        new ActionPoint(
                                Party.PROSECUTION,
                                note("Serve the CCTV."),
                                LocalDate.of(2020, 11, 12))),
                List.of(note("By video.")));
    }

    private static Note note(String text) {
        return new Note(Visibility.SHARED, personal(text));
    }

    private static Note prosecutionOnly(String text) {
        return new Note(Visibility.PROSECUTION_ONLY, personal(text));
    }

    private static Personal<String> personal(String text) {
        return new Personal.Known<>(CASE, text);
    }
}
