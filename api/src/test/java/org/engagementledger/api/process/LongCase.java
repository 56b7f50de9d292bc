package org.engagementledger.api.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.command.Amend;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.OfferPlea;
import org.engagementledger.domain.engagement.command.RejectPlea;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.engagement.command.RequestInformation;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.engagement.command.Triage;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.InformationGiven;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.RequestId;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;

/** A case that goes on as long as one wants, without HTTP in between. */
final class LongCase {

    private static final AtomicInteger CASES = new AtomicInteger();
    private static final Duration SLOT = Duration.ofMinutes(20);
    private static final String COURT = "B01CN00";

    private Commands commands;
    private final EngagementId id = new EngagementId(UUID.randomUUID().toString());
    private final Surgery surgery;
    private final int number = CASES.incrementAndGet();
    private long version;
    private int steps;
    private int requests;
    private int pleas;

    /** A session in which each of a few cases has slots of its own. */
    record Surgery(SurgeryId id, Instant start, int slots) {

        static Surgery scheduled(Commands commands, int slots) {
            Instant start = Instant.parse("2020-11-07T01:00:00Z");
            SurgeryId id = SurgeryId.of(COURT, start);
            commands.send(
                    new Schedule(
                            id,
                            COURT,
                            start,
                            start.plus(SLOT.multipliedBy(slots)),
                            SLOT,
                            Host.lead("lead-long"),
                            null,
                            null),
                    by("coordinator", Role.COORDINATOR, null));
            return new Surgery(id, start, slots);
        }

        Instant slot(int number) {
            return start.plus(SLOT.multipliedBy(number % slots));
        }
    }

    private LongCase(Commands commands, Surgery surgery) {
        this.commands = commands;
        this.surgery = surgery;
    }

    /** Submitted: one event, and its claim. */
    static LongCase submitted(Commands commands, Surgery surgery) {
        LongCase submitted = new LongCase(commands, surgery);
        submitted.submit();
        return submitted;
    }

    /** Submitted and put forward: two events. */
    static LongCase begun(Commands commands, Surgery surgery) {
        LongCase begun = submitted(commands, surgery);
        begun.asTriage(
                new Triage(
                        begun.id,
                        List.of(
                                new Finding(
                                        new IssueId("I1"),
                                        FindingKind.PUT_FORWARD,
                                        null,
                                        null,
                                        null))));
        return begun;
    }

    /** Goes on until it has so many events. */
    LongCase until(long events) {
        while (version < events - 1) {
            switch (steps % 9) {
                case 0, 5 -> amend();
                case 1 -> requestInformation();
                case 2 -> giveInformation();
                case 3, 4 ->
                        asDefence(
                                new BookSlot(
                                        id,
                                        surgery.id(),
                                        surgery.slot(2 * number + steps % 9 - 3)));
                case 6 -> asDefence(new CancelBooking(id, null));
                case 7 -> asDefence(new RelistHearing(id, newDate(), shared("As the court says")));
                default -> plea();
            }
            steps++;
        }
        return this;
    }

    /** From now on another service is asked. */
    LongCase through(Commands others) {
        commands = others;
        return this;
    }

    String engagement() {
        return id.value();
    }

    private void submit() {
        asDefence(
                new Submit(
                        id,
                        false,
                        new Contact(
                                personal("Pat Example"),
                                personal("pat@example.cjsm.net"),
                                personal("020 7946 0000")),
                        "01ZD%07d".formatted(number),
                        COURT,
                        Stage.PRE_TRIAL,
                        LocalDate.parse("2022-11-18"),
                        false,
                        List.of(
                                new NewDefendant(
                                        personal("Robin Sample"),
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of(new NewOffence(personal("Common assault"))))),
                        List.of(
                                new NewIssue(
                                        IssueCategory.ACCEPTABLE_PLEA,
                                        shared("Would a plea be acceptable?"),
                                        null)),
                        List.of()));
    }

    /** The command that is measured: one event with one sealed text. */
    void amend() {
        amend(List.of(), List.of(shared("There is more to say on this.")));
    }

    private void giveInformation() {
        RequestId answered = RequestId.numbered(requests);
        amend(List.of(new InformationGiven(answered, shared("As follows"))), List.of());
    }

    private void amend(List<InformationGiven> information, List<Note> notes) {
        asDefence(new Amend(id, null, List.of(), List.of(), List.of(), information, notes));
    }

    private void requestInformation() {
        asTriage(
                new RequestInformation(
                        id, Party.DEFENCE, shared("The dates"), shared("To decide"), null));
        requests++;
    }

    private LocalDate newDate() {
        return LocalDate.parse("2022-01-01").plusDays(steps % 300);
    }

    /** Offered, then rejected: two events. */
    private void plea() {
        asDefence(
                new OfferPlea(
                        id, new DefendantId("D1"), new OffenceId("O1"), Plea.GUILTY, null, null));
        pleas++;
        asked(
                new RejectPlea(id, PleaId.numbered(pleas), shared("Not in the interest"), null),
                by("prosecutor", Role.DISTRICT_CROWN_PROSECUTOR, null));
    }

    private Note shared(String text) {
        return new Note(Visibility.SHARED, personal(text));
    }

    private Personal<String> personal(String text) {
        return Personal.known("engagement/" + id, text);
    }

    private void asDefence(EngagementCommand command) {
        asked(command, by("defence", Role.DEFENCE_PRACTITIONER, new FirmId("example-and-co")));
    }

    private void asTriage(EngagementCommand command) {
        asked(command, by("triage", Role.TRIAGE_OFFICER, null));
    }

    private void asked(EngagementCommand command, Provenance provenance) {
        version =
                switch (commands.send(command, provenance)) {
                    case Answer.Accepted accepted -> accepted.version();
                    case Answer other ->
                            throw new AssertionError(
                                    command.getClass() + " after " + version + other);
                };
    }

    private static Provenance by(String login, Role role, FirmId firm) {
        return new Provenance(new Actor(login, role, firm), "benchmark", null);
    }
}
