package org.engagementledger.domain.casework;

import java.util.Set;

/**
 * Why a trial cracked, was ineffective or was vacated: the key is kind and code together, for the
 * same letter means other things under another kind. It describes the trial, not one defendant.
 */
public final class TrialOutcome {

    private static final Set<String> CRACKED =
            Set.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L");
    private static final Set<String> INEFFECTIVE =
            Set.of(
                    "M1", "M2", "M3", "N1", "N2", "N3", "O1", "O2", "P", "Q1", "Q2", "Q3", "R",
                    "S1", "S2", "S3", "S4", "T", "U1", "U2", "V", "W1", "W2", "W3", "W4", "W5");

    private TrialOutcome() {}

    /** Whether the code is one of the kind's; a vacated trial takes any letter from A to Z. */
    public static boolean known(ListingResult kind, String code) {
        return switch (kind) {
            case CRACKED -> CRACKED.contains(code);
            case INEFFECTIVE -> INEFFECTIVE.contains(code);
            case VACATED -> code.length() == 1 && code.charAt(0) >= 'A' && code.charAt(0) <= 'Z';
            default -> false;
        };
    }
}
