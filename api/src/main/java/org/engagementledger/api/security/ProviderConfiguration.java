package org.engagementledger.api.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider publishes (OpenID Connect Discovery 1.0), and its keys. Nobody waits for it
 * long, nobody makes the service ask it often, and its keys hold while it is away for a while.
 */
final class ProviderConfiguration {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final int PATIENCE_MS = 5_000;
    private static final int LONGEST = 1_000_000;
    private static final long OUTAGE_MS = Duration.ofHours(1).toMillis();

    private final String issuer;
    private final DefaultResourceRetriever retriever =
            new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LONGEST);

    ProviderConfiguration(String issuer) {
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    /**
     * Asks for it.
     *
     * @throws IllegalStateException if it doesn't answer, or answers for another issuer
     */
    Map<String, Object> read() {
        try {
            String address =
                    issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            Map<String, Object> told =
                    JsonMapper.shared()
                            .readValue(
                                    retriever
                                            .retrieveResource(
                                                    URI.create(address + WELL_KNOWN).toURL())
                                            .getContent(),
                                    new TypeReference<Map<String, Object>>() {});
            if (!issuer.equals(told.get("issuer"))) {
                throw new IllegalStateException("The provider answers for another issuer");
            }
            return told;
        } catch (IOException silent) {
            throw new IllegalStateException("The provider does not answer", silent);
        }
    }

    /** Its keys, as of now and from then on. */
    JWKSource<SecurityContext> keys() {
        try {
            return JWKSourceBuilder.create(
                            URI.create(String.valueOf(read().get("jwks_uri"))).toURL(), retriever)
                    .rateLimited(true)
                    .outageTolerant(OUTAGE_MS)
                    .build();
        } catch (MalformedURLException nowhere) {
            throw new IllegalStateException("The provider doesn't say where its keys are", nowhere);
        }
    }

    /** Whether a token names a key that wasn't among those just asked for. */
    static boolean isUnknownKey(Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }
}
