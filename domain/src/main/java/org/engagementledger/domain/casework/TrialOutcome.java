package org.engagementledger.domain.casework;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Why a trial cracked, was ineffective or was vacated: the key is kind and code together, for the
 * same letter means other things under another kind. It describes the trial, not one defendant.
 */
public final class TrialOutcome {

    private static final List<String> CRACKED = letters('L');
    private static final List<String> INEFFECTIVE =
            List.of(
                    "M1", "M2", "M3", "N1", "N2", "N3", "O1", "O2", "P", "Q1", "Q2", "Q3", "R",
                    "S1", "S2", "S3", "S4", "T", "U1", "U2", "V", "W1", "W2", "W3", "W4", "W5");
    private static final List<String> VACATED = letters('Z');

    private TrialOutcome() {}

    private static List<String> letters(char last) {
        return IntStream.rangeClosed('A', last).mapToObj(Character::toString).toList();
    }

    /** Whether the code is one of the kind's; a vacated trial takes any letter from A to Z. */
    public static boolean known(ListingResult kind, String code) {
        return codes(kind).contains(code);
    }

    /** The codes of a kind, in order; none of a result that has none. */
    public static List<String> codes(ListingResult kind) {
        return switch (kind) {
            case CRACKED -> CRACKED;
            case INEFFECTIVE -> INEFFECTIVE;
            case VACATED -> VACATED;
            default -> List.of();
        };
    }
}
