package org.engagementledger.domain.engagement.detail;

/** An offence that a defendant of the engagement is charged with: O1, O2, … over all defendants. */
public record OffenceId(String value) {

    /** The id of the number-th. */
    public static OffenceId numbered(int number) {
        return new OffenceId("O" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
