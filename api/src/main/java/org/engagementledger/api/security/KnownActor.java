package org.engagementledger.api.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An actor who came with a token. The token itself isn't kept. */
final class KnownActor extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final Instant until;

    KnownActor(Actor actor, Instant until) {
        super(authorities(actor));
        this.actor = actor;
        this.until = until;
        setAuthenticated(true);
    }

    /** What Spring Security knows the role as. */
    static List<GrantedAuthority> authorities(Actor actor) {
        return List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name()));
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** How long the token still holds: by the true time, whatever a demonstration's clock says. */
    Duration remaining() {
        Duration left = Duration.between(Instant.now(), until);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
