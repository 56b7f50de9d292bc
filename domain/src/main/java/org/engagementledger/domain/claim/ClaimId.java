package org.engagementledger.domain.claim;

import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;

/**
 * The right of one firm to an open engagement on one case at one stage; its id is derived from the
 * three.
 */
public record ClaimId(String value) {

    public static ClaimId of(FirmId firm, Urn urn, Stage stage) {
        return new ClaimId("claim:" + urn + ":" + stage + ":" + firm);
    }

    @Override
    public String toString() {
        return value;
    }
}
