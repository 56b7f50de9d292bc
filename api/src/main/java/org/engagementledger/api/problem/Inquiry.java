package org.engagementledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Gathers what is wrong with a request's parameters, so that all of it comes back together. A
 * controller that takes one is called even if a parameter can't be read: that one is as if it had
 * been left out, until {@link #complete}.
 */
public final class Inquiry {

    private static final String ATTRIBUTE = Inquiry.class.getName();

    private final List<Misfit> misfits = new ArrayList<>();
    private HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;

    /** The one of a request. */
    public static Inquiry of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Inquiry begun) {
            return begun;
        }
        Inquiry begun = new Inquiry();
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    /**
     * Refuses a parameter.
     *
     * @param name empty if it is no single one
     */
    public void refuse(String name, String code, String detail) {
        misfits.add(
                name.isEmpty()
                        ? new Misfit(code, null, null, null, detail)
                        : Misfit.at(name, code, detail));
    }

    /** Refuses what the domain refuses; what isn't there is not found, whatever else is wrong. */
    public void refuse(Refusal refusal) {
        if (refusal.rule().kind() == Rule.Kind.UNKNOWN) {
            status = HttpStatus.NOT_FOUND;
        }
        refuse(refusal.field(), refusal.rule().name(), refusal.sentence());
    }

    /**
     * Refuses a parameter that nobody reads; its name is said only if nothing can be hidden in it.
     */
    public void unknown(String name, String detail) {
        refuse(Misfit.isHarmless(name) ? name : "", "PARAMETER_UNKNOWN", detail);
    }

    /** Refuses a value that isn't of the type. */
    public void malformed(String name, Class<?> type) {
        refuse(name, "MALFORMED", Kinds.expected(type));
    }

    /** Refuses to do without a parameter. */
    public void missing(String name) {
        refuse(name, "REQUIRED", "This parameter is needed.");
    }

    /** Whether one of these parameters has been refused, so that nothing follows from it. */
    public boolean refuses(String... names) {
        return misfits.stream()
                .anyMatch(misfit -> Arrays.asList(names).contains(misfit.parameter()));
    }

    /** Whether anything has been refused. */
    public boolean refusesAny() {
        return !misfits.isEmpty();
    }

    /**
     * What was made of the parameters.
     *
     * @throws Misasked if anything was refused
     */
    public <T extends @Nullable Object> T complete(T made) {
        if (refusesAny()) {
            throw Misasked.parameters(status, misfits);
        }
        return made;
    }
}
