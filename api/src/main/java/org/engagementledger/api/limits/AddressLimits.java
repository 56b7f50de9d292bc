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
 * credential is looked at. Only failures count, and a calendar's address that leads nowhere is one;
 * and, apart from them, sessions that are begun, each of which is remembered for half an hour, and
 * calendars that are read without a login. Requests that are under way at the same time are all let
 * through, but each of them that fails is paid for: the address waits so much longer.
 */
final class AddressLimits extends OncePerRequestFilter {

    /** Set on a request whose path no server's log may have. */
    private static final String UNLOGGED = "ledger.unlogged";

    private final Buckets failures;
    private final Buckets sessions;
    private final Buckets calendars;

    AddressLimits(Buckets failures, Buckets sessions, Buckets calendars) {
        this.failures = failures;
        this.sessions = sessions;
        this.calendars = calendars;
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
        if (Paths.isCalendar(request)) {
            request.setAttribute(UNLOGGED, true);
        }
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
        wait = Paths.isCalendar(request) ? calendars.take(owner) : Optional.empty();
        if (wait.isPresent()) {
            Problems.writeTooMany(
                    response, wait.get(), "Too many calendars were read from this address.");
            return;
        }
        boolean mayBegin =
                request.getSession(false) == null
                        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        wait = mayBegin ? sessions.lack(owner) : Optional.empty();
        if (wait.isPresent()) {
            Problems.writeTooMany(
                    response, wait.get(), "Too many logins were begun from this address.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (hasFailed(request, response)) {
                failures.charge(owner);
            }
            if (mayBegin && request.getSession(false) != null) {
                sessions.charge(owner);
            }
        }
    }

    private static boolean hasFailed(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (Paths.isCalendar(request)) {
            return status == HttpStatus.NOT_FOUND;
        }
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
