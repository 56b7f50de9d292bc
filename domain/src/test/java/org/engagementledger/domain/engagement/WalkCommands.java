package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.Words.contact;
import static org.engagementledger.domain.engagement.Words.personal;
import static org.engagementledger.domain.engagement.Words.theLeadAndTheDefence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * Random commands on an engagement as it stands: about half of them are what might sensibly come
 * next, the others are anything; and in both, every detail is wrong now and then.
 */
final class WalkCommands extends WalkChoices {

    private static final List<String> URNS =
            List.of(
                    "01ZD0303920",
                    "01/ZD/03040/20",
                    "01 zd 03041 20",
                    "02A10304220",
                    "02a1 0304320");

    WalkCommands(Random random, WalkWorld world) {
        super(random, world);
    }

    EngagementCommand next(EngagementId id, Engagement engagement) {
        if (!(engagement instanceof Engagement.Made made)) {
            return rarely() ? any(id, null) : submit(id);
        }
        return random.nextBoolean() ? sensible(id, made) : any(id, made.file());
    }

    private EngagementCommand sensible(EngagementId id, Engagement.Made made) {
        CaseFile file = made.file();
        Optional<Slot> begun = file.booking().filter(slot -> !slot.start().isAfter(world.now()));
        if (begun.isPresent()) {
            return random.nextInt(4) == 0 ? miss(id) : hold(id, file);
        }
        if (!file.hearingDate().isAfter(world.today())) {
            return outcome(id, file);
        }
        return switch (made) {
            case Engagement.InTriage s ->
                    random.nextInt(4) == 0 ? escalate(id, file) : triage(id, file);
            case Engagement.PutForward s ->
                    file.waiting() != null || random.nextInt(3) == 0
                            ? wait(id, file)
                            : book(id, file);
            case Engagement.Booked s -> any(id, file);
            case Engagement.Resolved s -> any(id, file);
            case Engagement.Closed s -> correct(id, file);
        };
    }

    private EngagementCommand any(EngagementId id, CaseFile file) {
        return switch (random.nextInt(25)) {
            case 0 -> submit(id);
            case 1, 2 -> amend(id, file);
            case 3 ->
                    new RequestInformation(
                            id, orNull(Party.DEFENCE), text(), text(), orNull(day(-1, 20)));
            case 4 -> rarely() ? escalate(id, file) : triage(id, file);
            case 5 -> resolve(id, file);
            case 6, 7 -> book(id, file);
            case 8 -> new CancelBooking(id, orNull(text()));
            case 9 -> hold(id, file);
            case 10 -> miss(id);
            case 11, 12 -> offer(id, file);
            case 13 -> new WithdrawPleaOffer(id, plea(file), text(), when());
            case 14 ->
                    new IndicatePlea(
                            id, defendant(file), offence(file), kindOfPlea(), text(), when());
            case 15 -> new RejectPlea(id, plea(file), orNull(text()), when());
            case 16 ->
                    new AgreePlea(
                            id,
                            plea(file),
                            orNull(new VictimsViews(Consideration.CONSIDERED, null)),
                            null,
                            when());
            case 17 -> new RelistHearing(id, orNull(day(-2, 40)), null);
            case 18 ->
                    new TransferRepresentation(
                            id,
                            random.nextInt(5) == 0 ? null : oneOf(WalkActors.FIRMS),
                            orNull(contact()));
            case 19 ->
                    random.nextInt(4) == 0
                            ? new Withdraw(id, orNull(WithdrawalReason.NO_LONGER_NEEDED), null)
                            : correct(id, file);
            case 20 -> outcome(id, file);
            case 21, 22 -> wait(id, file);
            default -> correct(id, file);
        };
    }

    private WaitingCommand wait(EngagementId id, CaseFile file) {
        CaseFile.Offer offer =
                file == null || file.waiting() == null ? null : file.waiting().offer();
        Slot slot = offer == null || rarely() ? free(file) : offer.slot();
        boolean waits = file != null && file.waiting() != null;
        int choice =
                rarely()
                        ? random.nextInt(12)
                        : offer != null ? 3 + random.nextInt(9) : waits ? 1 : 0;
        return switch (choice) {
            case 0 ->
                    new JoinWaitingList(
                            id,
                            random.nextInt(4) == 0 ? day(-1, 10) : null,
                            random.nextInt(4) == 0 ? day(-1, 20) : null);
            case 1, 2 -> new OfferSlot(id, slot.surgery(), slot.start());
            case 3, 4, 5 -> new LeaveWaitingList(id);
            case 6, 7 -> new AcceptOffer(id);
            case 8 -> new DeclineOffer(id, orNull(text()));
            case 9 -> new EndWaiting(id);
            default -> new ExpireOffer(id, slot.surgery(), slot.start());
        };
    }

