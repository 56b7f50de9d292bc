package org.engagementledger.query.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Circumstances;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.Permissions;
import org.engagementledger.domain.engagement.PleaStatus;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.Consideration;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.Settlement;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.HearingRelisted;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.Resolved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many cases in which anything happens that the domain allows, much of it in error: whatever is
 * struck, they are evaluated as what the domain says they are, and everything that is settled
 * counts once.
 */
class EvaluatedWalkTest {

    private static final int CASES = 400;
    private static final int STEPS = 60;
    private static final Terms TERMS =
            new Terms(
                    List.of(new Court("B01CN00", "Bromley Magistrates' Court")),
                    Duration.ofDays(1),
                    10);

    private final Random random = new Random(6);
    private final List<EngagementEvent> history = new ArrayList<>();
    private final List<Instant> recorded = new ArrayList<>();
    private Instant now = Events.SUBMITTED;
    private Engagement engagement = Engagement.unsubmitted();
    private CaseTold told = new CaseTold();
    private int corrections;
    private int settlementsStruck;
    private int typedInLate;

    @Test
    void aCaseIsEvaluatedAsTheDomainSaysItIs() {
        for (int number = 0; number < CASES; number++) {
            history.clear();
            recorded.clear();
            now = Events.SUBMITTED;
            engagement = Engagement.unsubmitted();
            told = new CaseTold();
            happens(Events.submitted("I1", "I2"));
            for (int step = 0; step < STEPS; step++) {
                step();
            }
        }
        assertThat(corrections).isGreaterThan(CASES);
        assertThat(settlementsStruck).isGreaterThan(CASES / 10);
        assertThat(typedInLate).as("settled on an earlier day").isGreaterThan(CASES / 10);
    }

    private CaseFile file() {
        return ((Engagement.Made) engagement).file();
    }

    private void step() {
        now = now.plus(Duration.ofHours(random.nextInt(30)));
        if (random.nextInt(6) == 0
                && !file().isClosed()
                && LondonTime.dateOf(now).isAfter(LondonTime.dateOf(Events.SLOT.start()))) {
            meet();
            return;
        }
        EngagementCommand command = command();
        Permissions.roles(command).stream()
                .sorted()
                .map(role -> actor(role))
                .map(
                        actor ->
                                engagement.decide(
                                        command,
                                        new Circumstances(actor, now, TERMS).with(named(command))))
                .filter(Decision.Accepted.class::isInstance)
                .findFirst()
                .ifPresent(
                        decision ->
                                ((Decision.Accepted<EngagementEvent>) decision)
                                        .events()
                                        .forEach(this::happens));
    }

    private Actor actor(Role role) {
        return new Actor(
                "somebody",
                role,
                role == Role.DEFENCE_PRACTITIONER ? file().firm().orElse(null) : null);
    }

    private @Nullable EngagementEvent named(EngagementCommand command) {
        return command instanceof RecordInError c && c.sequence() < history.size()
                ? history.get((int) c.sequence())
                : null;
    }

    /** Books a slot and meets in it, which takes a surgery otherwise. */
    private void meet() {
        List<IssueId> discussed =
                file().issues().discussable().stream()
                        .filter(issue -> random.nextInt(3) > 0)
                        .toList();
        if (discussed.isEmpty()) {
            return;
        }
        happens(Events.slotBooked());
        happens(
                Events.meetingHeld(
                        discussed.stream()
                                .map(
                                        issue ->
                                                new MeetingOutcome(
                                                        issue, any(MeetingResult.values()), null))
                                .toArray(MeetingOutcome[]::new)));
        if (file().issues().unsettled().isEmpty()) {
            happens(
                    new Resolved(
                            Events.CASE,
                            file().issues().entries().stream()
                                    .map(
                                            it ->
                                                    new Settlement(
                                                            it.id(),
                                                            it.trail().current().orElseThrow(),
                                                            null))
                                    .toList()));
        }
    }

