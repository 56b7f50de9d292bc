package org.engagementledger.domain.engagement;

/**
 * The highest number given so far to each kind of thing; a number is never given twice, even after
 * a correction.
 */
public record Numbering(int defendants, int offences, int issues, int pleas, int requests) {

    static final Numbering NONE = new Numbering(0, 0, 0, 0, 0);

    Numbering withPeople(int moreDefendants, int moreOffences) {
        return new Numbering(
                defendants + moreDefendants, offences + moreOffences, issues, pleas, requests);
    }

    Numbering withIssues(int more) {
        return new Numbering(defendants, offences, issues + more, pleas, requests);
    }

    Numbering withPlea() {
        return new Numbering(defendants, offences, issues, pleas + 1, requests);
    }

    Numbering withRequest() {
        return new Numbering(defendants, offences, issues, pleas, requests + 1);
    }
}
