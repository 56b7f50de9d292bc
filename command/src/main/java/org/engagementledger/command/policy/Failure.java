package org.engagementledger.command.policy;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as a log may have it: messages may quote what is personal. */
public final class Failure {

    private static final String OURS = "org.engagementledger.";

    private Failure() {}

    /** What it is, what caused that, and where it happened. */
    public static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getSimpleName() + where(cause))
                .collect(Collectors.joining(", caused by "));
    }

    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(at -> at.getClassName().startsWith(OURS))
                .findFirst()
                .map(at -> " at " + at)
                .orElse("");
    }
}
