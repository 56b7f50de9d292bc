package org.engagementledger.api.policy;

import java.util.List;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.policy.Policies;
import org.engagementledger.command.policy.Policies.PolicyState;
import org.engagementledger.domain.casework.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How the policies stand, by which the ledger acts of its own accord. */
@RestController
@RequestMapping(path = "/api/policies", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /**
     * How far each policy has come, what stops it, and which events it couldn't act on. Those are
     * named by their positions in the feed.
     */
    @GetMapping
    List<PolicyState> seePolicies(Caller caller) {
        if (caller.actor().role() != Role.OPERATOR && caller.actor().role() != Role.AUDITOR) {
            throw new AccessDeniedException("Policies are the operator's and the auditor's");
        }
        return policies.states();
    }

    /**
     * Has a policy try once more what it couldn't act on. What waits behind it follows in its
     * order. It is tried soon after the answer.
     *
     * @param name the policy's name
     */
    @PostMapping("/{name}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<PolicyState> retryPolicy(@PathVariable String name, Caller caller) {
        if (caller.actor().role() != Role.OPERATOR) {
            throw new AccessDeniedException("Trying again is the operator's");
        }
        if (!policies.knows(name)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no policy of this name.");
        }
        policies.retry(name);
        return policies.states();
    }
}
