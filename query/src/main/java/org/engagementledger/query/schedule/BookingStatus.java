package org.engagementledger.query.schedule;

/** What became of a booking. */
enum BookingStatus {
    /** Nothing else has been recorded of it. */
    BOOKED,
    /** The parties met. */
    HELD,
    /** Somebody didn't come. */
    MISSED,
    /** The slot was given back. */
    RELEASED
}
