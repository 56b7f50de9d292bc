package org.engagementledger.query.strategy;

import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;

/** Who may read how the strategy's actions stand, and what of the cases behind them. */
public final class StrategyReaders {

    private static final Set<Role> ROLES =
            Set.of(
                    Role.STRATEGY_LEAD,
                    Role.AUDITOR,
                    Role.COORDINATOR,
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR);

    private StrategyReaders() {}

    /** Whether somebody in this role may at all. */
    public static boolean include(Role role) {
        return ROLES.contains(role);
    }

    /**
     * Whether the reader is shown which engagements are evidence of an action. A strategy lead is
     * shown how many, unless they are few, and of those that were linked by hand the ones that they
     * linked themselves.
     */
    static boolean seeCases(Actor reader) {
        return include(reader.role()) && CaseReaders.seeAllFirms(reader);
    }
}
