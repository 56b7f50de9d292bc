package org.engagementledger.api.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import java.time.Duration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Which tokens hold: signed by the issuer's key with an algorithm that is allowed (the decoder's to
 * check), and by the issuer, for us, begun and not ended (RFC 7519, RFC 8725).
 */
public final class Tokens {

    /** By how much clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private Tokens() {}

    /** Has the decoder take only tokens of this issuer that are made for this audience. */
    public static JwtDecoder checked(NimbusJwtDecoder decoder, String issuer, String audience) {
        decoder.setJwtValidator(validator(issuer, audience));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience), times);
    }

    /** Access tokens are plain JWTs, or say that they are what they are (RFC 9068). */
    public static void types(ConfigurableJWTProcessor<SecurityContext> processor) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }
}
