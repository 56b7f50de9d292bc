package org.engagementledger.domain.casework;

/** A defence firm, by its stable id. */
public record FirmId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
