package org.engagementledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks development logins. Their password is 128 random bits, so it is compared as it is: a slow
 * hash protects passwords that people choose.
 */
final class DevelopmentAuthentication implements AuthenticationProvider {

    private final byte @Nullable [] password;

    /**
     * @param password of all development logins; null if there are none, and then nobody can log in
     */
    DevelopmentAuthentication(@Nullable String password) {
        this.password = password == null ? null : password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        byte[] given = String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8);
        Actor actor = DevelopmentLogins.named(attempt.getName()).orElse(null);
        if (actor == null || password == null || !MessageDigest.isEqual(password, given)) {
            throw new BadCredentialsException("No such login, or another password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                actor, null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
