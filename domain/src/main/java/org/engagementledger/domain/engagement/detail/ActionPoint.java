package org.engagementledger.domain.engagement.detail;

import java.time.LocalDate;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;

/**
 * What is to be done, by whom and when.
 *
 * @param due by when
 */
public record ActionPoint(Party by, Note what, LocalDate due) {}
