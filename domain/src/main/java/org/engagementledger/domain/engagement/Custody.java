package org.engagementledger.domain.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.jspecify.annotations.Nullable;

/** Which defendants are in custody, and until when at most. */
public record Custody(List<Person> people) {

    static final Custody UNKNOWN = new Custody(List.of());

    /**
     * A defendant's custody, each fact with a trail of its own, so that an event that was recorded
     * in error takes back what it said and no more.
     */
    public record Person(DefendantId id, Trail<CustodyStatus> status, Trail<Until> limit) {

        /** Whether they are at liberty; empty if nobody has said. */
        public Optional<Detention> detention() {
            return status.current()
                    .map(
                            current ->
                                    new Detention(
                                            current,
                                            current == CustodyStatus.CUSTODY
                                                    ? limit.current().map(Until::day).orElse(null)
                                                    : null));
        }

        private Person with(
                long sequence, @Nullable CustodyStatus changed, @Nullable LocalDate day) {
            // Whoever is at liberty has no limit, also if they are taken into custody again.
            boolean ends = changed != null && changed != CustodyStatus.CUSTODY;
            return new Person(
                    id,
                    changed == null ? status : status.then(sequence, changed),
                    day == null && !ends ? limit : limit.then(sequence, new Until(day)));
        }

        private Person without(long sequence) {
            return new Person(id, status.without(sequence), limit.without(sequence));
        }
    }

    /**
     * Whether a defendant is at liberty.
     *
     * @param limit the custody time limit, if there is one
     */
    public record Detention(CustodyStatus status, @Nullable LocalDate limit) {}

    /**
     * A custody time limit.
     *
     * @param day null if there is none any more
     */
    public record Until(@Nullable LocalDate day) {}

    public Custody {
        people = List.copyOf(people);
    }

    Custody name(
            long sequence,
            DefendantId defendant,
            @Nullable CustodyStatus status,
            @Nullable LocalDate limit) {
        Person person = new Person(defendant, Trail.empty(), Trail.empty());
        return new Custody(
                Stream.concat(people.stream(), Stream.of(person.with(sequence, status, limit)))
                        .toList());
    }

    Custody change(
            long sequence,
            DefendantId defendant,
            @Nullable CustodyStatus status,
            @Nullable LocalDate limit) {
        List<Person> all = new ArrayList<>(people);
        all.replaceAll(
                person ->
                        person.id().equals(defendant)
                                ? person.with(sequence, status, limit)
                                : person);
        return new Custody(all);
    }

    /** As if the event had never been, for those who are still charged. */
    Custody without(long sequence, Charges left) {
        return new Custody(
                people.stream()
                        .filter(person -> left.knows(person.id()))
                        .map(person -> person.without(sequence))
                        .toList());
    }

    private Stream<Detention> held() {
        return people.stream()
                .flatMap(person -> person.detention().stream())
                .filter(detention -> detention.status() == CustodyStatus.CUSTODY);
    }

    /** Whether any defendant is in custody. */
    public boolean isAny() {
        return held().findAny().isPresent();
    }

    /** The earliest custody time limit of a defendant in custody; empty if there is none. */
    public Optional<LocalDate> timeLimit() {
        return held().map(Detention::limit).filter(Objects::nonNull).min(LocalDate::compareTo);
    }
}