    /** A slot of the court of the case that is free, if there is one. */
    private Slot free(CaseFile file) {
        List<Surgery.Scheduled> surgeries =
                world.surgeries.values().stream()
                        .map(book -> (Surgery.Scheduled) book.live())
                        .filter(s -> file == null || s.court().equals(file.court()))
                        .filter(s -> s.end().isAfter(world.now()))
                        .toList();
        Surgery.Scheduled surgery = oneOf(surgeries);
        List<Slot> free =
                surgery.slots()
                        .filter(it -> surgery.freeAfter(world.now()).contains(it.start()))
                        .toList();
        return free.isEmpty() ? surgery.slots().findFirst().orElseThrow() : oneOf(free);
    }

    private EscalateTriage escalate(EngagementId id, CaseFile file) {
        long since = file == null || file.triage() == null ? 0 : file.triage().since();
        return new EscalateTriage(
                id,
                rarely() ? since + 1 : since,
                world.now().minus(Duration.ofDays(random.nextInt(10))));
    }

    private Submit submit(EngagementId id) {
        return new Submit(
                id,
                rarely(),
                orNull(contact()),
                rarely() ? "no urn" : oneOf(URNS),
                rarely() ? "B99ZZ99" : oneOf(WalkWorld.TERMS.courts()).ouCode(),
                orNull(oneOf(List.of(Stage.values()))),
                orNull(day(-1, 30)),
                !rarely(),
                rarely() ? List.of() : some(2, defendant()),
                rarely() ? List.of() : some(3, issue()),
                List.of());
    }

    private Amend amend(EngagementId id, CaseFile file) {
        List<NewDefendantDetails> details =
                List.of(
                        new NewDefendantDetails(
                                defendant(file),
                                oneOf(List.of(CustodyStatus.values())),
                                null,
                                List.of(),
                                some(1, new NewOffence(personal("Handling stolen goods")))));
        List<InformationGiven> information =
                file == null
                        ? List.of()
                        : file.requests().entries().stream()
                                .map(entry -> new InformationGiven(entry.id(), text()))
                                .skip(random.nextInt(2))
                                .limit(1)
                                .toList();
        return new Amend(
                id,
                rarely() ? contact() : null,
                rarely() ? List.of(defendant()) : List.of(),
                rarely() ? details : List.of(),
                random.nextBoolean() ? List.of(issue()) : List.of(),
                random.nextBoolean() ? information : List.of(),
                rarely() ? List.of(text()) : List.of());
    }

    private Triage triage(EngagementId id, CaseFile file) {
        return new Triage(
                id,
                issues(file, IssueStatus.RAISED)
                        .map(
                                issue ->
                                        new Finding(
                                                issue,
                                                oneOf(
                                                        List.of(
                                                                FindingKind.PUT_FORWARD,
                                                                FindingKind.PUT_FORWARD,
                                                                FindingKind.ANSWERED,
                                                                FindingKind.OUT_OF_SCOPE)),
                                                orNull(text()),
                                                orNull(text()),
                                                null))
                        .toList());
    }

    private Resolve resolve(EngagementId id, CaseFile file) {
        return new Resolve(
                id,
                issues(file, IssueStatus.RAISED, IssueStatus.PUT_FORWARD, IssueStatus.DISPUTED)
                        .map(issue -> new Resolve.Settled(issue, null))
                        .toList());
    }

    private BookSlot book(EngagementId id, CaseFile file) {
        List<Surgery.Scheduled> near =
                world.surgeries.values().stream()
                        .map(book -> (Surgery.Scheduled) book.live())
                        .filter(s -> s.end().isAfter(world.now().minus(Duration.ofDays(1))))
                        .filter(s -> file == null || rarely() || s.court().equals(file.court()))
                        .toList();
        Surgery.Scheduled surgery = random.nextInt(3) > 0 ? near.getFirst() : oneOf(near);
        Slot slot = oneOf(surgery.slots().toList());
        return new BookSlot(
                id,
                rarely() ? new SurgeryId("no-such-surgery") : surgery.id(),
                rarely() ? slot.start().plusSeconds(60) : slot.start());
    }

