package org.engagementledger.domain.claim;

import org.engagementledger.domain.casework.EngagementId;

/** The engagement is no longer the firm's open one. */
public record ClaimReleased(ClaimId claim, EngagementId engagement) implements ClaimEvent {}
