package org.engagementledger.domain.claim;

/** What happened to a claim. */
public sealed interface ClaimEvent permits ClaimTaken, ClaimReleased {

    ClaimId claim();
}