    /** What a coordinator may ask of a session of these days. */
    SurgeryCommand ofASession() {
        List<Surgery.Scheduled> near =
                world.surgeries.values().stream()
                        .map(book -> (Surgery.Scheduled) book.live())
                        .filter(s -> s.end().isAfter(world.now().minus(Duration.ofHours(6))))
                        .toList();
        Surgery.Scheduled session = oneOf(near);
        List<Instant> starts =
                rarely()
                        ? null
                        : some(3, oneOf(session.slots().toList())).stream()
                                .map(Slot::start)
                                .toList();
        return switch (random.nextInt(6)) {
            case 0 ->
                    new SurgeryCommand.ChangeSession(
                            session.id(), rarely() ? List.of() : null, null, null);
            case 1 -> new SurgeryCommand.ChangeSession(session.id(), List.of(), "", null);
            case 2 ->
                    new SurgeryCommand.Move(
                            session.id(),
                            session.start()
                                    .plus(Duration.ofMinutes(20L * (random.nextInt(25) - 12))),
                            Set.of());
            case 3 ->
                    new SurgeryCommand.Block(session.id(), starts, rarely() ? null : personal("w"));
            default -> new SurgeryCommand.Unblock(session.id(), rarely() ? starts : null);
        };
    }

    private HoldMeeting hold(EngagementId id, CaseFile file) {
        return new HoldMeeting(
                id,
                when(),
                rarely() ? List.of() : theLeadAndTheDefence(),
                issues(file, IssueStatus.PUT_FORWARD, IssueStatus.DISPUTED)
                        .map(
                                issue ->
                                        new MeetingOutcome(
                                                issue,
                                                oneOf(List.of(MeetingResult.values())),
                                                null))
                        .toList(),
                rarely() ? List.of(new ActionPoint(Party.POLICE, text(), day(-3, 20))) : List.of(),
                List.of());
    }

    private MissMeeting miss(EngagementId id) {
        return new MissMeeting(id, some(2, oneOf(List.of(Party.values()))), null);
    }

    private OfferPlea offer(EngagementId id, CaseFile file) {
        return new OfferPlea(
                id, defendant(file), offence(file), kindOfPlea(), orNull(text()), when());
    }

    private RecordOutcome outcome(EngagementId id, CaseFile file) {
        List<ListingResult> own =
                Stream.of(ListingResult.values())
                        .filter(r -> file == null || rarely() || r.hearing() == file.hearingKind())
                        .toList();
        ListingResult result = oneOf(own);
        String code =
                switch (result) {
                    case CRACKED -> "C";
                    case INEFFECTIVE -> "W3";
                    case VACATED -> "K";
                    default -> null;
                };
        boolean dated =
                result.newDate() == ListingResult.NewDate.REQUIRED
                        || (result == ListingResult.VACATED && random.nextBoolean());
        return new RecordOutcome(
                id,
                orNull(result),
                rarely() ? "M1" : code,
                dated ? orNull(day(0, 40)) : null,
                null,
                result == ListingResult.VACATED && file != null
                        ? LondonTime.startOf(file.hearingDate()).minusSeconds(1)
                        : when());
    }

    /** The later events are the more likely ones. */
    private RecordInError correct(EngagementId id, CaseFile file) {
        long last = file == null ? 0 : file.version();
        return new RecordInError(
                id, last + 1 - random.nextLong(Math.min(last + 2, 6)), orNull(text()));
    }

    private Stream<IssueId> issues(CaseFile file, IssueStatus... such) {
        if (file == null || rarely()) {
            return Stream.of(new IssueId("I" + (1 + random.nextInt(4))));
        }
        return file.issues().that(List.of(such)::contains).stream()
                .skip(random.nextInt(5) == 0 ? 1 : 0);
    }

    private DefendantId defendant(CaseFile file) {
        return file == null || rarely()
                ? new DefendantId("D9")
                : oneOf(file.charges().offences()).defendant();
    }

    private OffenceId offence(CaseFile file) {
        return new OffenceId(file == null || rarely() ? "O99" : "O1");
    }

    private PleaId plea(CaseFile file) {
        return file == null || rarely() || file.pleas().entries().isEmpty()
                ? new PleaId("P9")
                : file.pleas().entries().getLast().id();
    }

    private Plea kindOfPlea() {
        return orNull(
                oneOf(random.nextInt(4) == 0 ? List.of(Plea.values()) : List.of(Plea.GUILTY)));
    }

    private static NewDefendant defendant() {
        return Request.defendant();
    }

    private static NewIssue issue() {
        return Request.issue();
    }
}