    private EngagementCommand command() {
        return switch (random.nextInt(16)) {
            case 0 -> amend(List.of(), List.of(issue()));
            case 1 -> amend(List.of(defendant()), List.of());
            case 2, 3 -> new Triage(Events.CASE, findings());
            case 4 ->
                    new Resolve(
                            Events.CASE,
                            file().issues().unsettled().stream()
                                    .map(issue -> new Resolve.Settled(issue, null))
                                    .toList());
            case 5, 6 -> offer();
            case 7 -> new RejectPlea(Events.CASE, plea(), note(), earlier());
            case 8 ->
                    new AgreePlea(
                            Events.CASE,
                            plea(),
                            new VictimsViews(Consideration.CONSIDERED, null),
                            null,
                            earlier());
            case 9 -> new WithdrawPleaOffer(Events.CASE, plea(), null, earlier());
            case 10 ->
                    new RelistHearing(
                            Events.CASE, LondonTime.dateOf(now).plusDays(random.nextInt(30)), null);
            case 11 ->
                    new TransferRepresentation(
                            Events.CASE,
                            random.nextBoolean() ? null : new FirmId("sample-llp"),
                            new Contact(words(), words(), words()));
            case 12 ->
                    random.nextInt(5) > 0
                            ? correction()
                            : new Withdraw(Events.CASE, WithdrawalReason.NO_LONGER_NEEDED, null);
            case 13 -> outcome();
            default -> correction();
        };
    }

    private RecordInError correction() {
        return new RecordInError(Events.CASE, random.nextInt(history.size()), note());
    }

    private RecordOutcome outcome() {
        boolean ineffective = random.nextInt(3) > 0;
        LocalDate today = LondonTime.dateOf(now);
        LocalDate hearing = file().hearingDate();
        LocalDate later =
                (today.isAfter(hearing) ? today : hearing).plusDays(1 + random.nextInt(20));
        return new RecordOutcome(
                Events.CASE,
                ineffective ? ListingResult.INEFFECTIVE : ListingResult.CRACKED,
                ineffective ? "M1" : any("A", "B", "C", "D"),
                ineffective ? later : null,
                null,
                earlier());
    }

    private static Amend amend(List<NewDefendant> defendants, List<NewIssue> issues) {
        return new Amend(Events.CASE, null, defendants, List.of(), issues, List.of(), List.of());
    }

    private NewIssue issue() {
        return new NewIssue(any(IssueCategory.values()), note(), null);
    }

    private NewDefendant defendant() {
        return new NewDefendant(
                words(),
                null,
                null,
                null,
                List.of(any(Need.values())),
                List.of(new NewOffence(words())));
    }

    /** On what waits for triage, now and then on what was put forward, seldom on nothing. */
    private List<Finding> findings() {
        return Stream.concat(
                        file().issues().untriaged().stream(),
                        file().issues().discussable().stream()
                                .filter(issue -> random.nextInt(4) == 0))
                .filter(issue -> random.nextInt(3) > 0)
                .map(issue -> new Finding(issue, any(FindingKind.values()), note(), note(), null))
                .toList();
    }

    private OfferPlea offer() {
        var charged = file().charges().offences();
        var offence = charged.get(random.nextInt(charged.size()));
        return new OfferPlea(
                Events.CASE,
                offence.defendant(),
                offence.offence(),
                any(
                        Plea.GUILTY,
                        Plea.GUILTY_ON_A_BASIS,
                        Plea.GUILTY_TO_A_LESSER_OFFENCE,
                        Plea.BIND_OVER),
                note(),
                earlier());
    }

    /** Now and then it is said only later when something happened. */
    private @Nullable Instant earlier() {
        return random.nextBoolean() ? null : now.minus(Duration.ofHours(random.nextInt(72)));
    }

    private PleaId plea() {
        return PleaId.numbered(1 + random.nextInt(Math.max(1, file().numbering().pleas())));
    }

    @SafeVarargs
    private <T> T any(T... some) {
        return some[random.nextInt(some.length)];
    }

    private static Note note() {
        return new Note(Visibility.SHARED, words());
    }

    private static Personal<String> words() {
        return Personal.known("subject", "Words");
    }

    private void happens(EngagementEvent event) {
        long settledBefore = settled();
        history.add(event);
        recorded.add(now);
        engagement = engagement.evolve(event);
        told.then(now, event);
        if (event instanceof RecordedInError) {
            corrections++;
            settlementsStruck += settled() < settledBefore ? 1 : 0;
        }
        assertSame();
        assertWhen();
    }

