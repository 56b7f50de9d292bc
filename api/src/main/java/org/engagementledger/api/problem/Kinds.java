package org.engagementledger.api.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in words what a value of some type looks like. */
final class Kinds {

    private Kinds() {}

    static String expected(Class<?> type) {
        return "Expected: " + kind(type) + ".";
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "LocalTime" -> "a time of day such as 15:00";
            case "LocalDate" -> "a date such as 2020-11-05";
            case "Instant" -> "a time in UTC such as 2020-11-05T15:00:00Z";
            case "String" -> "a text";
            case "Boolean", "boolean" -> "true or false";
            case "Long", "long", "Integer", "int" -> "a whole number";
            case "List", "ArrayList" -> "a list";
            default -> type.isEnum() ? "one of " + constants(type) : "an object";
        };
    }

    /** All of an enum's, as a text. */
    static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
