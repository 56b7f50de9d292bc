package org.engagementledger.api.problem;

/** What is asked for can't be had yet; asking again may do. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param detail what there is to wait for
     */
    public NotYet(String detail) {
        super(detail);
    }
}
