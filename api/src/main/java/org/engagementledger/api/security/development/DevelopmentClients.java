package org.engagementledger.api.security.development;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Each development account as a program of its own, and the browser's side of this service. */
final class DevelopmentClients implements RegisteredClientRepository {

    static final String BROWSER = "engagement-ledger-browser";
    static final String CALLBACK = "/login/oauth2/code/ledger";

    private static final Duration TOKENS_LIVE = Duration.ofMinutes(15);

    private final DevelopmentPasswords passwords;
    private final String browserHash;

    DevelopmentClients(DevelopmentPasswords passwords, String browserSecret) {
        this.passwords = passwords;
        this.browserHash = DevelopmentPasswords.HASHES.encode(browserSecret);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return id.equals(BROWSER)
                ? browser()
                : passwords.hash(id).map(hash -> program(id, hash)).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("The development accounts are what they are");
    }

    private static RegisteredClient program(String name, String hash) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(hash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(settings())
                .build();
    }

    private RegisteredClient browser() {
        return RegisteredClient.withId(BROWSER)
                .clientId(BROWSER)
                .clientSecret(browserHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // On whatever port (RFC 8252, 7.3), but by this name of the place.
                .redirectUri("http://127.0.0.1" + CALLBACK)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(settings())
                .build();
    }

    private static TokenSettings settings() {
        return TokenSettings.builder().accessTokenTimeToLive(TOKENS_LIVE).build();
    }
}
