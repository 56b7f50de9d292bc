package org.engagementledger.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * What an operator sets under {@code ledger.identity}: where people come from, and how they are
 * known.
 *
 * @param issuer the identity provider's issuer (OpenID Connect Discovery 1.0); null for development
 *     accounts
 * @param audience what a token must be made for (RFC 7519, {@code aud})
 * @param algorithms by which tokens may be signed: asymmetric ones only
 * @param clientId as whom the service asks the provider to log a browser in; null if no browser
 *     shall log in
 * @param clientSecret that client's secret
 * @param clientSecretFile the same in a file
 * @param scopes what it asks for beside {@code openid}
 * @param session how long a browser's session lasts at most
 * @param claims which claim says what
 * @param roles what a value of the role's claim means; if there are none, a role's own name means
 *     it
 */
@ConfigurationProperties("ledger.identity")
public record Identity(
        @Nullable URI issuer,
        @DefaultValue("engagement-ledger") String audience,
        @DefaultValue("RS256") Set<SignatureAlgorithm> algorithms,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue Set<String> scopes,
        @DefaultValue("8h") Duration session,
        @DefaultValue Claims claims,
        @DefaultValue Map<String, Role> roles) {

    /** The property that makes the development accounts give way to an identity provider. */
    public static final String ISSUER = "ledger.identity.issuer";

    /**
     * Names of claims; dots lead into objects, as in {@code realm_access.roles}.
     *
     * @param account the account's stable id: never a name or an address
     * @param role one role, or a list in which one role is
     * @param firm the defence firm's id
     * @param courts the OU codes of the courts that a court's or police contact attends
     */
    public record Claims(
            @DefaultValue("sub") String account,
            @DefaultValue("role") String role,
            @DefaultValue("firm") String firm,
            @DefaultValue("courts") String courts) {}

    public Identity {
        // An empty variable of the environment sets nothing.
        issuer = issuer == null || issuer.toString().isBlank() ? null : issuer;
        algorithms = Set.copyOf(algorithms);
        scopes = Set.copyOf(scopes);
        roles = Map.copyOf(roles);
        if (roles.containsValue(Role.SYSTEM)) {
            throw new IllegalArgumentException(
                    "ledger.identity.roles: nobody has the role SYSTEM, it is the ledger's own");
        }
    }

    /** The secret of the client, from wherever it is kept; null if there is none. */
    @Nullable String secret() {
        if (clientSecretFile == null) {
            return clientSecret;
        }
        try {
            return Files.readString(clientSecretFile).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "ledger.identity.client-secret-file can't be read", failed);
        }
    }
}
