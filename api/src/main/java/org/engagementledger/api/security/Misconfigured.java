package org.engagementledger.api.security;

/** The service is set up so that it had better not start. */
final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param remedy what to set
     */
    Misconfigured(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
