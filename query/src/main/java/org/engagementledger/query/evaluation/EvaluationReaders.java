package org.engagementledger.query.evaluation;

import java.util.Set;
import org.engagementledger.domain.casework.Role;

/** Who may read the evaluation: the only place that knows. */
final class EvaluationReaders {

    private static final Set<Role> CASES =
            Set.of(
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR);

    private EvaluationReaders() {}

    /** Whether somebody in this role may read its figures. */
    static boolean seeFigures(Role role) {
        return CASES.contains(role) || role == Role.STRATEGY_LEAD;
    }

    /** Whether they may read which cases are behind them. */
    static boolean seeCases(Role role) {
        return CASES.contains(role);
    }
}
