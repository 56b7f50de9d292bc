package org.engagementledger.command.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.claim.Claim;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.courtday.CourtDay;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.domain.courtday.CourtDayId;
import org.engagementledger.domain.courtday.Place;
import org.engagementledger.domain.engagement.Circumstances;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.Free;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Answers commands as {@link org.engagementledger.command.Commands} does and writes the same
 * events, with the time given beside each command. It decides by the same functions of the domain,
 * on states that it keeps in memory, and writes many commands' events at once.
 *
 * <p>For one thread, on a ledger that was empty and that nobody else writes to: whatever else was
 * written, it doesn't know. In memory it keeps every engagement until {@link #forget} and every
 * surgery, court's day and claim for good, which are small.
 */
public final class BulkCommands {

    /** No more subjects in them than the keyring keeps opened keys. */
    private static final int WRITTEN_AT_ONCE = 2_000;

    private final Terms terms;
    private final BulkLog log;
    private final Map<EngagementId, Engagement> engagements = new HashMap<>();
    private final Map<SurgeryId, Versioned<Surgery>> surgeries = new HashMap<>();
    private final Map<ClaimId, Versioned<Claim>> claims = new HashMap<>();
    private final Map<CourtDayId, Versioned<CourtDay>> days = new HashMap<>();
    private final List<NewEvent> unwritten = new ArrayList<>();

    public BulkCommands(Terms terms, BulkLog log) {
        this.terms = terms;
        this.log = log;
    }

    /**
     * @param version the sequence number of its last event; -1 before the first
     */
    private record Versioned<T>(T state, long version) {
        Versioned<T> next(T evolved) {
            return new Versioned<>(evolved, version + 1);
        }
    }

    /** A command, with what every one of its events says of it. */
    private record Asked(Provenance provenance, Instant now, String id) {
        Map<String, String> metadata(Instant occurredAt, @Nullable String reason) {
            Map<String, String> metadata = new HashMap<>(provenance.metadata());
            metadata.put(Provenance.CAUSATION, id);
            metadata.put(Provenance.CORRELATION, id);
            metadata.putAll(Provenance.of(occurredAt, now, reason));
            return metadata;
        }
    }

