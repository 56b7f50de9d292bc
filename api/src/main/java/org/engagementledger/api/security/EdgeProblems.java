package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.domain.casework.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is answered to whoever doesn't come in. */
final class EdgeProblems {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeProblems.class);

    private static final BearerTokenAuthenticationEntryPoint CHALLENGE = challenge();

    private EdgeProblems() {}

    private static BearerTokenAuthenticationEntryPoint challenge() {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        challenge.setRealmName("engagement-ledger");
        return challenge;
    }

    /** 401, or 400 for a request that says in two ways who it is from. */
    static void unknown(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unknown)
            throws IOException {
        CHALLENGE.commence(request, response, unknown);
        Problems.write(
                response,
                HttpStatus.valueOf(response.getStatus()),
                "Nothing here is open to everybody: come with a bearer token that is valid.");
    }

    /** The same, unless it isn't the caller's fault. */
    static void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            LOG.warn("The identity provider did not answer: {}", failure.getClass().getName());
            Problems.unavailable(response, "Whose token this is can't be checked now: ask again.");
        } else {
            unknown(request, response, failure);
        }
    }

    /** 401 for a browser whose login came to nothing; what the provider said isn't passed on. */
    static void notLoggedIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        failed(
                request,
                response,
                failure instanceof AuthenticationServiceException
                        ? failure
                        : new InsufficientAuthenticationException("Not logged in"));
    }

    /** 503 for a browser that can't be sent to a provider which doesn't answer. */
    static void noProvider(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        failed(request, response, new AuthenticationServiceException("No provider", failure));
    }

    /** 404 for what there isn't, 405 for what is asked in another way, 403 for what is there. */
    static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            Problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "A browser's request to write carries the token that /api/me tells.");
            return;
        }
        Set<String> methods = methods(request);
        if (methods.isEmpty()) {
            Problems.write(response, HttpStatus.NOT_FOUND, "There is nothing here.");
        } else if (!methods.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", methods));
            Problems.write(
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "This isn't asked in this way: see Allow.");
        } else {
            Problems.notPermitted(response, Callers.actor(request).map(Actor::role).orElseThrow());
        }
    }

    private static Set<String> methods(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        Set<String> methods = new TreeSet<>();
        Doors.ALL.stream()
                .filter(door -> PathPatternParser.defaultInstance.parse(door.path()).matches(path))
                .map(Doors.Door::method)
                .forEach(
                        method -> {
                            methods.add(method.name());
                            if (method.equals(HttpMethod.GET)) {
                                methods.add(HttpMethod.HEAD.name());
                            }
                        });
        return methods;
    }
}
