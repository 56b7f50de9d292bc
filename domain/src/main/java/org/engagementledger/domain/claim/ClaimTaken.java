package org.engagementledger.domain.claim;

import org.engagementledger.domain.casework.EngagementId;

/** The engagement is the firm's open one. */
public record ClaimTaken(ClaimId claim, EngagementId engagement) implements ClaimEvent {}
