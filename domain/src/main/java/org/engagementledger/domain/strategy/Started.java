package org.engagementledger.domain.strategy;

/** Work on the action has begun. */
public record Started(StrategyActionId action) implements StrategyEvent {}
