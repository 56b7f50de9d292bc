package org.engagementledger.query.strategy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened to an action. That somebody linked an engagement isn't told to whoever
 * may not know which; what they linked themselves is.
 *
 * @param position its position in the feed of all events
 * @param day the day in London on which it was recorded
 * @param action the action's id
 * @param number the action's number
 * @param title what the action is, in a few words
 * @param sequence the event's sequence number, from 0; the action's version after it
 * @param eventId the event's own id
 * @param event what happened, such as {@code Rebaselined}
 * @param recordedAt when it was written
 * @param actor the login of whoever did it
 * @param role in which role
 * @param engagement the engagement that it links as evidence; null if it links none
 * @param facts what happened
 */
public record ActionChange(
        long position,
        LocalDate day,
        String action,
        String number,
        String title,
        long sequence,
        String eventId,
        String event,
        Instant recordedAt,
        String actor,
        String role,
        @Nullable String engagement,
        JsonNode facts) {}
