package org.engagementledger.domain.casework;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param id the login's stable id, never a name
 * @param role the role in which they ask
 * @param firm the defence firm they act for; null for everybody else
 */
public record Actor(String id, Role role, @Nullable FirmId firm) {}