    /** When the event happened by which something counts. */
    private Instant at(long sequence) {
        Instant occurred = history.get((int) sequence).occurredAt();
        return occurred == null ? recorded.get((int) sequence) : occurred;
    }

    /** For which day the hearing was listed at a time, by the events before one that stand. */
    private LocalDate listed(Instant at, long before) {
        LocalDate day = Events.TRIAL;
        Instant latest = Instant.MIN;
        for (int i = 0; i < before; i++) {
            LocalDate next =
                    switch (history.get(i)) {
                        case HearingRelisted e -> e.newDate();
                        case OutcomeRecorded e -> e.newDate();
                        default -> null;
                    };
            boolean wasThen = !at(i).isAfter(at) && !at(i).isBefore(latest);
            if (next != null && wasThen && !file().corrected().contains((long) i)) {
                day = next;
                latest = at(i);
            }
        }
        return day;
    }

    private void assertWhen() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Instant lastSettled = Instant.MIN;
        for (Counted counted : told.all()) {
            assertThat(counted.first()).as("%s", counted).isEqualTo(kinds.add(counted.kind()));
            Instant at = at(counted.sequence());
            LocalDate day = LondonTime.dateOf(at);
            switch (counted.kind()) {
                case ISSUE_RESOLVED -> {
                    lastSettled = at.isAfter(lastSettled) ? at : lastSettled;
                    assertNotice(counted, at);
                }
                case RESOLVED -> {
                    day = LondonTime.dateOf(lastSettled);
                    assertNotice(counted, lastSettled);
                    typedInLate += day.isBefore(counted.recordedDay()) ? 1 : 0;
                }
                case PLEA_AGREED -> assertNotice(counted, at);
                case OUTCOME, CONTRADICTION ->
                        day =
                                ((OutcomeRecorded) history.get((int) counted.sequence()))
                                        .hearingDate();
                default -> {
                    // The day is all there is to it.
                }
            }
            if (counted.kind() != Kind.REQUEST) {
                assertThat(counted.day()).as("%s", counted).isEqualTo(day);
            }
        }
    }

    private void assertNotice(Counted counted, Instant at) {
        assertThat(counted.notice())
                .as("%s of %s", counted, history)
                .isEqualTo(
                        (int)
                                ChronoUnit.DAYS.between(
                                        LondonTime.dateOf(at), listed(at, counted.sequence())));
    }

    private long settled() {
        return engagement instanceof Engagement.Made made
                ? made.file().issues().that(IssueStatus::settled).size()
                : 0;
    }

    private void assertSame() {
        Evaluated evaluated = told.evaluated();
        CaseFile file = file();
        assertThat(evaluated.version()).isEqualTo(file.version());
        assertThat(evaluated.hearingDate()).as("%s", history).isEqualTo(file.hearingDate());
        assertThat(evaluated.firm()).as("%s", history).isEqualTo(file.firm().orElse(null));
        assertThat(evaluated.issues().stream().map(it -> it.id() + " " + it.status()))
                .as("%s", history)
                .containsExactlyElementsOf(
                        file.issues().entries().stream()
                                .map(it -> it.id() + " " + it.trail().current().orElseThrow())
                                .toList());
        assertThat(evaluated.offers().stream().map(it -> it.id().value()))
                .as("%s", history)
                .containsExactlyInAnyOrderElementsOf(
                        file.pleas().entries().stream()
                                .filter(
                                        it ->
                                                Arrays.asList(PleaStatus.OFFERED, PleaStatus.AGREED)
                                                        .contains(
                                                                it.trail()
                                                                        .current()
                                                                        .orElseThrow()
                                                                        .status()))
                                .map(it -> it.id().value())
                                .toList());
        assertThat(
                        told.all().stream()
                                .filter(it -> it.kind() == Kind.ISSUE_RESOLVED)
                                .map(it -> it.part() + " " + it.how()))
                .as("%s", history)
                .containsExactlyInAnyOrderElementsOf(
                        evaluated.issues().stream()
                                .filter(it -> it.status().settled())
                                .map(it -> it.id() + " " + it.status())
                                .toList());
    }
}
