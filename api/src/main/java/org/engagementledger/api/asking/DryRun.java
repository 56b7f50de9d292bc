package org.engagementledger.api.asking;

import org.engagementledger.api.problem.Inquiry;
import org.jspecify.annotations.Nullable;

/** The query parameter of a request that only asks what would come of it. */
public final class DryRun {

    public static final String PARAMETER = "dryRun";

    private DryRun() {}

    /**
     * Whether a request is one: what is meant in earnest has no such parameter.
     *
     * @param values of all parameters of the name, which were checked; null if there is none
     */
    public static boolean in(String @Nullable [] values) {
        return values != null && isAsked(values);
    }

    /**
     * Refuses anything but {@code true}.
     *
     * @param values of all parameters of the name
     */
    public static void check(String[] values, Inquiry inquiry) {
        if (!isAsked(values)) {
            inquiry.refuse(
                    PARAMETER,
                    "DRY_RUN_MALFORMED",
                    "Expected: true. Leave it out for a request that is meant in earnest.");
        }
    }

    private static boolean isAsked(String[] values) {
        return values.length == 1 && values[0].equals("true");
    }
}
