package org.engagementledger.domain.engagement.detail;

/** How far an issue has come. */
public enum IssueStatus {
    /** Not yet triaged. */
    RAISED,
    /** Settled at triage. */
    ANSWERED,
    /** Settled at triage: not for this engagement. */
    OUT_OF_SCOPE,
    /** To be discussed at a surgery. */
    PUT_FORWARD,
    /** Discussed, and not agreed; may be discussed again. */
    DISPUTED,
    /** Settled between the parties, at a meeting or outside. */
    AGREED;

    /** Whether nothing remains to be done about it here. */
    public boolean settled() {
        return this == ANSWERED || this == OUT_OF_SCOPE || this == AGREED;
    }

    /** Whether a surgery can discuss it. */
    public boolean discussable() {
        return this == PUT_FORWARD || this == DISPUTED;
    }
}
