package org.engagementledger.api.problem;

/** A parameter of a request that doesn't fit. */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String parameter;

    /**
     * @param code stable
     * @param parameter its name
     * @param detail what would fit
     */
    public Unfit(String code, String parameter, String detail) {
        super(detail);
        this.code = code;
        this.parameter = parameter;
    }

    String code() {
        return code;
    }

    String parameter() {
        return parameter;
    }
}
