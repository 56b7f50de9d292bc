package org.engagementledger.query.waitinglist;

import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;

/**
 * Who may read the waiting lists. Not the defence: who else waits is none of its business, and what
 * it may know of its own place stands in its engagement.
 */
final class WaitingListReaders {

    private WaitingListReaders() {}

    /** Whether the reader is shown who waits. */
    static boolean seeLists(Actor reader) {
        return CaseReaders.seeAllFirms(reader);
    }

    /** Whether the reader is shown how offers were decided. */
    static boolean seeOffers(Actor reader) {
        return reader.role() == Role.COORDINATOR || reader.role() == Role.AUDITOR;
    }
}
