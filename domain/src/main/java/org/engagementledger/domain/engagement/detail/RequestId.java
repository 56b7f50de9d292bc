package org.engagementledger.domain.engagement.detail;

/** A request for information: R1, R2, … */
public record RequestId(String value) {

    /** The id of the number-th. */
    public static RequestId numbered(int number) {
        return new RequestId("R" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
