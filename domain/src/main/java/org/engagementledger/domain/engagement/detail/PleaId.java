package org.engagementledger.domain.engagement.detail;

/** A plea that was offered, or that the prosecution would accept: P1, P2, … */
public record PleaId(String value) {

    /** The id of the number-th. */
    public static PleaId numbered(int number) {
        return new PleaId("P" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
