package org.engagementledger.domain.engagement.event;

/** What whoever asked should be told about an accepted command. */
public enum Notice {
    SHORT_NOTICE(
            "Accepted at short notice: the trial is nearer than the notice that is asked for."),
    SLOT_STRANDED("The booked slot no longer lies in time before the hearing: move or cancel it."),
    LEAD_ELSEWHERE("Whoever leads this session leads one at another court at the same time.");

    private final String sentence;

    Notice(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
