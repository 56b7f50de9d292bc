package org.engagementledger.api.projection;

import java.util.List;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.projection.Projections;
import org.engagementledger.query.projection.Projections.State;
import org.springframework.dao.PessimisticLockingFailureException;
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

/** How the projections stand; an operator has one made again. */
@RestController
@RequestMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectionController {

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    /** How far each projection has come, and whether it is being made again. */
    @GetMapping
    List<State> seeProjections(Caller caller) {
        if (caller.actor().role() != Role.OPERATOR && caller.actor().role() != Role.AUDITOR) {
            throw new AccessDeniedException("Projections are the operator's and the auditor's");
        }
        return projections.states();
    }

    /**
     * Makes a projection again from the feed, beside the one that is read. Once it has caught up it
     * takes that one's place, and both are compared.
     */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<State> rebuildProjection(@PathVariable String name, Caller caller) {
        if (caller.actor().role() != Role.OPERATOR) {
            throw new AccessDeniedException("Rebuilding is the operator's");
        }
        if (!projections.knows(name)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no projection of this name.");
        }
        try {
            if (!projections.rebuild(name)) {
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "This projection is being made again already.");
            }
        } catch (PessimisticLockingFailureException reading) {
            throw new NotYet("Somebody has been reading this projection for long: ask again.");
        }
        return projections.states();
    }
}
