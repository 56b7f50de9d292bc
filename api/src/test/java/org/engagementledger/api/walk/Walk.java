package org.engagementledger.api.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.api.walk.Picture.Named;
import org.engagementledger.api.walk.Picture.Session;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.command.AcceptOffer;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.DeclineOffer;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.JoinWaitingList;
import org.engagementledger.domain.engagement.command.LeaveWaitingList;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.engagement.command.Triage;
import org.engagementledger.domain.engagement.command.Withdraw;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does the next thing, and the next, as the dice say: most of it makes sense, and some of
 * it must be refused. The time goes on, while whoever waits is offered what becomes free.
 */
final class Walk {

    private static final List<String> COURTS = List.of("B01BH00", "B01CN00", "B01GU00");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration SLOT = Duration.ofMinutes(20);
    private static final int MOST_CASES = 60;

    /** A free slot may be of no use to a case. */
    private static final Set<Rule> TIME = Set.of(Rule.SLOT_TOO_LATE, Rule.SLOT_IN_PAST);

    private final Commands commands;
    private final DemoClock clock;
    private final Picture picture;
    private final Random dice;
    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Case> cases = new ArrayList<>();
    private int submitted;

    /** A case that is open, and whose it is. */
    private record Case(EngagementId id, String court, FirmId firm) {}

    Walk(Commands commands, DemoClock clock, Picture picture, long seed) {
        this.commands = commands;
        this.clock = clock;
        this.picture = picture;
        this.dice = new Random(seed);
    }

    Map<String, Integer> accepted() {
        return accepted;
    }

    Map<String, Integer> refused() {
        return refused;
    }

    void step() {
        int thrown = dice.nextInt(1000);
        if (cases.size() < MOST_CASES / 3 || (thrown < 60 && cases.size() < MOST_CASES)) {
            submit();
        } else if (thrown < 75) {
            schedule();
        } else if (thrown < 100) {
            block();
        } else if (thrown < 120) {
            unblock();
        } else if (thrown < 135) {
            move();
        } else if (thrown < 185) {
            goOn();
        } else {
            aCase(cases.get(dice.nextInt(cases.size())), thrown);
        }
    }

    private void aCase(Case one, int thrown) {
        String id = one.id().value();
        if (thrown < 205) {
            if (send(new Withdraw(one.id(), WithdrawalReason.NO_LONGER_NEEDED, null), one)) {
                cases.remove(one);
            }
        } else if (thrown < 230) {
            send(
                    new RelistHearing(
                            one.id(),
                            today().plusDays(dice.nextInt(30)),
                            note(one, "As the court says")),
                    one);
        } else if (picture.hasAnOffer(id) && dice.nextInt(3) > 0) {
            if (dice.nextBoolean()) {
                send(new AcceptOffer(one.id()), one);
            } else {
                send(new DeclineOffer(one.id(), null), one);
            }
        } else if (picture.slotOf(id) != null && dice.nextInt(3) == 0) {
            send(new CancelBooking(one.id(), null), one);
        } else if (picture.slotOf(id) == null && dice.nextInt(3) == 0) {
            if (picture.waits(id) && dice.nextInt(3) == 0) {
                send(new LeaveWaitingList(one.id()), one);
            } else {
                send(join(one), one);
            }
        } else {
            aSlot(one.court()).ifPresent(slot -> send(book(one, slot), one));
        }
    }

    private JoinWaitingList join(Case one) {
        return new JoinWaitingList(
                one.id(),
                dice.nextInt(4) == 0 ? today().plusDays(dice.nextInt(10)) : null,
                dice.nextInt(4) == 0 ? today().plusDays(dice.nextInt(20)) : null);
    }

    private static BookSlot book(Case one, Named slot) {
        return new BookSlot(one.id(), new SurgeryId(slot.surgery()), slot.start());
    }

    /** A slot, most likely of that court and to come; now and then one that isn't on any grid. */
    private Optional<Named> aSlot(String court) {
        List<Session> some = sessionsToCome(dice.nextInt(30) == 0 ? null : court);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        Session session = some.get(dice.nextInt(Math.min(4, some.size())));
        List<Instant> grid = session.grid();
        Instant start = grid.get(dice.nextInt(grid.size()));
        return Optional.of(
                new Named(
                        session.id,
                        dice.nextInt(25) == 0 ? start.plus(Duration.ofMinutes(7)) : start));
    }

    private List<Session> sessionsToCome(@Nullable String court) {
        return picture.sessions().values().stream()
                .filter(session -> court == null || session.court.equals(court))
                .filter(session -> session.end.isAfter(clock.instant()))
                .toList();
    }

