package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;

/** What is written about one engagement, or about one session; its id is derived from theirs. */
public record CorrespondenceId(String value) {

    private static final String PREFIX = "correspondence:";

    public static CorrespondenceId of(EngagementId engagement) {
        return about(engagement.value());
    }

    public static CorrespondenceId of(SurgeryId surgery) {
        return about(surgery.value());
    }

    /** What is written about whatever has this id. */
    public static CorrespondenceId about(String id) {
        return new CorrespondenceId(PREFIX + id);
    }

    /** The id of what it is about. */
    public String subject() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
