package org.engagementledger.api.invitation;

import org.jspecify.annotations.Nullable;

/** What people have entered, as far as it goes on one line of a letter. */
final class OneLine {

    private static final int LONGEST = 200;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private OneLine() {}

    /**
     * The text without anything that breaks a line or turns the order of its characters, and not
     * too long.
     */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(character -> isHarmless(character) ? character : ' ')
                .limit(LONGEST)
                .forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    /** The same of a web address; null if it isn't a plain one. */
    static @Nullable String link(@Nullable String link) {
        return link != null
                        && link.startsWith("https://")
                        && link.chars().allMatch(OneLine::isPlain)
                ? link
                : null;
    }

    /** In some scripts, names are written with the two joiners. */
    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            case Character.FORMAT ->
                    character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character < 0x7F && "\"<>\\^`{|}".indexOf(character) < 0;
    }
}
