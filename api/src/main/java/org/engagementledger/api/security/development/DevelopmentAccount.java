package org.engagementledger.api.security.development;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;

/**
 * One account for each role, and a second firm.
 *
 * @param name how it logs in
 * @param role its role
 * @param firm the defence firm that it acts for
 * @param courts the courts whose sessions it attends
 */
record DevelopmentAccount(String name, Role role, @Nullable String firm, List<String> courts) {

    static final List<DevelopmentAccount> ALL =
            List.of(
                    of("defence", "example-and-co"),
                    of("other-defence", "sample-llp"),
                    of("triage", Role.TRIAGE_OFFICER),
                    of("prosecutor", Role.DISTRICT_CROWN_PROSECUTOR),
                    of("hmcts", Role.HMCTS_CONTACT, "B01BH00", "B01CN00", "B01GU00"),
                    of("police", Role.POLICE_CONTACT, "B01CN00"),
                    of("coordinator", Role.COORDINATOR),
                    of("strategy", Role.STRATEGY_LEAD),
                    of("auditor", Role.AUDITOR),
                    of("protection", Role.DATA_PROTECTION_OFFICER),
                    of("operator", Role.OPERATOR));

    static Optional<DevelopmentAccount> named(String name) {
        return ALL.stream().filter(account -> account.name.equals(name)).findFirst();
    }

    private static DevelopmentAccount of(String name, String firm) {
        return new DevelopmentAccount(name, Role.DEFENCE_PRACTITIONER, firm, List.of());
    }

    private static DevelopmentAccount of(String name, Role role, String... courts) {
        return new DevelopmentAccount(name, role, null, Arrays.asList(courts));
    }
}