    private void submit() {
        int number = ++submitted;
        EngagementId id = new EngagementId(new UUID(dice.nextLong(), number).toString());
        Case one =
                new Case(
                        id,
                        COURTS.get(dice.nextInt(COURTS.size())),
                        new FirmId("firm-" + dice.nextInt(4)));
        boolean custody = dice.nextInt(3) == 0;
        Submit request =
                new Submit(
                        id,
                        false,
                        new Contact(
                                personal(one, "Ada Specimen"),
                                personal(one, "ada@specimen.cjsm.net"),
                                personal(one, "020 7946 0000")),
                        "01ZD%07d".formatted(number),
                        one.court(),
                        Stage.PRE_TRIAL,
                        today().plusDays(2 + dice.nextInt(28)),
                        true,
                        List.of(
                                new NewDefendant(
                                        personal(one, "Dan Madeup"),
                                        null,
                                        custody ? CustodyStatus.CUSTODY : null,
                                        custody ? today().plusDays(20 + dice.nextInt(40)) : null,
                                        List.of(),
                                        List.of(new NewOffence(personal(one, "Theft"))))),
                        List.of(
                                new NewIssue(
                                        IssueCategory.WITNESSES,
                                        note(one, "Who is needed?"),
                                        null)),
                        List.of());
        if (send(request, one)
                && ask(
                        new Triage(
                                id,
                                List.of(
                                        new Finding(
                                                new IssueId("I1"),
                                                FindingKind.PUT_FORWARD,
                                                null,
                                                null,
                                                null))),
                        by("triage", Role.TRIAGE_OFFICER, null))) {
            cases.add(one);
        }
    }

    private void schedule() {
        String court = COURTS.get(dice.nextInt(COURTS.size()));
        Instant start = aStart();
        send(
                new Schedule(
                        SurgeryId.of(court, start),
                        court,
                        start,
                        start.plus(SLOT.multipliedBy(2 + dice.nextInt(5))),
                        SLOT,
                        Host.lead("lead-" + dice.nextInt(9)),
                        null,
                        null));
    }

    private Instant aStart() {
        return today().plusDays(1 + dice.nextInt(14))
                .atTime(9 + dice.nextInt(6), 20 * dice.nextInt(3))
                .atZone(LONDON)
                .toInstant();
    }

    private void block() {
        aSession()
                .ifPresent(
                        session ->
                                send(
                                        new Block(
                                                new SurgeryId(session.id),
                                                dice.nextInt(3) == 0 ? null : some(session),
                                                Personal.known(
                                                        "surgery/" + session.id, "No room"))));
    }

    private void unblock() {
        picture.sessions().values().stream()
                .filter(session -> !session.blocked.isEmpty())
                .skip(dice.nextInt(3))
                .findFirst()
                .ifPresent(session -> send(new Unblock(new SurgeryId(session.id), null)));
    }

    private void move() {
        aSession()
                .ifPresent(
                        session -> send(new Move(new SurgeryId(session.id), aStart(), Set.of())));
    }

    private Optional<Session> aSession() {
        List<Session> some = sessionsToCome(null);
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(dice.nextInt(some.size())));
    }

    private List<Instant> some(Session session) {
        List<Instant> grid = session.grid();
        int from = dice.nextInt(grid.size());
        return grid.subList(from, Math.min(grid.size(), from + 1 + dice.nextInt(3)));
    }

    private void goOn() {
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(10 + dice.nextInt(6 * 60))));
    }

    /** Whether a slot that the ledger says is free can in fact be booked by somebody. */
    Optional<String> refusedThoughFree() throws InterruptedException {
        for (Case one : cases) {
            for (Session session : sessionsToCome(one.court())) {
                for (Instant at : session.grid()) {
                    if (session.isFree(at, clock.instant())
                            && at.isAfter(clock.instant())
                            && picture.slotOf(one.id().value()) == null
                            && dice.nextInt(20) == 0) {
                        Answer answer =
                                commands.send(
                                        book(one, new Named(session.id, at)),
                                        by(one),
                                        new Conditions(null, true));
                        if (answer instanceof Answer.Refused(var why)
                                && why.stream().map(Refusal::rule).noneMatch(TIME::contains)
                                && isStillFree(session, at)) {
                            return Optional.of(session.id + " " + at + ": " + why);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it is, by what was stored meanwhile. */
    private boolean isStillFree(Session session, Instant at) throws InterruptedException {
        picture.readOn();
        return session.isFree(at, clock.instant());
    }

    private boolean send(EngagementCommand command, Case one) {
        return ask(command, by(one));
    }

    private boolean ask(EngagementCommand command, Provenance by) {
        return count(command, commands.send(command, by));
    }

    private void send(SurgeryCommand command) {
        count(command, commands.send(command, by("coordinator", Role.COORDINATOR, null)));
    }

    private boolean count(Object command, Answer answer) {
        boolean yes = answer instanceof Answer.Accepted;
        (yes ? accepted : refused).merge(command.getClass().getSimpleName(), 1, Integer::sum);
        return yes;
    }

    private LocalDate today() {
        return clock.instant().atZone(LONDON).toLocalDate();
    }

    private static Provenance by(Case one) {
        return by("defence", Role.DEFENCE_PRACTITIONER, one.firm());
    }

    private static Provenance by(String login, Role role, @Nullable FirmId firm) {
        return new Provenance(new Actor(login, role, firm), "walk", null);
    }

    private static Personal<String> personal(Case one, String text) {
        return Personal.known("engagement/" + one.id(), text);
    }

    private static Note note(Case one, String text) {
        return new Note(Visibility.SHARED, personal(one, text));
    }
}
