package org.engagementledger.domain.engagement.detail;

/** Whether the victim's views were considered before a plea was agreed. */
public enum Consideration {
    CONSIDERED,
    NOT_CONSIDERED,
    NO_VICTIM
}
