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
     * A value that isn't taken.
     *
     * @param place where it stands in the body, as a JSON pointer, or the parameter's name
     */
    public static Misasked parameter(String place, String code, String detail) {
        return new Misasked(HttpStatus.UNPROCESSABLE_CONTENT, Misfit.at(place, code, detail));
    }

    /** Parameters that have no such values, aren't known, or name what isn't there. */
    static Misasked parameters(HttpStatus status, List<Misfit> misfits) {
        return new Misasked(status, misfits);
    }

    HttpStatus status() {
        return status;
    }

    List<Misfit> misfits() {
        return misfits;
    }
}
