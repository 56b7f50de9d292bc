package org.engagementledger.domain.engagement.detail;

/** Whether a defendant is at liberty until the hearing. */
public enum CustodyStatus {
    BAIL,
    CUSTODY
}
