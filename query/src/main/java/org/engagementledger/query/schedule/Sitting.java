package org.engagementledger.query.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.jspecify.annotations.Nullable;

/**
 * A session as its events have made it, but for who has its slots.
 *
 * @param version the sequence number of its last event
 * @param first when it was to begin before anybody moved it
 * @param joinLink null if none is known
 * @param blocked in order of time
 * @param kept when the slots begin that are kept for whom they are offered to; null in what an
 *     earlier revision wrote
 */
record Sitting(
        String surgery,
        long version,
        String court,
        Instant start,
        Instant end,
        int slotMinutes,
        Instant first,
        List<Host> hosts,
        @Nullable String joinLink,
        List<Blocked> blocked,
        @Nullable List<Instant> kept) {

    /**
     * A slot that nobody can have.
     *
     * @param start when it begins
     */
    record Blocked(Instant start, Personal<String> reason) {}

    Sitting {
        hosts = List.copyOf(hosts);
        blocked = List.copyOf(blocked);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    /** The session after the next event; empty if it doesn't begin with one. */
    static Optional<Sitting> after(@Nullable Sitting before, SurgeryEvent event, long version) {
        if (event instanceof SurgeryScheduled e) {
            return Optional.of(
                    new Sitting(
                            e.surgery().value(),
                            version,
                            e.court(),
                            e.start(),
                            e.end(),
                            e.slotMinutes(),
                            e.start(),
                            e.hosts(),
                            e.joinLink(),
                            List.of(),
                            List.of()));
        }
        return Optional.ofNullable(before).map(known -> known.after(event, version));
    }

    private Sitting after(SurgeryEvent event, long next) {
        return switch (event) {
            case SurgeryScheduled e -> this;
            case SessionChanged e ->
                    new Sitting(
                            surgery,
                            next,
                            court,
                            start,
                            end,
                            slotMinutes,
                            first,
                            e.hosts() == null ? hosts : e.hosts(),
                            e.joinLink() == null ? joinLink : known(e.joinLink()),
                            blocked,
                            kept);
            case SessionMoved e -> {
                Duration by = Duration.between(start, e.start());
                yield new Sitting(
                        surgery,
                        next,
                        court,
                        e.start(),
                        e.end(),
                        slotMinutes,
                        first,
                        hosts,
                        joinLink,
                        blocked.stream()
                                .map(it -> new Blocked(it.start().plus(by), it.reason()))
                                .toList(),
                        List.of());
            }
            case SlotsBlocked e ->
                    with(
                            next,
                            Stream.concat(
                                    blocked.stream(),
                                    e.starts().stream().map(it -> new Blocked(it, e.reason()))),
                            kept());
            case SlotsUnblocked e ->
                    with(
                            next,
                            blocked.stream().filter(it -> !e.starts().contains(it.start())),
                            kept());
            case SlotAllocated e -> with(next, blocked.stream(), keptBut(e.start()));
            case SlotFreed e -> with(next, blocked.stream(), kept());
            case SlotReserved e -> {
                List<Instant> more = new ArrayList<>(keptBut(e.start()));
                more.add(e.start());
                yield with(next, blocked.stream(), more);
            }
            case ReservationEnded e -> with(next, blocked.stream(), keptBut(e.start()));
        };
    }

    private static @Nullable String known(String link) {
        return link.isEmpty() ? null : link;
    }

    /** When the slots begin that are kept for whom they are offered to. */
    @Override
    public List<Instant> kept() {
        return kept == null ? List.of() : kept;
    }

    private List<Instant> keptBut(Instant start) {
        return kept().stream().filter(it -> !it.equals(start)).toList();
    }

    private Sitting with(long next, Stream<Blocked> newlyBlocked, List<Instant> newlyKept) {
        return new Sitting(
                surgery,
                next,
                court,
                start,
                end,
                slotMinutes,
                first,
                hosts,
                joinLink,
                newlyBlocked.sorted(Comparator.comparing(Blocked::start)).toList(),
                newlyKept.stream().sorted().toList());
    }

    /** The login of whoever leads it; the first that is known if there are several. */
    @Nullable String lead() {
        return leads().stream().findFirst().orElse(null);
    }

    /** The logins of all who lead it, as far as they are known. */
    List<String> leads() {
        return hosts.stream()
                .filter(host -> host.role() == HostRole.LEAD)
                .map(Host::login)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
