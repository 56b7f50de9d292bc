package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CalledOff;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about a meeting says to one recipient, in the clear. Of what isn't for whom it goes
 * to it holds nothing.
 *
 * @param reference the engagement's id; for contacts of courts and the police the session's
 * @param preparedAt when it was written
 * @param invitation what it does to a calendar; null if it isn't an invitation
 * @param offer what it tells of an offer; null if it is about none. What is neither is a reminder
 * @param appointment the meeting
 * @param to the recipient
 * @param secure whether it may tell of the case
 * @param requester the name of whoever engages for the defence; empty if it isn't known, or not to
 *     be told
 * @param attendees who is invited, as far as the recipient may know
 */
record Letter(
        String reference,
        Instant preparedAt,
        @Nullable Invitation invitation,
        WrittenLetter.@Nullable Offer offer,
        Appointment appointment,
        String organiser,
        Part to,
        boolean secure,
        Optional<String> requester,
        List<Attendee> attendees) {

    Letter {
        attendees = List.copyOf(attendees);
    }

    /**
     * What makes it an invitation.
     *
     * @param uid which meeting it is, for calendars
     * @param sequence which version of it
     * @param changed whether the recipient was invited to it before
     * @param calledOff why the meeting won't be, as far as the recipient may know; null if it will,
     *     with or without them
     */
    record Invitation(
            Method method,
            String uid,
            int sequence,
            boolean changed,
            @Nullable CalledOff calledOff) {}

    /** Somebody who is invited, at an address to which mail can be sent. */
    record Attendee(Part part, String address) {}
}
