package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Personal;

/**
 * An offence that a defendant is charged with.
 *
 * @param title what it is called
 */
public record Offence(OffenceId id, Personal<String> title) {}
