package org.engagementledger.domain.casework;

/**
 * Free text, with the side that may read it.
 *
 * @param text its words
 */
public record Note(Visibility visibility, Personal<String> text) implements Disclosable {

    /** The longest text accepted, in characters. */
    public static final int LONGEST = 4_000;
}
