package org.engagementledger.query.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
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
    private Engagement engagement = Engagement.unsubmitted();
    private CaseTold told = new CaseTold();
    private int corrections;
    private int settlementsStruck;

    @Test
    void aCaseIsEvaluatedAsTheDomainSaysItIs() {
        for (int number = 0; number < CASES; number++) {
            history.clear();
            engagement = Engagement.unsubmitted();
            told = new CaseTold();
            happens(Events.submitted("I1", "I2"));
            for (int step = 0; step < STEPS; step++) {
                step();
            }
        }
        assertThat(corrections).isGreaterThan(CASES);
        assertThat(settlementsStruck).isGreaterThan(CASES / 10);
    }

    private CaseFile file() {
        return ((Engagement.Made) engagement).file();
    }

    private void step() {
        if (random.nextInt(6) == 0 && !file().isClosed()) {
            meet();
            return;
        }
        EngagementCommand command = command();
        Instant now = Events.TRIAL.atTime(18, 0).toInstant(ZoneOffset.UTC);
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
            case 7 -> new RejectPlea(Events.CASE, plea(), note(), null);
            case 8 ->
                    new AgreePlea(
                            Events.CASE,
                            plea(),
                            new VictimsViews(Consideration.CONSIDERED, null),
                            null,
                            null);
            case 9 -> new WithdrawPleaOffer(Events.CASE, plea(), null, null);
            case 10 ->
                    new RelistHearing(Events.CASE, Events.TRIAL.plusDays(random.nextInt(9)), null);
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
        LocalDate later = file().hearingDate().plusDays(1 + random.nextInt(5));
        return new RecordOutcome(
                Events.CASE,
                ineffective ? ListingResult.INEFFECTIVE : ListingResult.CRACKED,
                ineffective ? "M1" : any("A", "B", "C", "D"),
                ineffective ? later : null,
                null,
                null);
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
                Events.SUBMITTED.plus(Duration.ofDays(random.nextInt(17))));
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
        engagement = engagement.evolve(event);
        told.then(event);
        if (event instanceof RecordedInError) {
            corrections++;
            settlementsStruck += settled() < settledBefore ? 1 : 0;
        }
        assertSame();
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
