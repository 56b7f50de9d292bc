package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Personal;

/**
 * Who attended a meeting, and in which role.
 *
 * @param name their name
 */
public record Attendee(AttendeeRole role, Personal<String> name) {}
