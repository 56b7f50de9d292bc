package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Who engages for the defence.
 *
 * @param firm the defence firm; null for a litigant in person
 * @param name their name
 * @param email their address
 * @param secureEmail whether the address is secure (CJSM); case data never goes to one that isn't
 * @param telephone their telephone number
 */
public record Requester(
        @Nullable FirmId firm,
        Personal<String> name,
        @Nullable Personal<String> email,
        boolean secureEmail,
        @Nullable Personal<String> telephone) {}
