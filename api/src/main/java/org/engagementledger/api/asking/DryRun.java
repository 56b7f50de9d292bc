package org.engagementledger.api.asking;

import org.engagementledger.api.problem.Misasked;
import org.jspecify.annotations.Nullable;

/** The query parameter of a request that only asks what would come of it. */
public final class DryRun {

    public static final String PARAMETER = "dryRun";

    private DryRun() {}

    /**
     * Whether a request is one.
     *
     * @param values of all parameters of the name; null if there is none
     * @throws Misasked if it is anything but {@code true}: what is meant in earnest has none
     */
    public static boolean in(String @Nullable [] values) {
        if (values == null) {
            return false;
        }
        if (values.length != 1 || !values[0].equals("true")) {
            throw Misasked.parameter(
                    PARAMETER,
                    "DRY_RUN_MALFORMED",
                    "Expected: true. Leave it out for a request that is meant in earnest.");
        }
        return true;
    }
}
