package org.engagementledger.query.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Custody;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.Submitted;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement has come to, as far as it is found by: the case file that commands are judged
 * by, and what is known of the defendants' circumstances. Like the case file it can take an event
 * back that was recorded in error.
 *
 * @param shortNotice whether the request came at short notice
 */
public record Sheet(CaseFile file, boolean shortNotice, List<Person> people) {

    public Sheet {
        people = List.copyOf(people);
    }

    /**
     * A defendant's circumstances, each with a trail of its own, so that an event that was recorded
     * in error takes back what it said and no more. What is known of custody is the case file's.
     */
    public record Person(
            DefendantId id,
            Trail<CustodyStatus> custody,
            Trail<Custody.Until> limit,
            Map<Need, Trail<Boolean>> needs) {

        public Person {
            needs = Map.copyOf(needs);
        }

        static Person named(DefendantId id) {
            return new Person(id, Trail.empty(), Trail.empty(), Map.of());
        }

        /** Whether they are at liberty; empty if nobody has said. */
        public Optional<Custody.Detention> detention() {
            return new Custody.Person(id, custody, limit).detention();
        }

        /** What they need. */
        public Stream<Need> present() {
            return needs.entrySet().stream()
                    .filter(need -> need.getValue().current().isPresent())
                    .map(Map.Entry::getKey);
        }

        private Person needing(long sequence, List<Need> added) {
            return new Person(id, custody, limit, with(sequence, added));
        }

        /** The same, with what the case file says of custody. */
        private Person as(Custody.Person known) {
            return new Person(id, known.status(), known.limit(), needs);
        }

        private Map<Need, Trail<Boolean>> with(long sequence, List<Need> added) {
            Map<Need, Trail<Boolean>> all = new EnumMap<>(Need.class);
            all.putAll(needs);
            added.forEach(
                    need ->
                            all.merge(
                                    need,
                                    Trail.of(sequence, true),
                                    (known, again) -> known.then(sequence, true)));
            return all;
        }

        private Person without(long sequence) {
            Map<Need, Trail<Boolean>> left = new EnumMap<>(Need.class);
            needs.forEach((need, trail) -> left.put(need, trail.without(sequence)));
            return new Person(id, custody, limit, left);
        }
    }

    /** The sheet after the next event of an engagement; null before there is any. */
    public static @Nullable Sheet after(@Nullable Sheet before, EngagementEvent event) {
        Engagement known = before == null ? Engagement.unsubmitted() : Engagement.of(before.file());
        return known.evolve(event) instanceof Engagement.Made made
                ? new Sheet(
                        made.file(),
                        before == null
                                ? event instanceof Submitted e && e.shortNotice()
                                : before.shortNotice(),
                        people(before, made.file(), event))
                : null;
    }

    private static List<Person> people(
            @Nullable Sheet before, CaseFile after, EngagementEvent event) {
        List<Person> people = new ArrayList<>(needing(before, after, event));
        for (Custody.Person known : after.custody().people()) {
            people.replaceAll(person -> person.id().equals(known.id()) ? person.as(known) : person);
        }
        return people;
    }

    private static List<Person> needing(
            @Nullable Sheet before, CaseFile after, EngagementEvent event) {
        List<Person> people = before == null ? List.of() : before.people();
        return switch (event) {
            case Submitted e -> named(people, after.version(), e.defendants());
            case Amended e ->
                    changed(
                            named(people, after.version(), e.defendants()),
                            after.version(),
                            e.details());
            case RecordedInError e ->
                    people.stream()
                            .filter(person -> isCharged(after, person.id()))
                            .map(person -> person.without(e.sequence()))
                            .toList();
            default -> people;
        };
    }

    private static boolean isCharged(CaseFile file, DefendantId id) {
        return file.charges().defendants().stream()
                .anyMatch(person -> person.defendant().equals(id));
    }

    private static List<Person> named(
            List<Person> people, long sequence, List<Defendant> defendants) {
        List<Person> all = new ArrayList<>(people);
        defendants.forEach(
                defendant ->
                        all.add(Person.named(defendant.id()).needing(sequence, defendant.needs())));
        return all;
    }

    private static List<Person> changed(
            List<Person> people, long sequence, List<DefendantDetails> details) {
        List<Person> all = new ArrayList<>(people);
        for (DefendantDetails change : details) {
            all.replaceAll(
                    person ->
                            person.id().equals(change.defendant())
                                    ? person.needing(sequence, change.needs())
                                    : person);
        }
        return all;
    }

    /** How far it has come. */
    public Status status() {
        return Status.of(file);
    }

    /** Whether something has waited for triage for too long. */
    public boolean escalated() {
        return file.triage() != null && file.triage().escalated();
    }

    boolean custody() {
        return file.custody().isAny();
    }

    /** The earliest custody time limit of a defendant in custody; null if there is none. */
    @Nullable LocalDate custodyTimeLimit() {
        return file.custody().timeLimit().orElse(null);
    }

    Urgency urgency() {
        if (custody()) {
            return Urgency.CUSTODY;
        }
        return shortNotice ? Urgency.SHORT_NOTICE : Urgency.ROUTINE;
    }

    /** The day by which it matters; null once the engagement is closed. */
    @Nullable LocalDate deadline() {
        if (file.isClosed()) {
            return null;
        }
        LocalDate limit = custodyTimeLimit();
        LocalDate hearing = file.hearingDate();
        return limit != null && limit.isBefore(hearing) ? limit : hearing;
    }

    /** What the defendants need, each once, in the order of the codes. */
    List<Need> needs() {
        return people.stream().flatMap(Person::present).distinct().sorted().toList();
    }
}
