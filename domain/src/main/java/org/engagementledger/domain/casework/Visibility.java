package org.engagementledger.domain.casework;

/** Which side of a case may see a text or a fact. What isn't marked otherwise is shared. */
public enum Visibility {
    /** Both sides. */
    SHARED,
    /** The prosecution alone: triage reasoning, the victim's views, a weakness of the evidence. */
    PROSECUTION_ONLY,
    /** The defence alone: drafts and notes of its own. */
    DEFENCE_ONLY
}
