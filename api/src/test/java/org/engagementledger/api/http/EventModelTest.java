package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.demo.pilot.WhatFollows;
import org.engagementledger.domain.calendar.Calendar;
import org.engagementledger.domain.calendar.CalendarEvent;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Disclosable;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.domain.engagement.Permissions;
import org.engagementledger.domain.engagement.command.AcceptOffer;
import org.engagementledger.domain.engagement.command.DeclineOffer;
import org.engagementledger.domain.engagement.command.EndWaiting;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.engagement.command.JoinWaitingList;
import org.engagementledger.domain.engagement.command.LeaveWaitingList;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.engagement.command.WaitingCommand;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.StrategyAction;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.query.projection.Projection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code docs/event-model.md} says what the code does: commands, who may give them, what follows,
 * who sees it, what is made of it. {@code -Dapprove} writes it anew.
 */
class EventModelTest extends OverHttp {

    private static final Path DOCUMENT = root().resolve("docs").resolve("event-model.md");
    private static final LogicalNames NAMES = LogicalNames.ofTheLedger();

    @Autowired private List<Projection> projections;

    private final WhatFollows follows = WhatFollows.played();
    private final StringBuilder text = new StringBuilder();

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        write();
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/event-model.md is out of date: run this test with -Dapprove")
                .isEqualTo(text.toString());
    }

    @Test
    void everyCommandIsGivenInThePilot() {
        for (Class<?> command : playedCommands()) {
            assertThat(follows.from(command)).as(command.getSimpleName()).isNotEmpty();
        }
    }

    private void write() {
        text.append(
                """
                # The event model
                <!-- Written by EventModelTest from the code: don't edit. -->

                A command is decided by the domain on what has happened so far, and comes to events or to reasons why not.
                Events are what everything else is made of: projections follow them, the feed tells them, the history shows them.

                Both sides of a case see what an event says, but for the components named under "says who may see it": each of
                those carries its own visibility (`SHARED`, `PROSECUTION_ONLY`, `DEFENCE_ONLY`), and is absent for whoever may not.
                The defence sees the engagements of its own firm only. What is personal is sealed wherever it is kept.

                ## Engagement

                | command | who may | what followed in five plays of the pilot |
                |---|---|---|
                """);
        for (Class<?> command : playedCommands()) {
            row(
                    command.getSimpleName(),
                    roles(Permissions.roles(follows.sample(command))),
                    names(follows.from(command)));
        }
        text.append(
                """

                A correction takes back whatever followed from the event that it strikes: it may also release a slot (SlotReleased,
                SlotFreed), and take or release a claim.
                """);
        waiting();
        events(EngagementEvent.class);
        text.append(
                """

                ## Surgery

                | command | who may | what may follow |
                |---|---|---|
                """);
        row("Schedule", roles(schedulers()), names(follows.from(SurgeryCommand.Schedule.class)));
        row("ChangeSession", roles(schedulers()), "SessionChanged");
        row(
                "Move",
                roles(schedulers()),
                "SessionMoved, and for whoever has a slot SlotReleased and SlotBooked; SlotFreed if"
                        + " that is too late before the hearing");
        row(
                "Block",
                roles(schedulers()),
                "SlotsBlocked, and for whoever has a slot SlotFreed and SlotReleased");
        row("Unblock", roles(schedulers()), "SlotsUnblocked");
        row("Allocate, Free", "follow from commands to engagements", "SlotAllocated, SlotFreed");
        row(
                "Reserve, EndReservation",
                "follow from commands to engagements",
                "SlotReserved, ReservationEnded");
        events(SurgeryEvent.class);
        text.append(
                """

                ## Programme

                A court's weekly sessions: each session of the coming weeks is scheduled by the system (SurgeryScheduled), and follows
                its programme in who attends and where to join (SessionChanged), unless it was changed on its own.

                | command | who may | what may follow |
                |---|---|---|
                """);
        row("SetProgramme", roles(schedulers()), "ProgrammeSet");
        row("EndProgramme", roles(schedulers()), "ProgrammeEnded");
        events(ProgrammeEvent.class);
        text.append(
                """

                ## Court's day

                Which sessions a court holds at one time, and who leads them. Whatever schedules, moves, blocks or unblocks a session, or
                changes who leads it, places it on its court's day or takes it off.
                """);
        events(CourtDayEvent.class);
        text.append(
                """

                ## Strategy

                The actions of the Defendants Strategy Action Plan. A plan is adopted whole or not at all (AdoptPlan): Adopted, and
                EvidenceRuleDeclared by its rules. Their texts are official, stand in clear and are nobody's name.

                | command | who may | what may follow |
                |---|---|---|
                """);
        row("AdoptPlan", roles(StrategyAction.adopters()), "Adopted, EvidenceRuleDeclared");
        strategy();
        events(StrategyEvent.class);
        text.append(
                """

                ## Claim

                A firm has one open engagement on a case at a stage. The claim is taken and released by commands to engagements.
                """);
        events(ClaimEvent.class);
        text.append(
                """

                ## Waiting list

                Who waits for a slot at a court, kept in step by commands to engagements. OfferSlot to an engagement also comes to
                SlotReserved and OfferDecided, which holds everybody who waited and every fact that it was decided on. Only the
                ledger's own policies give WarnOfLastSurgery: LastSurgeryNear may follow.
                """);
        events(WaitingListEvent.class);
        text.append(
                """

                ## Correspondence

                What the ledger writes to people about an engagement or a session. Only its own policies ask for it, but a coordinator
                may have a letter sent again.

                | command | what may follow |
                |---|---|
                """);
        row("Invite, CallOff", "InvitationPrepared");
        row("Remind", "ReminderPrepared");
        row("Notify", "NoticePrepared");
        row("TellOfOffer", "OfferLetterPrepared");
        row("TellOfSession", "SessionLetterPrepared");
        row("RecordSent", "MailSent");
        row("RecordFailure", "MailFailed, MailGivenUp");
        row("SendAgain", "MailTakenUp");
        events(CorrespondenceEvent.class);
        text.append(
                """

                ## Calendar

                | command | who may | what may follow |
                |---|---|---|
                """);
        row("Open", roles(Calendar.roles()), "CalendarOpened");
        row("Revoke", roles(Calendar.roles()), "CalendarRevoked");
        events(CalendarEvent.class);
        text.append(
                """

                ## Projections

                | name | tables | made of |
                |---|---|---|
                """);
        projections.stream()
                .sorted(Comparator.comparing(Projection::name))
                .forEach(
                        projection ->
                                row(
                                        projection.name(),
                                        projection.tables().stream()
                                                .map(table -> "`" + table + "`")
                                                .collect(Collectors.joining(", ")),
                                        all(projection.madeOf())));
    }

    /** Nobody waited for a slot in the pilot. */
    private static List<Class<?>> playedCommands() {
        return Stream.of(EngagementCommand.class.getPermittedSubclasses())
                .filter(command -> !command.equals(WaitingCommand.class))
                .toList();
    }

    private void waiting() {
        text.append(
                """

                Waiting for a slot; other commands may end it too (WaitingListLeft, SlotOfferWithdrawn).

                | command | who may | what may follow |
                |---|---|---|
                """);
        EngagementId id = new EngagementId("an-engagement");
        Instant start = Instant.parse("2020-11-05T15:00:00Z");
        SurgeryId surgery = SurgeryId.of("B01CN00", start);
        waiting(new JoinWaitingList(id, null, null), "WaitingListJoined");
        waiting(new LeaveWaitingList(id), "SlotOfferWithdrawn, WaitingListLeft");
        waiting(new OfferSlot(id, surgery, start), "SlotOffered");
        waiting(new AcceptOffer(id), "SlotBooked");
        waiting(new DeclineOffer(id, null), "SlotOfferDeclined");
        waiting(new ExpireOffer(id, surgery, start), "SlotOfferExpired");
        waiting(new EndWaiting(id), "SlotOfferWithdrawn, WaitingListLeft");
    }

    private void waiting(WaitingCommand command, String follows) {
        row(command.getClass().getSimpleName(), roles(Permissions.roles(command)), follows);
    }

    private void strategy() {
        StrategyActionId id = StrategyActionId.of("a-plan", new ActionNumber("1.1"));
        strategy(new StrategyCommand.Start(id), "Started");
        strategy(
                new StrategyCommand.ReportProgress(id, null, null, null, null), "ProgressReported");
        strategy(new StrategyCommand.LinkEvidence(id, null, null, null), "EvidenceLinked");
        strategy(new StrategyCommand.Rebaseline(id, null, null, null), "Rebaselined");
        strategy(new StrategyCommand.Complete(id, null, null), "Completed");
        strategy(new StrategyCommand.Reopen(id, null), "Reopened");
        strategy(new StrategyCommand.DeclareEvidenceRule(id, null, null), "EvidenceRuleDeclared");
        strategy(new StrategyCommand.EndEvidenceRule(id, "R1", null), "EvidenceRuleEnded");
    }

    private void strategy(StrategyCommand command, String follows) {
        row(command.getClass().getSimpleName(), roles(StrategyAction.roles(command)), follows);
    }

    private void events(Class<?> parent) {
        text.append(
                """

                | event | stored as | personal | says who may see it | projections |
                |---|---|---|---|---|
                """);
        for (Class<?> event : parent.getPermittedSubclasses()) {
            row(
                    event.getSimpleName(),
                    NAMES.of(event)
                            .map(name -> "`%s` %d".formatted(name.name(), name.revision()))
                            .orElseThrow(),
                    String.join(", ", parts(event, Personal.class)),
                    String.join(", ", parts(event, Disclosable.class)),
                    projections.stream()
                            .filter(
                                    it ->
                                            it.madeOf().stream()
                                                    .anyMatch(of -> of.isAssignableFrom(event)))
                            .map(Projection::name)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells).replace("  ", " ")).append(" |\n");
    }

    private static String names(Collection<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    /** All events of a kind if it is the kind that is named. */
    private static String all(Set<Class<?>> types) {
        return types.stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .map(
                        type ->
                                type.isSealed()
                                        ? "every "
                                                + type.getSimpleName()
                                                        .replace("Event", "")
                                                        .toLowerCase(Locale.ROOT)
                                                + " event"
                                        : type.getSimpleName())
                .collect(Collectors.joining(", "));
    }

    private static String roles(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Asked, since the surgery itself says so. */
    private static Set<Role> schedulers() {
        Instant start = Instant.parse("2020-11-05T15:00:00Z");
        Court court = new Court("B01CN00", "A court");
        SurgeryCommand.Schedule command =
                new SurgeryCommand.Schedule(
                        SurgeryId.of(court.ouCode(), start),
                        court.ouCode(),
                        start,
                        start.plus(Duration.ofHours(3)),
                        Duration.ofMinutes(20),
                        List.of(),
                        null,
                        null);
        Terms terms = new Terms(List.of(court), Duration.ZERO, 10);
        return Arrays.stream(Role.values())
                .filter(
                        role ->
                                !(Surgery.unscheduled()
                                                        .decide(
                                                                command,
                                                                new Actor(
                                                                        "somebody",
                                                                        role,
                                                                        new FirmId("a-firm")),
                                                                start.minusSeconds(1),
                                                                terms)
                                                instanceof Decision.Refused<?>(var why)
                                        && why.stream()
                                                .anyMatch(it -> it.rule() == Rule.NOT_PERMITTED)))
                .collect(Collectors.toSet());
    }

    /** The components of such a type, at any depth, by where they stand. */
    private static List<String> parts(Class<?> event, Class<?> kind) {
        Set<String> found = new TreeSet<>();
        collect(event, "", kind, found);
        return new ArrayList<>(found);
    }

    private static void collect(Class<?> type, String at, Class<?> kind, Set<String> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> part = element(component);
            String name = at + component.getName();
            if (kind.isAssignableFrom(part)) {
                found.add(name);
            } else if (part.isRecord() && part.getName().startsWith("org.engagementledger")) {
                collect(part, name + ".", kind, found);
            }
        }
    }

    private static Class<?> element(RecordComponent component) {
        Type type = component.getGenericType();
        return Collection.class.isAssignableFrom(component.getType())
                        && type instanceof ParameterizedType list
                ? (Class<?>)
                        Stream.of(list.getActualTypeArguments())
                                .map(it -> it instanceof ParameterizedType p ? p.getRawType() : it)
                                .findFirst()
                                .orElseThrow()
                : component.getType();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
