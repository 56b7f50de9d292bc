package org.engagementledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.engagementledger.api.limits.ClientLimits;
import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Nobody is anonymous, and what isn't allowed is refused; whether the service is up anybody may
 * ask, and a calendar is read by whoever has its address. Programs come with a bearer token (RFC
 * 6750) for each request, browsers with the session of an OpenID Connect login. Who may come in
 * where {@link Doors} says.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The name of the one provider that browsers are sent to. */
    static final String REGISTRATION = "ledger";

    private static final String LOGIN = "/oauth2/authorization/" + REGISTRATION;
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** A person with a browser, and not a program that asks the API. */
    private static final RequestMatcher PAGES =
            new AndRequestMatcher(
                    new NegatedRequestMatcher(
                            PathPatternRequestMatcher.withDefaults().matcher("/api/**")),
                    asksForAPage());

    private static RequestMatcher asksForAPage() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    @Bean
    ActorFromClaims actors(Identity identity) {
        return new ActorFromClaims(identity);
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Identity identity,
            ActorFromClaims actors,
            JwtDecoder tokens,
            ObjectProvider<ClientRegistrationRepository> browsers,
            ClientLimits clientLimits)
            throws Exception {
        http.authorizeHttpRequests(SecurityConfiguration::doors)
                .addFilterBefore(
                        new SessionEnd(identity.session()), SecurityContextHolderFilter.class)
                .addFilterBefore(clientLimits, AuthorizationFilter.class)
                .oauth2ResourceServer(
                        server ->
                                server.jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        known(actors)))
                                        .authenticationEntryPoint(EdgeProblems::unknown)
                                        .accessDeniedHandler(EdgeProblems::denied)
                                        .protectedResourceMetadata(
                                                metadata ->
                                                        metadata
                                                                .protectedResourceMetadataCustomizer(
                                                                        us ->
                                                                                describe(
                                                                                        us,
                                                                                        identity)))
                                        .withObjectPostProcessor(
                                                failingBy(
                                                        BearerTokenAuthenticationFilter.class,
                                                        filter ->
                                                                filter
                                                                        .setAuthenticationFailureHandler(
                                                                                EdgeProblems
                                                                                        ::failed))))
                .exceptionHandling(
                        handling ->
                                handling.accessDeniedHandler(EdgeProblems::denied)
                                        .defaultAuthenticationEntryPointFor(
                                                EdgeProblems::unknown,
                                                new NegatedRequestMatcher(PAGES)))
                // A token is given with each request on purpose; a cookie is sent by itself.
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::isForgeable))
                // Whoever logs in begins at the beginning: nobody's address is remembered for them.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()));
        ClientRegistrationRepository providers = browsers.getIfAvailable();
        if (providers != null) {
            http.oauth2Login(login -> login(login, actors, providers))
                    .logout(logout -> logout.logoutSuccessHandler(loggedOut(providers)));
        }
        return SecurityHeaders.on(http, identity.issuer()).build();
    }

    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR,
                        // A stream that goes on was let in when it began.
                        DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health")
                .permitAll();
        for (Doors.Door door : Doors.BY_ADDRESS) {
            requests.requestMatchers(door.method(), door.path()).permitAll();
            requests.requestMatchers(HttpMethod.HEAD, door.path()).permitAll();
        }
        for (Doors.Door door : Doors.ALL) {
            requests.requestMatchers(door.method(), door.path()).hasAnyRole(door.roleNames());
            if (door.method().equals(HttpMethod.GET)) {
                requests.requestMatchers(HttpMethod.HEAD, door.path()).hasAnyRole(door.roleNames());
            }
        }
        requests.anyRequest().denyAll();
    }

    /** Then it is let in by that or not at all; any other scheme leaves it to the cookie. */
    private static boolean bearsToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static Converter<Jwt, AbstractAuthenticationToken> known(ActorFromClaims actors) {
        return token -> {
            try {
                return new KnownActor(
                        actors.actor(token.getClaims()),
                        Objects.requireNonNull(token.getExpiresAt()));
            } catch (ActorFromClaims.NotKnown nobody) {
                throw new InvalidBearerTokenException(String.valueOf(nobody.getMessage()), nobody);
            }
        };
    }

    /** What anybody may ask of where tokens come from (RFC 9728). */
    private static void describe(OAuth2ProtectedResourceMetadata.Builder us, Identity identity) {
        us.tlsClientCertificateBoundAccessTokens(false);
        if (identity.issuer() != null) {
            us.authorizationServer(identity.issuer().toString());
        }
    }

    /** Only what a browser would send in the name of whoever is logged in with it. */
    private static boolean isForgeable(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getSession(false) != null
                && !bearsToken(request);
    }

    /** Begins a login where one begins, and nowhere else. */
    private static OAuth2AuthorizationRequestResolver atLogin(
            ClientRegistrationRepository providers) {
        RequestMatcher here = PathPatternRequestMatcher.withDefaults().matcher(LOGIN);
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(providers);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return here.matches(request) ? resolver.resolve(request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(
                    HttpServletRequest request, String registration) {
                return resolver.resolve(request, registration);
            }
        };
    }

    /** What only the filter itself can be told; it comes by among other things. */
    private static <T> ObjectPostProcessor<Object> failingBy(Class<T> type, Consumer<T> change) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F> F postProcess(F made) {
                if (type.isInstance(made)) {
                    change.accept(type.cast(made));
                }
                return made;
            }
        };
    }

    private static void login(
            OAuth2LoginConfigurer<HttpSecurity> login,
            ActorFromClaims actors,
            ClientRegistrationRepository providers) {
        login.loginPage(LOGIN)
                .failureHandler(EdgeProblems::notLoggedIn)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(atLogin(providers)))
                .withObjectPostProcessor(
                        failingBy(
                                OAuth2AuthorizationRequestRedirectFilter.class,
                                filter ->
                                        filter.setAuthenticationFailureHandler(
                                                EdgeProblems::noProvider)))
                .userInfoEndpoint(info -> info.oidcUserService(users(actors)));
    }

    /** By the ID token alone, so that nobody else is asked who somebody is. */
    private static OAuth2UserService<OidcUserRequest, OidcUser> users(ActorFromClaims actors) {
        return request -> {
            try {
                Actor actor = actors.actor(request.getIdToken().getClaims());
                return new BrowserUser(actor, request.getIdToken());
            } catch (ActorFromClaims.NotKnown nobody) {
                throw new OAuth2AuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, nobody.getMessage(), null),
                        nobody);
            }
        };
    }

    private static OidcClientInitiatedLogoutSuccessHandler loggedOut(
            ClientRegistrationRepository providers) {
        OidcClientInitiatedLogoutSuccessHandler handler =
                new OidcClientInitiatedLogoutSuccessHandler(providers);
        handler.setPostLogoutRedirectUri("{baseUrl}");
        return handler;
    }
}
