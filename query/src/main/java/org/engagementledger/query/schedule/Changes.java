package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events changes in the schedule. It is to be written in the order in which it is
 * declared here: then it comes to the same however the feed is cut into batches.
 */
final class Changes {

    /** A slot that is kept for whom it is offered to. */
    record Kept(String surgery, Instant start) {}

    /** An engagement's booking, by the event that made it. */
    record BookingId(String engagement, long sequence) {}

    /**
     * @param at in milliseconds
     */
    record Booked(BookingId id, Slot slot, long at) {}

    /**
     * @param by the engagement's event that says so
     * @param issues the ids of the issues that waited for a meeting until then
     */
    record Ended(
            BookingId id, BookingStatus status, @Nullable String reason, long by, String issues) {}

    /** An event that was recorded in error: whatever it ended hasn't ended by it. */
    record Wrong(String engagement, long sequence) {}

    private final Map<String, Agenda> known;
    private final Map<String, Sitting> knownSittings;
    private final Map<String, Sitting> sittings = new LinkedHashMap<>();
    private final Set<Kept> noLongerKept = new LinkedHashSet<>();
    private final Map<Kept, SlotReserved> reserved = new LinkedHashMap<>();
    private final Map<String, Agenda> agendas = new LinkedHashMap<>();
    private final List<Booked> booked = new ArrayList<>();
    private final Map<BookingId, Ended> ended = new LinkedHashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Set<String> transferred = new LinkedHashSet<>();

    /**
     * @param known the agendas of the engagements concerned, as far as there are any
     * @param knownSittings the sessions concerned, likewise
     */
    Changes(Map<String, Agenda> known, Map<String, Sitting> knownSittings) {
        this.known = new HashMap<>(known);
        this.knownSittings = new HashMap<>(knownSittings);
    }

    /** The sessions that are other than before, or of another version. */
    List<Sitting> sittings() {
        return List.copyOf(sittings.values());
    }

    /** What was kept before, or for a while. */
    List<Kept> noLongerKept() {
        return List.copyOf(noLongerKept);
    }

    /** What is kept now, and wasn't before, or for another. */
    List<SlotReserved> reserved() {
        return List.copyOf(reserved.values());
    }

    /** The agendas that are other than before. */
    List<Agenda> agendas() {
        return List.copyOf(agendas.values());
    }

    List<Booked> booked() {
        return booked;
    }

    /** How bookings ended; of each the last that was said. */
    List<Ended> ended() {
        return List.copyOf(ended.values());
    }

    List<Wrong> wrong() {
        return wrong;
    }

    /** The agendas of those who are represented by another firm than before. */
    List<Agenda> transferred() {
        return transferred.stream().map(agendas::get).toList();
    }

    Agenda agenda(String engagement) {
        Agenda agenda = agendas.get(engagement);
        if (agenda == null) {
            throw new IllegalArgumentException("Nothing has changed in " + engagement);
        }
        return agenda;
    }

    /** Adds the next event. One that is in the schedule already changes nothing. */
    void add(FeedEntry entry) {
        switch (entry.event().payload()) {
            case SurgeryEvent event -> add(event, entry);
            case EngagementEvent event -> add(event, entry);
            default ->
                    throw new IllegalArgumentException(
                            "The schedule isn't made of " + entry.event().name());
        }
    }

    private void add(SurgeryEvent event, FeedEntry entry) {
        String surgery = entry.aggregateId();
        long sequence = entry.event().sequence();
        Sitting before = knownSittings.get(surgery);
        if (before != null && before.version() >= sequence) {
            return;
        }
        Sitting after =
                Sitting.after(before, event, sequence)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "The surgery %s begins with its event %d"
                                                        .formatted(surgery, sequence)));
        knownSittings.put(surgery, after);
        sittings.put(surgery, after);
        if (before != null) {
            before.kept().stream()
                    .filter(start -> !after.kept().contains(start))
                    .map(start -> new Kept(surgery, start))
                    .forEach(
                            kept -> {
                                reserved.remove(kept);
                                noLongerKept.add(kept);
                            });
        }
        if (event instanceof SlotReserved kept) {
            reserved.put(new Kept(surgery, kept.start()), kept);
        }
    }

    private void add(EngagementEvent event, FeedEntry entry) {
        String engagement = entry.aggregateId();
        long sequence = entry.event().sequence();
        Agenda before = known.get(engagement);
        if (before != null && before.file().version() >= sequence) {
            return;
        }
        Agenda after =
                Agenda.after(before, event)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "The engagement %s begins with its event %d"
                                                        .formatted(engagement, sequence)));
        known.put(engagement, after);
        agendas.put(engagement, after);
        if (before != null && !before.file().firm().equals(after.file().firm())) {
            transferred.add(engagement);
        }
        switch (event) {
            case SlotBooked e ->
                    booked.add(
                            new Booked(
                                    new BookingId(engagement, sequence),
                                    e.slot(),
                                    entry.event().recordedAt().toEpochMilli()));
            case SlotReleased e -> end(before, sequence, BookingStatus.RELEASED, e.why().name());
            case MeetingHeld e -> end(before, sequence, BookingStatus.HELD, null);
            case MeetingMissed e -> end(before, sequence, BookingStatus.MISSED, null);
            case RecordedInError e -> wrong.add(new Wrong(engagement, e.sequence()));
            default -> {
                // Whatever else it changes is on the agenda.
            }
        }
    }

    private void end(
            @Nullable Agenda before, long sequence, BookingStatus status, @Nullable String reason) {
        if (before == null || before.booking().isEmpty()) {
            throw new IllegalStateException("Event %d ends no booking".formatted(sequence));
        }
        BookingId id = new BookingId(before.file().id().value(), before.booking().getAsLong());
        ended.put(id, new Ended(id, status, reason, sequence, before.waiting()));
    }
}
