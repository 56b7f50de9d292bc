package org.engagementledger.query.casehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Disclosable;
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
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.query.engagement.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final EngagementId ENGAGEMENT = new EngagementId("engagement-1");
    private static final FirmId FIRM = new FirmId("firm-specimen");
    private static final FirmId OTHER_FIRM = new FirmId("firm-pattern");
    private static final Instant AT = Instant.parse("2020-11-03T10:00:00Z");
    private static final LocalDate HEARING = LocalDate.of(2020, 11, 20);
    private static final LocalDate LATER = LocalDate.of(2020, 12, 4);
    private static final PleaId P1 = PleaId.numbered(1);
    private static final Note WHY = note("It was another case.");
    private static final Slot SLOT = slot("2020-11-05T15:20:00Z");

    @Test
    void aSubmissionMakesWhatThereIs() {
        assertThat(told(changesOf(submitted())))
                .containsExactly(
                        "status: null -> IN_TRIAGE",
                        "firm: null -> firm-specimen",
                        "hearing/date: null -> 2020-11-20",
                        "defendants/D1: null -> PRESENT",
                        "defendants/D1/custody: null -> CUSTODY",
                        "defendants/D1/custodyTimeLimit: null -> 2020-12-01",
                        "defendants/D1/needs/INTERPRETER: null -> PRESENT",
                        "defendants/D1/offences/O1: null -> PRESENT",
                        "issues/I1/status: null -> RAISED",
                        "issues/I2/status: null -> RAISED");
    }

    @Test
    void aLitigantInPersonHasNoFirm() {
        assertThat(changesOf(submitted(null)))
                .extracting(Change::field)
                .contains("status")
                .doesNotContain("firm");
    }

    @Test
    void anAmendmentAdds() {
        assertThat(told(changesOf(submitted(), asked(1), amended())))
                .containsExactly(
                        "defendants/D1/custody: CUSTODY -> BAIL",
                        "defendants/D1/custodyTimeLimit: 2020-12-01 -> null",
                        "informationRequests/R1/status: OPEN -> ANSWERED",
                        "defendants/D1/needs/CHILD: null -> PRESENT",
                        "defendants/D2: null -> PRESENT",
                        "defendants/D2/offences/O2: null -> PRESENT",
                        "defendants/D1/offences/O3: null -> PRESENT",
                        "issues/I3/status: null -> RAISED");
    }

    @Test
    void aRequestForInformationIsOpen() {
        assertThat(told(changesOf(submitted(), asked(1))))
                .containsExactly("informationRequests/R1/status: null -> OPEN");
    }

    @Test
    void triageFindsOnIssues() {
        assertThat(told(changesOf(submitted(), partlyTriaged())))
                .containsExactly("issues/I2/status: RAISED -> ANSWERED");
        assertThat(told(changesOf(submitted(), partlyTriaged(), triaged())))
                .containsExactly(
                        "status: IN_TRIAGE -> PUT_FORWARD",
                        "issues/I1/status: RAISED -> PUT_FORWARD");
    }

    @Test
    void allIsSettled() {
        assertThat(told(changesOf(submitted(), partlyTriaged(), triaged(), resolved())))
                .containsExactly(
                        "status: PUT_FORWARD -> RESOLVED",
                        "issues/I1/status: PUT_FORWARD -> AGREED");
    }

    @Test
    void aSlotIsBookedAndGivenBack() {
        EngagementEvent[] before = {submitted(), partlyTriaged(), triaged(), booked(SLOT)};
        assertThat(told(changesOf(before)))
                .containsExactly(
                        "status: PUT_FORWARD -> BOOKED",
                        "slot/surgery: null -> B01CN00-2020-11-05T1500",
                        "slot/start: null -> 2020-11-05T15:20:00Z");
        assertThat(told(changesOf(with(before, released()))))
                .containsExactly(
                        "status: BOOKED -> PUT_FORWARD",
                        "slot/surgery: B01CN00-2020-11-05T1500 -> null",
                        "slot/start: 2020-11-05T15:20:00Z -> null");
    }

    @Test
    void aMeetingUsesTheSlotUp() {
        EngagementEvent[] before = {submitted(), partlyTriaged(), triaged(), booked(SLOT)};
        assertThat(told(changesOf(with(before, held()))))
                .containsExactly(
                        "status: BOOKED -> PUT_FORWARD",
                        "slot/surgery: B01CN00-2020-11-05T1500 -> null",
                        "slot/start: 2020-11-05T15:20:00Z -> null",
                        "issues/I1/status: PUT_FORWARD -> DISPUTED");
        assertThat(changesOf(with(before, missed())))
                .extracting(Change::field)
                .containsExactly("status", "slot/surgery", "slot/start");
    }

    @Test
    void aPleaIsOfferedAndAnswered() {
        assertThat(told(changesOf(submitted(), offered(1))))
                .containsExactly("pleas/P1/status: null -> OFFERED");
        assertThat(told(changesOf(submitted(), offered(1), rejected(1))))
                .containsExactly("pleas/P1/status: OFFERED -> REJECTED");
        assertThat(told(changesOf(submitted(), offered(1), agreed())))
                .containsExactly("pleas/P1/status: OFFERED -> AGREED");
        assertThat(told(changesOf(submitted(), offered(1), agreed(), takenBack())))
                .containsExactly("pleas/P1/status: AGREED -> WITHDRAWN");
        assertThat(told(changesOf(submitted(), indicated())))
                .containsExactly("pleas/P1/status: null -> INDICATED");
    }

    @Test
    void aHearingIsRelisted() {
        assertThat(told(changesOf(submitted(), relisted())))
                .containsExactly("hearing/date: 2020-11-20 -> 2020-12-04");
    }

    @Test
    void anotherFirmTakesOver() {
        assertThat(told(changesOf(submitted(), transferred(OTHER_FIRM))))
                .containsExactly("firm: firm-specimen -> firm-pattern");
        assertThat(told(changesOf(submitted(), transferred(null))))
                .containsExactly("firm: firm-specimen -> null");
    }

    @Test
    void anEngagementEnds() {
        assertThat(told(changesOf(submitted(), withdrawn())))
                .containsExactly("status: IN_TRIAGE -> CLOSED");
        assertThat(told(changesOf(submitted(), ended(null))))
                .containsExactly("status: IN_TRIAGE -> CLOSED");
        assertThat(told(changesOf(submitted(), ended(LATER))))
                .containsExactly("hearing/date: 2020-11-20 -> 2020-12-04");
    }

    @Test
    void aCorrectionGivesTheInverse() {
        EngagementEvent[] booked = {submitted(), partlyTriaged(), triaged(), booked(SLOT)};
        for (EngagementEvent[] history :
                List.<EngagementEvent[]>of(
                        with(booked, held()),
                        with(booked, missed()),
                        new EngagementEvent[] {submitted(), asked(1), amended()},
                        new EngagementEvent[] {submitted(), asked(1)},
                        new EngagementEvent[] {submitted(), partlyTriaged()},
                        new EngagementEvent[] {submitted(), partlyTriaged(), triaged()},
                        new EngagementEvent[] {submitted(), partlyTriaged(), triaged(), resolved()},
                        new EngagementEvent[] {submitted(), offered(1)},
                        new EngagementEvent[] {submitted(), indicated()},
                        new EngagementEvent[] {submitted(), offered(1), rejected(1)},
                        new EngagementEvent[] {submitted(), offered(1), agreed()},
                        new EngagementEvent[] {submitted(), offered(1), agreed(), takenBack()},
                        new EngagementEvent[] {submitted(), relisted()},
                        new EngagementEvent[] {submitted(), transferred(OTHER_FIRM)},
                        new EngagementEvent[] {submitted(), withdrawn()},
                        new EngagementEvent[] {submitted(), ended(null)},
                        new EngagementEvent[] {submitted(), ended(LATER)})) {
            List<Change> done = changesOf(history);
            assertThat(changesOf(with(history, inError(history.length - 1))))
                    .as("taking back %s", history[history.length - 1])
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            done.stream()
                                    .map(it -> new Change(it.field(), it.after(), it.before()))
                                    .toList());
        }
    }

    @Test
    void whatFollowedFromAnEventGoesWithIt() {
        assertThat(
                        told(
                                changesOf(
                                        submitted(),
                                        asked(1),
                                        amended(),
                                        offered(1, "D2", "O2"),
                                        inError(2))))
                .contains(
                        "defendants/D2: PRESENT -> null",
                        "defendants/D2/offences/O2: PRESENT -> null",
                        "pleas/P1/status: OFFERED -> null");
    }

    @Test
    void whatACaseFileForgetsHasNotChanged() {
        List<EngagementEvent> history = new ArrayList<>(List.of(submitted()));
        for (int i = 1; i <= 50; i++) {
            history.addAll(List.of(offered(i), rejected(i), asked(i), answered(i)));
            List<Change> answer = changesOf(history.toArray(EngagementEvent[]::new));
            assertThat(told(answer))
                    .containsExactly(
                            "informationRequests/R%d/status: OPEN -> ANSWERED".formatted(i));
        }
        Sheet sheet = fold(history.toArray(EngagementEvent[]::new));
        assertThat(sheet.file().pleas().entries()).hasSizeLessThan(50);
        assertThat(sheet.file().requests().entries()).hasSizeLessThan(50);
    }

    @Test
    void whatIsSaidAgainChangesNothing() {
        assertThat(
                        changesOf(
                                submitted(),
                                partlyTriaged(),
                                triaged(),
                                new Triaged(ENGAGEMENT, triaged().findings())))
                .isEmpty();
    }

    /** What only one side may see would have to be withheld from the other; so it isn't there. */
    @Test
    void aLimitThatWasWrongGoesThoughCustodyWasSaidAgain() {
        EngagementEvent[] twice = {
            submitted(), detained(LATER), detained(null),
        };
        assertThat(told(changesOf(with(twice, inError(1)))))
                .containsExactly(
                        "defendants/D1/custodyTimeLimit: %s -> 2020-12-01".formatted(LATER));
    }

    private static Amended detained(@Nullable LocalDate limit) {
        return new Amended(
                ENGAGEMENT,
                null,
                List.of(),
                List.of(
                        new DefendantDetails(
                                DefendantId.numbered(1),
                                CustodyStatus.CUSTODY,
                                limit,
                                List.of(),
                                List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aSheetHoldsNothingPersonalAndNothingOfOneSide() {
        Set<Class<?>> seen = new HashSet<>();
        collect(Sheet.class, seen);
        assertThat(seen)
                .contains(Sheet.class, PleaId.class, Slot.class, CustodyStatus.class)
                .noneMatch(Disclosable.class::isAssignableFrom)
                .noneMatch(Personal.class::isAssignableFrom);
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), seen);
            Arrays.stream(generic.getActualTypeArguments()).forEach(it -> collect(it, seen));
        } else if (type instanceof Class<?> found && seen.add(found) && found.isRecord()) {
            Arrays.stream(found.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(it -> collect(it, seen));
        }
    }

    private static Sheet fold(EngagementEvent... history) {
        Sheet sheet = null;
        for (EngagementEvent event : history) {
            sheet = Sheet.after(sheet, event);
        }
        return Objects.requireNonNull(sheet);
    }

    /** What the last of these changed. */
    private static List<Change> changesOf(EngagementEvent... history) {
        int last = history.length - 1;
        Sheet before = last == 0 ? null : fold(Arrays.copyOf(history, last));
        return Change.by(
                history[last], before, Objects.requireNonNull(Sheet.after(before, history[last])));
    }

    private static EngagementEvent[] with(EngagementEvent[] before, EngagementEvent next) {
        return Stream.concat(Arrays.stream(before), Stream.of(next))
                .toArray(EngagementEvent[]::new);
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(it -> "%s: %s -> %s".formatted(it.field(), it.before(), it.after()))
                .toList();
    }

    private static Personal<String> personal(String text) {
        return Personal.known("case-1", text);
    }

    private static Note note(String text) {
        return new Note(Visibility.SHARED, personal(text));
    }

    private static Slot slot(String start) {
        Instant from = Instant.parse(start);
        return new Slot(
                SurgeryId.of("B01CN00", Instant.parse("2020-11-05T15:00:00Z")),
                from,
                from.plusSeconds(1_200));
    }

    private static Requester requester(@Nullable FirmId firm) {
        return new Requester(firm, personal("Rosa Specimen"), null, false, null);
    }

    private static Offence offence(int number) {
        return new Offence(OffenceId.numbered(number), personal("Theft from a shop"));
    }

    private static Issue issue(int number) {
        return new Issue(
                IssueId.numbered(number), IssueCategory.DISCLOSURE, note("What is there?"), null);
    }

    private static Submitted submitted() {
        return submitted(FIRM);
    }

    private static Submitted submitted(@Nullable FirmId firm) {
        return new Submitted(
                ENGAGEMENT,
                AT,
                requester(firm),
                new Urn("01ZD0303920"),
                "B01CN00",
                Stage.PRE_TRIAL,
                HEARING,
                false,
                List.of(
                        new Defendant(
                                DefendantId.numbered(1),
                                personal("Dan Madeup"),
                                null,
                                CustodyStatus.CUSTODY,
                                LocalDate.of(2020, 12, 1),
                                List.of(Need.INTERPRETER),
                                List.of(offence(1)))),
                List.of(issue(1), issue(2)),
                List.of(note("A note that nobody is told here.")));
    }

    private static InformationRequested asked(int number) {
        return new InformationRequested(
                ENGAGEMENT,
                RequestId.numbered(number),
                Party.DEFENCE,
                note("What?"),
                new Note(Visibility.PROSECUTION_ONLY, personal("Why.")),
                null);
    }

    private static Amended answered(int number) {
        return new Amended(
                ENGAGEMENT,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new InformationGiven(RequestId.numbered(number), note("On 1 May."))),
                List.of());
    }

    /** A second defendant; more of the first; a third issue; the answer to R1. */
    private static Amended amended() {
        return new Amended(
                ENGAGEMENT,
                null,
                List.of(
                        new Defendant(
                                DefendantId.numbered(2),
                                personal("Eva Madeup"),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(offence(2)))),
                List.of(
                        new DefendantDetails(
                                DefendantId.numbered(1),
                                CustodyStatus.BAIL,
                                null,
                                List.of(Need.CHILD),
                                List.of(offence(3)))),
                List.of(issue(3)),
                List.of(new InformationGiven(RequestId.numbered(1), note("On 1 May."))),
                List.of());
    }

    private static PartlyTriaged partlyTriaged() {
        return new PartlyTriaged(
                ENGAGEMENT,
                List.of(
                        new Finding(
                                IssueId.numbered(2),
                                FindingKind.ANSWERED,
                                note("It is served."),
                                null,
                                null)),
                List.of(IssueId.numbered(1)));
    }

    private static Triaged triaged() {
        return new Triaged(
                ENGAGEMENT,
                List.of(
                        new Finding(
                                IssueId.numbered(1),
                                FindingKind.PUT_FORWARD,
                                null,
                                null,
                                new Note(Visibility.PROSECUTION_ONLY, personal("It is weak.")))));
    }

    private static Resolved resolved() {
        return new Resolved(
                ENGAGEMENT, List.of(new Settlement(IssueId.numbered(1), IssueStatus.AGREED, null)));
    }

    private static SlotBooked booked(Slot slot) {
        return new SlotBooked(ENGAGEMENT, slot);
    }

    private static SlotReleased released() {
        return new SlotReleased(ENGAGEMENT, SLOT, ReleaseReason.CANCELLED, null);
    }

    private static MeetingHeld held() {
        return new MeetingHeld(
                ENGAGEMENT,
                SLOT,
                SLOT.start(),
                List.of(),
                List.of(new MeetingOutcome(IssueId.numbered(1), MeetingResult.NARROWED, null)),
                List.of(),
                List.of());
    }

    private static MeetingMissed missed() {
        return new MeetingMissed(ENGAGEMENT, SLOT, List.of(Party.DEFENCE), null);
    }

    private static PleaOffered offered(int number) {
        return offered(number, "D1", "O1");
    }

    private static PleaOffered offered(int number, String defendant, String offence) {
        return new PleaOffered(
                ENGAGEMENT,
                PleaId.numbered(number),
                new DefendantId(defendant),
                new OffenceId(offence),
                Plea.GUILTY,
                null,
                AT);
    }

    private static PleaIndicated indicated() {
        return new PleaIndicated(
                ENGAGEMENT,
                P1,
                DefendantId.numbered(1),
                OffenceId.numbered(1),
                Plea.GUILTY,
                null,
                AT);
    }

    private static PleaRejected rejected(int number) {
        return new PleaRejected(ENGAGEMENT, PleaId.numbered(number), WHY, AT);
    }

    private static PleaAgreed agreed() {
        return new PleaAgreed(
                ENGAGEMENT,
                P1,
                "login-of-the-lead",
                new VictimsViews(Consideration.CONSIDERED, null),
                null,
                AT);
    }

    private static PleaOfferWithdrawn takenBack() {
        return new PleaOfferWithdrawn(ENGAGEMENT, P1, null, AT);
    }

    private static HearingRelisted relisted() {
        return new HearingRelisted(ENGAGEMENT, HEARING, LATER, AT, null, null);
    }

    private static RepresentationTransferred transferred(@Nullable FirmId to) {
        return new RepresentationTransferred(ENGAGEMENT, FIRM, requester(to));
    }

    private static Withdrawn withdrawn() {
        return new Withdrawn(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, null);
    }

    private static OutcomeRecorded ended(@Nullable LocalDate newDate) {
        return new OutcomeRecorded(
                ENGAGEMENT,
                HEARING,
                newDate == null ? ListingResult.EFFECTIVE : ListingResult.INEFFECTIVE,
                null,
                newDate,
                null,
                null,
                AT);
    }

    private static RecordedInError inError(long sequence) {
        return new RecordedInError(ENGAGEMENT, sequence, WHY, null);
    }
}
