package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Personal;

/** An offence that a defendant is charged with. */
public record Offence(OffenceId id, Personal<String> title) {}
