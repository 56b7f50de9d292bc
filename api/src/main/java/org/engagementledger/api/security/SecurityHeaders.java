package org.engagementledger.api.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What every answer tells a browser: to run and load nothing but what comes from here, to be framed
 * by nobody, to keep nothing, and to come back by TLS only.
 */
public final class SecurityHeaders {

    private static final long TWO_YEARS = 63_072_000;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private SecurityHeaders() {}

    /**
     * Adds them. What Spring Security sets by itself stays: {@code no-store}, {@code nosniff},
     * {@code X-Frame-Options}.
     *
     * @param issuer where a form may lead to beside here: logging out ends there
     */
    public static HttpSecurity on(HttpSecurity http, @Nullable URI issuer) throws Exception {
        return http.headers(
                headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(policy(issuer)))
                                .httpStrictTransportSecurity(
                                        // Also behind a proxy that doesn't say that it spoke TLS;
                                        // without TLS a browser ignores it.
                                        strict ->
                                                strict.requestMatcher(AnyRequestMatcher.INSTANCE)
                                                        .maxAgeInSeconds(TWO_YEARS)
                                                        .includeSubDomains(true))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .permissionsPolicyHeader(
                                        permissions -> permissions.policy(PERMISSIONS))
                                .crossOriginOpenerPolicy(
                                        opener ->
                                                opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .crossOriginResourcePolicy(
                                        resource ->
                                                resource.policy(
                                                        CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    private static String policy(@Nullable URI issuer) {
        return issuer == null
                ? POLICY
                : POLICY + " " + issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
