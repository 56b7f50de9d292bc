package org.engagementledger.api.limits;

import java.util.Map;

/** Limits that no test meets by chance: of services that tests start to see something else. */
public final class OutOfTheWay {

    /** As properties. */
    public static final Map<String, String> LIMITS =
            Map.of(
                    "ledger.limits.burst", "1000000",
                    "ledger.limits.per-second", "1000000",
                    "ledger.limits.failures-per-minute", "1000000",
                    "ledger.limits.logins-per-minute", "1000000",
                    "ledger.limits.calendars-per-minute", "1000000");

    private OutOfTheWay() {}
}
