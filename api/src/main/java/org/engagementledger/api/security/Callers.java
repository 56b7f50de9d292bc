package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.engagementledger.domain.casework.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who makes a request, whether they came with a token or in a browser's session. */
public final class Callers {

    /** A browser comes back by itself, and is asked again whether its session goes on. */
    private static final Duration SESSION = Duration.ofMinutes(30);

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

    /**
     * Somebody who is.
     *
     * @throws AccessDeniedException if they aren't
     */
    public static Actor known(HttpServletRequest request) {
        return actor(request).orElseThrow(() -> new AccessDeniedException("Nobody is known here"));
    }

    /** How long they are known without saying anew who they are. */
    public static Duration knownFor(HttpServletRequest request) {
        return authentication(request)
                .filter(KnownActor.class::isInstance)
                .map(known -> ((KnownActor) known).remaining())
                .orElse(SESSION);
    }

    private static Optional<Authentication> authentication(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                ? Optional.of(known)
                : Optional.empty();
    }
}
