package org.engagementledger.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.engagementledger.api.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whatever comes from an address that has failed too often to say who it is, before any
 * credential is looked at. Only failures count, and logins that are begun. Requests that are under
 * way at the same time are all let through, but each of them that fails is paid for: the address
 * waits so much longer.
 */
final class AddressLimits extends OncePerRequestFilter {

    private final Buckets failures;

    AddressLimits(Buckets failures) {
        this.failures = failures;
    }

    /** With a credential, it would tell whether that is right. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.isHealth(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String owner = Addresses.owner(request.getRemoteAddr());
        Optional<Duration> wait = failures.lack(owner);
        if (wait.isPresent()) {
            Problems.writeTooMany(
                    response,
                    wait.get(),
                    "Too many requests from this address failed to say who asks. No credential is"
                            + " looked at before Retry-After has passed.");
            return;
        }
        boolean before = request.getSession(false) != null;
        try {
            chain.doFilter(request, response);
        } finally {
            if (hasFailed(request, response) || hasBegun(request, before)) {
                failures.charge(owner);
            }
        }
    }

    /** Whether a session was made: each is remembered for half an hour. */
    private static boolean hasBegun(HttpServletRequest request, boolean before) {
        return !before && request.getSession(false) != null;
    }

    private static boolean hasFailed(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == HttpStatus.UNAUTHORIZED) {
            // Without a credential nothing was guessed: a browser asks for its icon like that.
            return request.getHeader(HttpHeaders.AUTHORIZATION) != null || Paths.isLogin(request);
        }
        if (status == null || !Paths.isLogin(request)) {
            return false;
        }
        String sentTo = response.getHeader(HttpHeaders.LOCATION);
        return status.is3xxRedirection()
                ? sentTo != null && sentTo.contains("/login?error")
                : status.is4xxClientError() && status != HttpStatus.TOO_MANY_REQUESTS;
    }
}
