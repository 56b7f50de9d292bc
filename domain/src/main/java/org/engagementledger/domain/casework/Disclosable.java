package org.engagementledger.domain.casework;

/** A text or a fact that says itself who may see it. */
public interface Disclosable {

    /** The side that may see it. */
    Visibility visibility();
}
