package org.engagementledger.domain.engagement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;

/**
 * The pleas offered and indicated; never edited, only told further. Offers that can still be
 * answered or withdrawn are all kept, of the others the latest.
 *
 * @param forgotten the sequence number of the latest event that tells of a plea no longer kept; -1
 *     if there is none
 */
public record PleaRegister(List<Entry> entries, long forgotten) {

    static final PleaRegister NONE = new PleaRegister(List.of(), -1);

    /** How many pleas are kept that nothing more can be done about. */
    static final int KEPT = 20;

    /** A plea, to which offence of whom, and how its standing came about. */
    public record Entry(
            PleaId id, DefendantId defendant, OffenceId offence, Trail<Standing> trail) {

        private Entry with(Trail<Standing> changed) {
            return new Entry(id, defendant, offence, changed);
        }

        /** Whether it is an offer that can still be answered or withdrawn. */
        private boolean isLive() {
            return trail.current()
                    .map(Standing::status)
                    .filter(s -> s == PleaStatus.OFFERED || s == PleaStatus.AGREED)
                    .isPresent();
        }

        private long latest() {
            return trail.steps().getLast().sequence();
        }
    }

    /**
     * @param status where the plea stands
     * @param since since when, in the world
     */
    public record Standing(PleaStatus status, Instant since) {}

    public PleaRegister {
        entries = List.copyOf(entries);
    }

    PleaRegister open(Entry entry) {
        return kept(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    private PleaRegister kept(List<Entry> all) {
        List<Entry> done =
                all.stream()
                        .filter(entry -> !entry.isLive())
                        .sorted(Comparator.comparingLong(Entry::latest))
                        .toList();
        List<Entry> dropped = done.subList(0, Math.max(0, done.size() - KEPT));
        return new PleaRegister(
                all.stream().filter(entry -> !dropped.contains(entry)).toList(),
                dropped.stream().mapToLong(Entry::latest).reduce(forgotten, Math::max));
    }

    PleaRegister become(long sequence, PleaId id, PleaStatus status, Instant since) {
        Standing standing = new Standing(status, since);
        return kept(
                entries.stream()
                        .map(
                                entry ->
                                        entry.id().equals(id)
                                                ? entry.with(entry.trail().then(sequence, standing))
                                                : entry)
                        .toList());
    }

    /** Whether it is known what the register would be if the event had never been. */
    boolean canStrike(long sequence) {
        return entries.stream()
                .map(Entry::trail)
                .filter(trail -> trail.tellsOf(sequence))
                .findFirst()
                .map(trail -> trail.canStrike(sequence))
                .orElse(sequence > forgotten);
    }

    /**
     * The register as if the event had never been; what it offered or indicated is gone.
     *
     * @param charges those that stand without the event: a plea to none of them is gone too
     */
    PleaRegister without(long sequence, Charges charges) {
        return new PleaRegister(
                entries.stream()
                        .filter(entry -> !entry.trail().beganWith(sequence))
                        .filter(entry -> charges.knows(entry.defendant(), entry.offence()))
                        .map(entry -> entry.with(entry.trail().without(sequence)))
                        .toList(),
                forgotten);
    }

    /** Where the plea stands; empty if there is none, or it was recorded in error. */
    public Optional<Standing> standing(PleaId id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .flatMap(entry -> entry.trail().current());
    }
}
