package org.engagementledger.api.security;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * People come from an identity provider, found by its issuer (OpenID Connect Discovery 1.0) when
 * the first of them comes: it needn't be up when the service starts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoIssuer.ButOne.class)
class ExternalIssuer {

    @Bean
    ProviderConfiguration provider(Identity identity) {
        return new ProviderConfiguration(trusted(Objects.requireNonNull(identity.issuer())));
    }

    @Bean
    JwtDecoder tokens(Identity identity, ProviderConfiguration provider) {
        JwtDecoder found = new SupplierJwtDecoder(() -> decoder(identity, provider));
        return token -> {
            try {
                return found.decode(token);
            } catch (JwtDecoderInitializationException unreachable) {
                throw new JwtException("The identity provider did not answer", unreachable);
            } catch (JwtException failed) {
                throw ProviderConfiguration.isUnknownKey(failed)
                        ? new BadJwtException("A key that isn't known", failed)
                        : failed;
            }
        };
    }

    private static JwtDecoder decoder(Identity identity, ProviderConfiguration provider) {
        return Tokens.checked(
                NimbusJwtDecoder.withJwkSource(provider.keys())
                        .jwsAlgorithms(
                                allowed -> {
                                    allowed.clear();
                                    allowed.addAll(identity.algorithms());
                                })
                        .jwtProcessorCustomizer(Tokens::types)
                        .build(),
                provider.issuer(),
                identity.audience());
    }

    @Bean
    @ConditionalOnProperty("ledger.identity.client-id")
    ClientRegistrationRepository browsers(Identity identity, ProviderConfiguration provider) {
        Supplier<InMemoryClientRegistrationRepository> found =
                () -> new InMemoryClientRegistrationRepository(browser(identity, provider));
        return new SupplierClientRegistrationRepository(found);
    }

    private static ClientRegistration browser(Identity identity, ProviderConfiguration provider) {
        return ClientRegistrations.fromOidcConfiguration(provider.read())
                .registrationId(SecurityConfiguration.REGISTRATION)
                .clientId(Objects.requireNonNull(identity.clientId()))
                .clientSecret(identity.secret())
                .scope(scopes(identity))
                .build();
    }

    private static String[] scopes(Identity identity) {
        return Stream.concat(Stream.of("openid"), identity.scopes().stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** Keys that come over a wire that anybody may change prove nothing. */
    private static String trusted(URI issuer) {
        if (!"https".equals(issuer.getScheme()) && !isHere(issuer.getHost())) {
            throw new IllegalStateException(
                    Identity.ISSUER + " must be an https address: its keys say who somebody is");
        }
        return issuer.toString();
    }

    private static boolean isHere(@Nullable String host) {
        return host != null && Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }
}
