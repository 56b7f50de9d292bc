package org.engagementledger.domain.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Unique reference number of a case: police force (two digits), unit (two letters or digits),
 * number (five digits) and year (two digits), such as {@code 01ZD0303920}.
 *
 * <p>Other prosecutors use other shapes; those would be a reference type of their own, not a looser
 * pattern here.
 */
public record Urn(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[0-9A-Z]{2}[0-9]{5}[0-9]{2}");

    /** Compared in ASCII: other alphabets have letters that become A to Z in upper case. */
    private static final Pattern ANY_CASE =
            Pattern.compile(SHAPE.pattern(), Pattern.CASE_INSENSITIVE);

    private static final Pattern HOW_PEOPLE_SPACE_IT = Pattern.compile("[\\s/\\-.]+");

    /**
     * Throws IllegalArgumentException on anything but the normal form; what people type goes
     * through {@link #read}.
     */
    public Urn {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a URN in its normal form");
        }
    }

    /**
     * Reads a URN as people write it, with slashes, spaces and lower case; empty if it isn't one.
     */
    public static Optional<Urn> read(String written) {
        String close = HOW_PEOPLE_SPACE_IT.matcher(written).replaceAll("");
        return ANY_CASE.matcher(close).matches()
                ? Optional.of(new Urn(close.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
