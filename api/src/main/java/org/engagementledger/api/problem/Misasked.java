package org.engagementledger.api.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request whose headers or parameters say in a way that isn't taken how it is to be carried out.
 */
public final class Misasked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Misfit> misfits;

    private Misasked(HttpStatus status, List<Misfit> misfits) {
        super(misfits.getFirst().code());
        this.status = status;
        this.misfits = List.copyOf(misfits);
    }

    private Misasked(HttpStatus status, Misfit misfit) {
        this(status, List.of(misfit));
    }

    /** A header that can't be read. */
    public static Misasked header(String name, String code, String detail) {
        return new Misasked(HttpStatus.BAD_REQUEST, Misfit.header(code, name, detail));
    }

    /** A header without which the request may do harm. */
    public static Misasked unconditional(String name, String code, String detail) {
        return new Misasked(HttpStatus.PRECONDITION_REQUIRED, Misfit.header(code, name, detail));
    }

    /** A header that names what can't be there. */
    public static Misasked unmatched(String name, String code, String detail) {
        return new Misasked(HttpStatus.PRECONDITION_FAILED, Misfit.header(code, name, detail));
    }

    /**
     * A parameter of the query that has no such value.
     *
     * @param name empty if it is no single one
     */
    public static Misasked parameter(String name, String code, String detail) {
        return new Misasked(
                HttpStatus.UNPROCESSABLE_CONTENT,
                name.isEmpty()
                        ? new Misfit(code, null, null, null, detail)
                        : Misfit.at(name, code, detail));
    }

    /** Parameters of the query that have no such values, or aren't known. */
    static Misasked parameters(List<Misfit> misfits) {
        return new Misasked(HttpStatus.UNPROCESSABLE_CONTENT, misfits);
    }

    HttpStatus status() {
        return status;
    }

    List<Misfit> misfits() {
        return misfits;
    }
}
