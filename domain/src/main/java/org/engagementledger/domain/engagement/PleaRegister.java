package org.engagementledger.domain.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.PleaId;

/** The pleas offered and indicated; never edited, only told further. */
public record PleaRegister(List<Entry> entries) {

    /** A plea and how its standing came about. */
    public record Entry(PleaId id, Trail<Standing> trail) {}

    /**
     * @param status where the plea stands
     * @param since since when, in the world
     */
    public record Standing(PleaStatus status, Instant since) {}

    public PleaRegister {
        entries = List.copyOf(entries);
    }

    PleaRegister open(long sequence, PleaId id, PleaStatus status, Instant since) {
        return new PleaRegister(
                Stream.concat(
                                entries.stream(),
                                Stream.of(
                                        new Entry(
                                                id,
                                                Trail.of(sequence, new Standing(status, since)))))
                        .toList());
    }

    PleaRegister become(long sequence, PleaId id, PleaStatus status, Instant since) {
        return new PleaRegister(
                entries.stream()
                        .map(
                                entry ->
                                        entry.id().equals(id)
                                                ? new Entry(
                                                        id,
                                                        entry.trail()
                                                                .then(
                                                                        sequence,
                                                                        new Standing(
                                                                                status, since)))
                                                : entry)
                        .toList());
    }

    /** The register as if the event had never been; what it offered or indicated is gone. */
    PleaRegister without(long sequence) {
        return new PleaRegister(
                entries.stream()
                        .filter(entry -> !entry.trail().beganWith(sequence))
                        .map(entry -> new Entry(entry.id(), entry.trail().without(sequence)))
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
