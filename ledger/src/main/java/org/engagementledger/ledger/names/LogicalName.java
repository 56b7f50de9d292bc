package org.engagementledger.ledger.names;

import java.util.regex.Pattern;

/**
 * Under which name a class of events or snapshots is stored.
 *
 * @param name the slice and the word, such as {@code engagement.Submitted}; no other class ever has
 *     it
 * @param revision the current shape of what is stored under the name, from 1
 * @param type the class that reads and writes this revision
 */
public record LogicalName(String name, int revision, Class<?> type) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*\\.[A-Za-z][A-Za-z0-9]*");

    /**
     * Throws IllegalArgumentException if the name could be a class's, or the revision isn't
     * positive.
     */
    public LogicalName {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Not a logical name such as engagement.Submitted: " + name);
        }
        if (revision < 1) {
            throw new IllegalArgumentException(
                    "The first revision of " + name + " is 1, not " + revision);
        }
    }
}
