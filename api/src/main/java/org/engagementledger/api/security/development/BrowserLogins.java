package org.engagementledger.api.security.development;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Remembers the few browsers that log in, and not each of the many tokens of programs. */
final class BrowserLogins implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService logins = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization
                .getAuthorizationGrantType()
                .equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            logins.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        logins.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return logins.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType tokenType) {
        return logins.findByToken(token, tokenType);
    }
}
