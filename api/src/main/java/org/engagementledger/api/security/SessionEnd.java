package org.engagementledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a browser's session that has lasted for long, however busy it is: whoever has left is then
 * known to the identity provider only, and not let in by it again.
 */
final class SessionEnd extends OncePerRequestFilter {

    private final Duration longest;

    SessionEnd(Duration longest) {
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && lasted(session).compareTo(longest) > 0) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    /** From its beginning to the request before this one. */
    private static Duration lasted(HttpSession session) {
        return Duration.ofMillis(session.getLastAccessedTime() - session.getCreationTime());
    }
}
