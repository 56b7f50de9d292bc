package org.engagementledger.domain.strategy;

/**
 * The action is due in another quarter than it was.
 *
 * @param from the quarter in which it was due
 * @param to the quarter in which it is due from now on
 * @param reason why
 * @param decidedBy who decided it: an office or a board, not somebody's name
 */
public record Rebaselined(
        StrategyActionId action, Quarter from, Quarter to, String reason, String decidedBy)
        implements StrategyEvent {}
