package org.engagementledger.query.casehistory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an engagement's history.
 *
 * @param entries in the order in which they were written
 * @param next the first sequence number of the next page; null if this is the last
 */
public record HistoryPage(List<HistoryEntry> entries, @Nullable Long next) {

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
