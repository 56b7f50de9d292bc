package org.engagementledger.domain.engagement.detail;

/** An issue that the engagement is to settle: I1, I2, … */
public record IssueId(String value) {

    /** The id of the number-th. */
    public static IssueId numbered(int number) {
        return new IssueId("I" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
