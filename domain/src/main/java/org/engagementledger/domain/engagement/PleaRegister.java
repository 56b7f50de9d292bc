package org.engagementledger.domain.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;

/** The pleas offered and indicated; never edited, only told further. */
public record PleaRegister(List<Entry> entries) {

    /** A plea, to which offence of whom, and how its standing came about. */
    public record Entry(
            PleaId id, DefendantId defendant, OffenceId offence, Trail<Standing> trail) {

        private Entry with(Trail<Standing> changed) {
            return new Entry(id, defendant, offence, changed);
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
        return new PleaRegister(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    PleaRegister become(long sequence, PleaId id, PleaStatus status, Instant since) {
        return new PleaRegister(
                entries.stream()
                        .map(
                                entry ->
                                        entry.id().equals(id)
                                                ? entry.with(
                                                        entry.trail()
                                                                .then(
                                                                        sequence,
                                                                        new Standing(
                                                                                status, since)))
                                                : entry)
                        .toList());
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
                        .toList());
    }

    /** Where the plea stands; empty if there is none, or it was recorded in error. */
    public Optional<Standing> standing(PleaId id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .flatMap(entry -> entry.trail().current());
    }
}
