package org.engagementledger.domain.engagement;

import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;

/** Who is charged with what, by ids only. */
public record Charges(List<Entry> entries) {

    /** An offence of a defendant, and the event that named it. */
    public record Entry(DefendantId defendant, OffenceId offence, long sequence) {}

    public Charges {
        entries = List.copyOf(entries);
    }

    Charges charge(long sequence, DefendantId defendant, List<OffenceId> offences) {
        List<Entry> all = new ArrayList<>(entries);
        offences.forEach(offence -> all.add(new Entry(defendant, offence, sequence)));
        return new Charges(all);
    }

    Charges without(long sequence) {
        return new Charges(entries.stream().filter(entry -> entry.sequence() != sequence).toList());
    }

    boolean knows(DefendantId defendant) {
        return entries.stream().anyMatch(entry -> entry.defendant().equals(defendant));
    }

    /** Refuses a defendant who isn't in the engagement, and an offence they aren't charged with. */
    void check(Checks checks, DefendantId defendant, OffenceId offence) {
        if (!knows(defendant)) {
            checks.refuseIf(true, Rule.DEFENDANT_UNKNOWN, "/defendant", defendant);
        } else {
            boolean charged =
                    entries.stream()
                            .anyMatch(
                                    entry ->
                                            entry.defendant().equals(defendant)
                                                    && entry.offence().equals(offence));
            checks.refuseIf(!charged, Rule.OFFENCE_UNKNOWN, "/offence", defendant, offence);
        }
    }
}
