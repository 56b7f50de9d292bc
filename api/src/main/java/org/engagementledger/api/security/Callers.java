package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.engagementledger.domain.casework.Actor;
import org.springframework.security.core.Authentication;

/** Who makes a request, whether they came with a token or in a browser's session. */
public final class Callers {

    private Callers() {}

    /** Empty for whoever isn't known. */
    public static Optional<Actor> actor(HttpServletRequest request) {
        return authentication(request)
                .map(
                        known ->
                                switch (known.getPrincipal()) {
                                    case Actor actor -> actor;
                                    case BrowserUser user -> user.actor();
                                    case null, default -> null;
                                });
    }

    /** When they stop being known without asking again; empty for a browser's session. */
    public static Optional<Instant> knownUntil(HttpServletRequest request) {
        return authentication(request)
                .filter(KnownActor.class::isInstance)
                .map(known -> ((KnownActor) known).until());
    }

    private static Optional<Authentication> authentication(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                ? Optional.of(known)
                : Optional.empty();
    }
}
