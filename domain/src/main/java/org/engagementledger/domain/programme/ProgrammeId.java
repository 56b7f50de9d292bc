package org.engagementledger.domain.programme;

/** The programme of one court, named by it: {@code programme-B01CN00}. */
public record ProgrammeId(String value) {

    /**
     * The only programme of this court.
     *
     * @param court the court's OU code
     */
    public static ProgrammeId of(String court) {
        return new ProgrammeId("programme-" + court);
    }

    @Override
    public String toString() {
        return value;
    }
}
