package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.engagementledger.domain.casework.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who makes a request, for what comes before the controllers. */
public final class Callers {

    private Callers() {}

    /**
     * Who makes it.
     *
     * @throws AccessDeniedException if it is nobody whom we know a role of
     */
    public static Actor actor(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new AccessDeniedException("A login without a role");
    }
}
