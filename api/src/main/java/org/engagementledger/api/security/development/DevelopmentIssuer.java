package org.engagementledger.api.security.development;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.api.security.Identity;
import org.engagementledger.api.security.NoIssuer;
import org.engagementledger.api.security.SecurityHeaders;
import org.engagementledger.api.security.Tokens;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Spring's authorization server, in this service and for its development accounts: programs get a
 * token for an account's name and password (RFC 6749, client credentials), browsers log in with the
 * same. Its key lives as long as the process.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoIssuer.class)
class DevelopmentIssuer {

    private static final String REGISTRATION = "ledger";
    private static final int KEY_BITS = 2048;

    private final DevelopmentPasswords passwords;

    /** Passwords that nobody knows yet. */
    private Map<String, String> toTell;

    private final Identity identity;
    private final String issuer;

    /** What this service's own browser client proves itself by; nobody else ever learns it. */
    private final String browserSecret = UUID.randomUUID().toString();

    DevelopmentIssuer(LedgerProperties properties, Identity identity, Environment environment) {
        this.passwords = new DevelopmentPasswords(properties.home());
        this.toTell = passwords.exist() ? Map.of() : passwords.reset();
        this.identity = identity;
        this.issuer = "http://127.0.0.1:" + environment.getProperty("server.port", "8080");
    }

    /** The first start tells the passwords, when nothing more is logged that would hide them. */
    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void tellOnce() {
        if (!toTell.isEmpty()) {
            System.out.printf(
                    "%nThe passwords of the development accounts, told this once:%n%n%s%n%n",
                    DevelopmentPasswords.told(toTell));
            toTell = Map.of();
        }
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys) {
        return Tokens.checked(
                NimbusJwtDecoder.withJwkSource(keys).jwtProcessorCustomizer(Tokens::types).build(),
                issuer,
                identity.audience());
    }

    @Bean
    AuthorizationServerSettings issuerSettings() {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new DevelopmentClients(passwords, browserSecret);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new BrowserLogins();
    }

    @Bean
    UserDetailsService accounts() {
        return this::user;
    }

    private UserDetails user(String name) {
        String hash =
                passwords
                        .hash(name)
                        .orElseThrow(() -> new UsernameNotFoundException("No such account"));
        return User.withUsername(name).password(hash).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whatTokensSay() {
        return token -> {
            DevelopmentAccount account =
                    DevelopmentAccount.named(
                                    Objects.requireNonNull(token.<Authentication>getPrincipal())
                                            .getName())
                            .orElseThrow();
            JwtClaimsSet.Builder claims = token.getClaims();
            claims.claim(identity.claims().role(), account.role().name());
            if (account.firm() != null) {
                claims.claim(identity.claims().firm(), account.firm());
            }
            if (!account.courts().isEmpty()) {
                claims.claim(identity.claims().courts(), account.courts());
            }
            if (!token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                claims.audience(List.of(identity.audience()));
            }
        };
    }

    @Bean
    ClientRegistrationRepository browsers(Environment environment) {
        // Only once the service runs its port is known.
        return new SupplierClientRegistrationRepository(
                () ->
                        new InMemoryClientRegistrationRepository(
                                browser(
                                        "http://127.0.0.1:"
                                                + environment.getRequiredProperty(
                                                        "local.server.port"))));
    }

    private ClientRegistration browser(String here) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(DevelopmentClients.BROWSER)
                .clientSecret(browserSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .redirectUri("{baseUrl}" + DevelopmentClients.CALLBACK)
                // Where the browser is already, whatever name it knows this place by.
                .authorizationUri("/oauth2/authorize")
                .tokenUri(here + "/oauth2/token")
                .jwkSetUri(here + "/oauth2/jwks")
                .issuerUri(issuer)
                .build();
    }

    /** Its login and what it remembers are apart from those of the service itself. */
    @Bean
    @Order(1)
    SecurityFilterChain issuing(HttpSecurity http) throws Exception {
        HttpSessionSecurityContextRepository context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("DEVELOPMENT_ACCOUNT");
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setSessionAttrName("DEVELOPMENT_REQUEST");
        http.securityMatcher(
                        "/oauth2/authorize",
                        "/oauth2/token",
                        "/oauth2/jwks",
                        "/.well-known/openid-configuration",
                        "/login",
                        "/default-ui.css")
                .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .securityContext(contexts -> contexts.securityContextRepository(context))
                .requestCache(cache -> cache.requestCache(requests))
                .formLogin(Customizer.withDefaults());
        return SecurityHeaders.on(http, null).build();
    }
}
