package org.engagementledger.api.problem;

/**
 * An answer can't be completed of which a part is on its way. No problem document can follow it:
 * the connection breaks, so that nobody takes the part for the whole.
 */
public final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenOff(Throwable cause) {
        super(cause);
    }
}
