package org.engagementledger.domain.programme;

import java.time.LocalDate;

/**
 * A court's programme ends earlier than it was to end.
 *
 * @param last the last day on which there can be a session
 */
public record ProgrammeEnded(ProgrammeId programme, LocalDate last) implements ProgrammeEvent {}
