package org.engagementledger.command.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.command.courtday.CourtDays;
import org.engagementledger.command.surgery.SessionPeople;
import org.engagementledger.command.surgery.Surgeries;
import org.engagementledger.command.waitinglist.WaitingLists;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.springframework.stereotype.Component;

/**
 * Commands that change a session: what follows for the engagements that have its slots or are
 * offered them, for the waiting list and for the court's day, is written in the same unit of work,
 * so that all of it is written or nothing.
 *
 * <p>Which engagements these are, the surgery alone knows, and it comes after them in the order in
 * which aggregates are loaded ({@link EngagementsAndSlots}). So they are looked up first, and if
 * others have its slots by the time it is loaded, the race is lost and the command decided anew.
 */
@Component
class SessionsAndBookings {

    private final Repository<EngagementAggregate> engagements;
    private final WaitingLists waitingLists;
    private final Surgeries surgeries;
    private final SessionPeople people;
    private final CourtDays days;

    SessionsAndBookings(
            Repository<EngagementAggregate> engagements,
            WaitingLists waitingLists,
            Surgeries surgeries,
            SessionPeople people,
            CourtDays days) {
        this.engagements = engagements;
        this.waitingLists = waitingLists;
        this.surgeries = surgeries;
        this.people = people;
        this.days = days;
    }

    /** What follows for one engagement. */
    private record Consequence(
            Aggregate<EngagementAggregate> engagement, List<EngagementEvent> events) {}

    @CommandHandler
    Answer handle(Schedule command, Asked asked) {
        Schedule named = underAFreeName(command);
        return carryOut(named, surgeries.loadOrCreate(named.surgery(), asked), List.of(), asked);
    }

    /** A session that was moved keeps its name, but its place is free. */
    private Schedule underAFreeName(Schedule command) {
        SurgeryId name = command.surgery();
        if (command.programme() == null) {
            int number = 1;
            while (surgeries.look(name) instanceof Surgery.Scheduled known
                    && !known.start().equals(command.start())) {
                number++;
                name = command.surgery().again(number);
            }
        }
        return new Schedule(
                name,
                command.court(),
                command.start(),
                command.end(),
                command.slot(),
                command.hosts(),
                command.joinLink(),
                command.programme());
    }

    /** Of what a coordinator says only what is new counts; the programme says all of it once. */
    @CommandHandler
    Answer handle(ChangeSession command, Asked asked) {
        Surgeries.Loaded session = surgeries.load(command.surgery(), asked);
        return carryOut(
                command.programme() == null ? people.whatIsNew(command) : command,
                session,
                List.of(),
                asked);
    }

    @CommandHandler
    Answer handle(Unblock command, Asked asked) {
        return carryOut(command, surgeries.load(command.surgery(), asked), List.of(), asked);
    }

    @CommandHandler
    Answer handle(Block command, Asked asked) {
        List<Instant> starts = command.starts();
        Held held = load(command, asked);
        List<Consequence> consequences = new ArrayList<>();
        held.bookings()
                .forEach(
                        (slot, engagement) -> {
                            boolean blocked =
                                    slot.start().isAfter(asked.now())
                                            && (starts == null || starts.contains(slot.start()));
                            if (blocked) {
                                consequences.add(
                                        new Consequence(
                                                engagement,
                                                engagement.invoke(
                                                        it ->
                                                                it.engagement()
                                                                        .slotBlocked(
                                                                                slot,
                                                                                asked
                                                                                        .circumstances()))));
                            }
                        });
        return carryOut(command, held.session(), consequences, asked);
    }

