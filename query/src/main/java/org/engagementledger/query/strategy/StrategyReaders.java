package org.engagementledger.query.strategy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.suppression.SmallNumbers;

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
     * shown how many at least, in whole steps, and of those that were linked by hand the ones that
     * they linked themselves.
     */
    static boolean seeCases(Actor reader) {
        return include(reader.role()) && CaseReaders.seeAllFirms(reader);
    }

    /**
     * Until when engagements are counted for a reader who asks as of a day. Whoever may see no
     * cases is told of weeks that have ended, so that what they are told changes once a week.
     *
     * @param today the day in London
     */
    static LocalDate counted(Actor reader, LocalDate asOf, LocalDate today) {
        if (!SmallNumbers.areHiddenFrom(reader)) {
            return asOf;
        }
        LocalDate sunday = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate ended = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        return sunday.isBefore(ended) ? sunday : ended;
    }
}
