package org.engagementledger.api.security;

import jakarta.servlet.DispatcherType;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.api.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Nobody is anonymous, and what isn't allowed is refused; whether the service is up anybody may
 * ask. What somebody may do in their role is the domain's to say; here it is only who they are.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                // A stream that goes on was let in when it began.
                                                DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/actuator/health")
                                        .permitAll()
                                        .requestMatchers("/api/**")
                                        .authenticated()
                                        .anyRequest()
                                        .denyAll())
                .httpBasic(
                        basic ->
                                basic.realmName("Engagement Ledger")
                                        .authenticationEntryPoint(
                                                (request, response, denied) -> {
                                                    response.setHeader(
                                                            "WWW-Authenticate",
                                                            "Basic realm=\"Engagement Ledger\"");
                                                    Problems.write(
                                                            response,
                                                            HttpStatus.UNAUTHORIZED,
                                                            "Log in first; nothing here is open to everybody.");
                                                }))
                .exceptionHandling(
                        handling ->
                                handling.accessDeniedHandler(
                                        (request, response, denied) ->
                                                Problems.write(
                                                        response,
                                                        HttpStatus.FORBIDDEN,
                                                        "This isn't open to you.")))
                // No cookie logs anybody in, so no other site can make a browser ask in their name.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * Without development logins nobody can log in: until accounts come, that is what production
     * means.
     */
    @Bean
    AuthenticationProvider logins(LedgerProperties properties) {
        return new DevelopmentAuthentication(
                properties.developmentLogins() ? DevelopmentPassword.in(properties.home()) : null);
    }
}
