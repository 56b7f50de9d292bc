package org.engagementledger.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.engagementledger.api.problem.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests of an account that asks too often, before anything of them is carried out.
 * Stands where it is known who asks; what nobody's account asks it lets through. A stream counts
 * once, when it is opened.
 */
public final class ClientLimits extends OncePerRequestFilter {

    private final Buckets buckets;

    ClientLimits(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.isHealth(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = account(request).flatMap(buckets::take);
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            Problems.writeTooMany(
                    response,
                    wait.get(),
                    "This account asks more often than it may. Nothing was carried out: come back"
                            + " when Retry-After has passed.");
        }
    }

    /** A principal's name is its account's id; there is none while nobody is known. */
    private static Optional<String> account(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
    }
}