    /**
     * Asks something of an engagement; what follows is written sooner or later.
     *
     * @param now when it is asked, in milliseconds; never before what was asked earlier
     */
    public Answer send(EngagementCommand command, Provenance provenance, Instant now) {
        Engagement before = engagements.get(command.engagement());
        if (before == null) {
            if (!(command instanceof Submit)) {
                return new Answer.Refused(Refusal.of(Rule.ENGAGEMENT_UNKNOWN, ""));
            }
            before = Engagement.unsubmitted();
        }
        Asked asked = asked(provenance, now);
        return switch (before.decide(command, circumstances(command, asked))) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<EngagementEvent> events) ->
                    carryOut(command, before, events, asked);
        };
    }

    /** The same of a surgery. */
    public Answer send(SurgeryCommand command, Provenance provenance, Instant now) {
        if (!(command instanceof Schedule)) {
            throw new IllegalArgumentException("Nothing but scheduling is asked of a surgery here");
        }
        Asked asked = asked(provenance, now);
        Versioned<Surgery> before = surgery(command.surgery());
        return switch (before.state().decide(command, provenance.actor(), now, terms)) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<SurgeryEvent> events) -> {
                Together together = new Together();
                together.plan(new Decision.Accepted<>(events), event -> write(event, asked));
                Surgery after = before.state();
                for (SurgeryEvent event : events) {
                    after = after.evolve(event);
                }
                Place.of(after)
                        .ifPresent(
                                place ->
                                        together.plan(
                                                day(place.day()).state().place(place),
                                                event -> write(event, asked)));
                if (!together.refusals().isEmpty()) {
                    yield new Answer.Refused(together.refusals());
                }
                together.write();
                writeIfMany();
                yield Answer.Accepted.with(surgery(command.surgery()).version(), events);
            }
        };
    }

    private Asked asked(Provenance provenance, Instant now) {
        return new Asked(provenance, now, UUID.randomUUID().toString());
    }

    /** Nothing more will be asked of this engagement. */
    public void forget(EngagementId engagement) {
        engagements.remove(engagement);
    }

    /** Writes what hasn't been written yet. */
    public void flush() {
        if (!unwritten.isEmpty()) {
            log.append(List.copyOf(unwritten));
            unwritten.clear();
        }
    }

    private Circumstances circumstances(EngagementCommand command, Asked asked) {
        Circumstances at = new Circumstances(asked.provenance().actor(), asked.now(), terms);
        return switch (command) {
            case BookSlot c -> at.with(surgery(c.surgery()).state());
            case RecordInError c -> at.with(named(c));
            default -> at;
        };
    }

    private @Nullable EngagementEvent named(RecordInError command) {
        return unwritten.stream()
                .filter(
                        event ->
                                event.sequence() == command.sequence()
                                        && event.aggregateId().equals(command.engagement().value()))
                .map(event -> (EngagementEvent) event.payload())
                .findFirst()
                .or(() -> log.read(command.engagement(), command.sequence()))
                .orElse(null);
    }

    private Answer carryOut(
            EngagementCommand command,
            Engagement before,
            List<EngagementEvent> events,
            Asked asked) {
        Engagement after = before;
        for (EngagementEvent event : events) {
            after = after.evolve(event);
        }
        Together together = new Together();
        if (mayTouchOthers(command)) {
            changeClaim(before.claim(), after.claim(), command.engagement(), together, asked);
            changeSlot(before.booking(), after.booking(), command.engagement(), together, asked);
        }
        if (!together.refusals().isEmpty()) {
            return new Answer.Refused(together.refusals());
        }
        together.write();
        return write(command.engagement(), after, events, asked);
    }

    /** Whether surgeries and claims may be written along with it. */
    private static boolean mayTouchOthers(EngagementCommand command) {
        return switch (command) {
            case Submit c -> true;
            case Triage c -> true;
            case Resolve c -> true;
            case BookSlot c -> true;
            case CancelBooking c -> true;
            case WaitingCommand c ->
                    throw new IllegalArgumentException("Nobody waits for a slot in bulk");
            case TransferRepresentation c -> true;
            case Withdraw c -> true;
            case RecordOutcome c -> true;
            case RecordInError c -> true;
            case Amend c -> false;
            case RequestInformation c -> false;
            case EscalateTriage c -> false;
            case HoldMeeting c -> false;
            case MissMeeting c -> false;
            case OfferPlea c -> false;
            case WithdrawPleaOffer c -> false;
            case IndicatePlea c -> false;
            case RejectPlea c -> false;
            case AgreePlea c -> false;
            case RelistHearing c -> false;
        };
    }

    private void changeClaim(
            Optional<ClaimId> before,
            Optional<ClaimId> after,
            EngagementId engagement,
            Together together,
            Asked asked) {
        if (before.equals(after)) {
            return;
        }
        Stream.concat(before.stream(), after.stream())
                .sorted(Comparator.comparing(ClaimId::value))
                .forEach(
                        id -> {
                            Claim claim = claim(id).state();
                            together.plan(
                                    after.filter(id::equals).isPresent()
                                            ? claim.take(id, engagement)
                                            : claim.release(id, engagement),
                                    event -> write(event, asked));
                        });
    }

    private void changeSlot(
            Optional<Slot> before,
            Optional<Slot> after,
            EngagementId engagement,
            Together together,
            Asked asked) {
        if (before.equals(after)) {
            return;
        }
        Stream<SurgeryCommand> free =
                before.stream().map(slot -> new Free(slot.surgery(), slot.start(), engagement));
        Stream<SurgeryCommand> allocate =
                after.stream().map(slot -> new Allocate(slot.surgery(), slot.start(), engagement));
        Stream.concat(free, allocate)
                .sorted(Comparator.comparing(command -> command.surgery().value()))
                .forEach(
                        command ->
                                together.plan(
                                        surgery(command.surgery())
                                                .state()
                                                .decide(
                                                        command,
                                                        asked.provenance().actor(),
                                                        asked.now(),
                                                        terms),
                                        event -> write(event, asked)));
    }

    private Versioned<Surgery> surgery(SurgeryId id) {
        return surgeries.getOrDefault(id, new Versioned<>(Surgery.unscheduled(), -1));
    }

    private Versioned<CourtDay> day(CourtDayId id) {
        return days.getOrDefault(id, new Versioned<>(CourtDay.empty(), -1));
    }

    private Versioned<Claim> claim(ClaimId id) {
        return claims.getOrDefault(id, new Versioned<>(Claim.free(), -1));
    }

    private void write(SurgeryEvent event, Asked asked) {
        Versioned<Surgery> before = surgery(event.surgery());
        Versioned<Surgery> after = before.next(before.state().evolve(event));
        surgeries.put(event.surgery(), after);
        write("surgery", event.surgery().value(), after.version(), event, asked);
    }

    private void write(ClaimEvent event, Asked asked) {
        Versioned<Claim> before = claim(event.claim());
        Versioned<Claim> after = before.next(before.state().evolve(event));
        claims.put(event.claim(), after);
        write("claim", event.claim().value(), after.version(), event, asked);
    }

    private void write(CourtDayEvent event, Asked asked) {
        Versioned<CourtDay> before = day(event.day());
        Versioned<CourtDay> after = before.next(before.state().evolve(event));
        days.put(event.day(), after);
        write("courtday", event.day().value(), after.version(), event, asked);
    }

    private void write(String type, String id, long sequence, Object event, Asked asked) {
        unwritten.add(
                new NewEvent(
                        type, id, sequence, event, asked.now(), asked.metadata(asked.now(), null)));
    }

    private Answer.Accepted write(
            EngagementId id, Engagement after, List<EngagementEvent> events, Asked asked) {
        if (!(after instanceof Engagement.Made made)) {
            throw new IllegalStateException("An accepted command left nothing of " + id);
        }
        engagements.put(id, after);
        long version = made.file().version();
        long sequence = version - events.size();
        for (EngagementEvent event : events) {
            sequence++;
            Instant occurredAt = event.occurredAt();
            unwritten.add(
                    new NewEvent(
                            "engagement",
                            id.value(),
                            sequence,
                            event,
                            asked.now(),
                            asked.metadata(
                                    occurredAt == null ? asked.now() : occurredAt,
                                    event.reason())));
        }
        writeIfMany();
        return Answer.Accepted.with(version, events);
    }

    /** Only between commands, so that none is ever half written. */
    private void writeIfMany() {
        if (unwritten.size() >= WRITTEN_AT_ONCE) {
            flush();
        }
    }
}
