package org.engagementledger.domain.engagement.detail;

/** A defendant of the engagement: D1, D2, … */
public record DefendantId(String value) {

    /** The id of the number-th. */
    public static DefendantId numbered(int number) {
        return new DefendantId("D" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
