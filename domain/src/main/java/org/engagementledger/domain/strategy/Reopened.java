package org.engagementledger.domain.strategy;

/**
 * The action isn't done after all: it is under way again.
 *
 * @param reason why
 */
public record Reopened(StrategyActionId action, String reason) implements StrategyEvent {}
