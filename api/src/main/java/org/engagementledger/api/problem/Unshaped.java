package org.engagementledger.api.problem;

import java.util.List;
import org.engagementledger.domain.casework.Refusal;

/** A request that lacks so much that it can't be asked of the domain. */
public final class Unshaped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    Unshaped(List<Refusal> refusals) {
        super("The request lacks " + refusals.stream().map(Refusal::field).toList());
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
