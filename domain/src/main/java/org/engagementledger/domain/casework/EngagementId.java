package org.engagementledger.domain.casework;

/** One engagement request and everything that follows from it. */
public record EngagementId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
