package org.engagementledger.domain.surgery;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.regex.Pattern;
import org.engagementledger.domain.casework.Checks;
import org.jspecify.annotations.Nullable;

/** Where a session is joined: an absolute https URI. */
public final class JoinLink {

    /** How many characters it may have. */
    public static final int LONGEST = 2_000;

    /**
     * The characters of RFC 3986, each percent sign with its two digits; a host without user
     * information, which could pass for another host's name.
     */
    private static final Pattern HTTPS =
            Pattern.compile(
                    "(?i:https)://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?"
                            + "(?:[/?#](?:[\\w.~:/?#\\[\\]@!$&'()*+,;=-]++|%[0-9a-f]{2})*+)?",
                    Pattern.CASE_INSENSITIVE);

    private JoinLink() {}

    /** Refuses what isn't such a URI, unless there is none. */
    public static void check(Checks checks, @Nullable String link, String field) {
        if (link == null) {
            return;
        }
        checks.refuseIf(link.length() > LONGEST, TEXT_TOO_LONG, field, LONGEST);
        checks.refuseIf(
                link.length() <= LONGEST && !HTTPS.matcher(link).matches(), LINK_MALFORMED, field);
    }
}
