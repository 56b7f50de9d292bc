package org.engagementledger.api.security;

import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** An actor whom the identity provider logged in for a browser's session. */
final class BrowserUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    BrowserUser(Actor actor, OidcIdToken token) {
        super(KnownActor.authorities(actor), token);
        this.actor = actor;
    }

    Actor actor() {
        return actor;
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
