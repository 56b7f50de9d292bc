package org.engagementledger.domain.engagement;

import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;

/**
 * Who is charged with what, by ids only.
 *
 * @param defendants each defendant, and the event that named them
 * @param offences each offence of a defendant, and the event that named it
 */
public record Charges(List<Person> defendants, List<Offence> offences) {

    static final Charges NONE = new Charges(List.of(), List.of());

    /** A defendant, and the event that named them. */
    public record Person(DefendantId defendant, long sequence) {}

    /** An offence of a defendant, and the event that named it. */
    public record Offence(DefendantId defendant, OffenceId offence, long sequence) {}

    public Charges {
        defendants = List.copyOf(defendants);
        offences = List.copyOf(offences);
    }

    Charges name(long sequence, DefendantId defendant) {
        return new Charges(
                Stream.concat(defendants.stream(), Stream.of(new Person(defendant, sequence)))
                        .toList(),
                offences);
    }

    Charges charge(long sequence, DefendantId defendant, List<OffenceId> charged) {
        return new Charges(
                defendants,
                Stream.concat(
                                offences.stream(),
                                charged.stream()
                                        .map(offence -> new Offence(defendant, offence, sequence)))
                        .toList());
    }

    /** The charges as if the event had never been; a defendant takes their offences with them. */
    Charges without(long sequence) {
        List<Person> left =
                defendants.stream().filter(person -> person.sequence() != sequence).toList();
        return new Charges(
                left,
                offences.stream()
                        .filter(offence -> offence.sequence() != sequence)
                        .filter(offence -> names(left, offence.defendant()))
                        .toList());
    }

    private static boolean names(List<Person> defendants, DefendantId defendant) {
        return defendants.stream().anyMatch(person -> person.defendant().equals(defendant));
    }

    boolean knows(DefendantId defendant) {
        return names(defendants, defendant);
    }

    boolean knows(DefendantId defendant, OffenceId offence) {
        return offences.stream()
                .anyMatch(it -> it.defendant().equals(defendant) && it.offence().equals(offence));
    }

    /** Refuses a defendant who isn't in the engagement, and an offence they aren't charged with. */
    void check(Checks checks, DefendantId defendant, OffenceId offence) {
        checks.refuseIf(!knows(defendant), Rule.DEFENDANT_UNKNOWN, "/defendant");
        checks.refuseIf(
                knows(defendant) && !knows(defendant, offence), Rule.OFFENCE_UNKNOWN, "/offence");
    }
}
