package org.engagementledger.api.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code ledger.limits}. Each instance counts for itself.
 *
 * @param burst how many requests an account may make at once after a rest
 * @param perSecond how many it may make a second for as long as it likes
 * @param failuresPerMinute how many failed attempts to say who it is an address may make a minute
 * @param loginsPerMinute how many browsers an address may begin to log in a minute
 * @param calendarsPerMinute how often calendars may be read from an address a minute
 */
@ConfigurationProperties("ledger.limits")
record Limits(
        @DefaultValue("200") int burst,
        @DefaultValue("50") int perSecond,
        @DefaultValue("60") int failuresPerMinute,
        @DefaultValue("60") int loginsPerMinute,
        @DefaultValue("60") int calendarsPerMinute) {

    private static final int MOST = 1_000_000;

    Limits {
        require("burst", burst);
        require("per-second", perSecond);
        require("failures-per-minute", failuresPerMinute);
        require("logins-per-minute", loginsPerMinute);
        require("calendars-per-minute", calendarsPerMinute);
    }

    private static void require(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    "ledger.limits.%s is %d, but must be from 1 to %d"
                            .formatted(name, value, MOST));
        }
    }
}
