package org.engagementledger.query.schedule;

/** How a slot of a session stands. Whether it lies in the past is for the reader's clock to say. */
public enum SlotState {
    /** Nobody has it. */
    FREE,
    /** Nobody can have it for the time being. */
    BLOCKED,
    /** Somebody has it, and that is all that this reader may know. */
    TAKEN,
    /** It is offered to somebody who waits, and kept for them until they answer. */
    OFFERED,
    /** An engagement has it; nothing else has been recorded of it. */
    BOOKED,
    /** The parties met in it. */
    HELD,
    /** They should have met in it, but somebody didn't come. */
    MISSED
}
