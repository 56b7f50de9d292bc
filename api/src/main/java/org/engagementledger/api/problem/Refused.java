package org.engagementledger.api.problem;

import java.util.List;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;

/** A request that is refused, for all of these reasons. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** For several reasons, which are told together. */
    public Refused(List<Refusal> refusals) {
        // It ends a request, and is no failure: nobody needs to know where it was thrown.
        super(String.valueOf(refusals.size()), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** For what is asked as a whole. */
    public static Refused by(Rule rule) {
        return new Refused(List.of(Refusal.of(rule, "")));
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