    @CommandHandler
    Answer handle(Move command, Asked asked) {
        Held held = load(command, asked);
        if (!(held.session().surgery() instanceof Surgery.Scheduled session)) {
            return carryOut(command, held.session(), List.of(), asked);
        }
        Duration by = Duration.between(session.start(), command.start());
        Set<EngagementId> left = new HashSet<>();
        List<Consequence> consequences = new ArrayList<>();
        held.bookings()
                .forEach(
                        (from, engagement) -> {
                            Slot to =
                                    new Slot(
                                            from.surgery(),
                                            from.start().plus(by),
                                            from.end().plus(by));
                            List<EngagementEvent> events =
                                    engagement.invoke(
                                            it ->
                                                    it.engagement()
                                                            .slotMoved(
                                                                    from,
                                                                    to,
                                                                    asked.circumstances()));
                            if (events.stream().noneMatch(SlotBooked.class::isInstance)) {
                                left.add(new EngagementId(engagement.identifierAsString()));
                            }
                            consequences.add(new Consequence(engagement, events));
                        });
        return carryOut(
                new Move(command.surgery(), command.start(), left),
                held.session(),
                consequences,
                asked);
    }

    /**
     * A session, and who has its slots or is offered them.
     *
     * @param bookings in the order of the engagements' ids
     */
    private record Held(
            Surgeries.Loaded session, Map<Slot, Aggregate<EngagementAggregate>> bookings) {}

    private Held load(SurgeryCommand command, Asked asked) {
        Surgery looked = surgeries.look(command.surgery());
        Map<Slot, Aggregate<EngagementAggregate>> bookings = new LinkedHashMap<>();
        if (looked instanceof Surgery.Scheduled known && !known.holdings().isEmpty()) {
            known.holdings().entrySet().stream()
                    .sorted(Comparator.comparing(it -> it.getValue().value()))
                    .forEach(
                            it ->
                                    bookings.put(
                                            it.getKey(), engagements.load(it.getValue().value())));
            waitingLists.hold(WaitingListId.of(known.court()));
        }
        Surgeries.Loaded session = surgeries.load(command.surgery(), asked);
        if (!session.surgery().equals(looked)) {
            throw new ConcurrencyException(
                    "The session %s was changed meanwhile".formatted(command.surgery()));
        }
        return new Held(session, bookings);
    }

    private Answer carryOut(
            SurgeryCommand command,
            Surgeries.Loaded session,
            List<Consequence> consequences,
            Asked asked) {
        Decision<SurgeryEvent> decision =
                asked.conditions()
                        .on(
                                session.version(),
                                session.surgery()
                                        .decide(
                                                command,
                                                asked.actor(),
                                                asked.now(),
                                                asked.terms()));
        return switch (decision) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<SurgeryEvent> events) -> {
                Together together = new Together();
                consequences.forEach(it -> changeWaiting(it, asked, together));
                together.plan(decision, session.write());
                for (Consequence it : consequences) {
                    together.plan(
                            new Decision.Accepted<>(it.events()),
                            event -> it.engagement().execute(e -> e.write(event, asked.now())));
                }
                List<Notice> notices = changeDays(command, session, events, asked, together);
                if (!together.refusals().isEmpty()) {
                    yield new Answer.Refused(together.refusals());
                }
                Answer.Accepted answer =
                        Answer.Accepted.with(session.version() + events.size(), events)
                                .and(notices);
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(answer, together.events());
                }
                together.write();
                yield answer;
            }
        };
    }

    /**
     * Also a session that the programme has made already is placed on its day, if it isn't yet:
     * such as one from before days were kept.
     */
    private List<Notice> changeDays(
            SurgeryCommand command,
            Surgeries.Loaded session,
            List<SurgeryEvent> events,
            Asked asked,
            Together together) {
        Surgery after = session.surgery();
        for (SurgeryEvent event : events) {
            after = after.evolve(event);
        }
        Surgery before = command instanceof Schedule ? Surgery.unscheduled() : session.surgery();
        return days.change(before, after, asked, together);
    }

    private void changeWaiting(Consequence consequence, Asked asked, Together together) {
        Engagement before = consequence.engagement().invoke(EngagementAggregate::engagement);
        Engagement after = before;
        for (EngagementEvent event : consequence.events()) {
            after = after.evolve(event);
        }
        waitingLists.change(
                before.waiting(), after.waiting(), consequence.events(), asked, together);
    }
}
