package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.engagement.detail.ReleaseReason;

/**
 * That a meeting won't be.
 *
 * @param why why its slot was given back
 * @param waits whether the case waits for another slot, before all others
 */
public record CalledOff(ReleaseReason why, boolean waits) {}
