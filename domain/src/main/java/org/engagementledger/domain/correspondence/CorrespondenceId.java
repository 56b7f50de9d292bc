package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;

/** What is written about one engagement, or about one session; its id is derived from theirs. */
public record CorrespondenceId(String value) {

    private static final String PREFIX = "correspondence:";

    public static CorrespondenceId of(EngagementId engagement) {
        return new CorrespondenceId(PREFIX + engagement);
    }

    public static CorrespondenceId of(SurgeryId surgery) {
        return new CorrespondenceId(PREFIX + surgery);
    }

    @Override
    public String toString() {
        return value;
    }
}
