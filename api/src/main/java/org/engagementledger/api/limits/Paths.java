package org.engagementledger.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What is asked, with the path as it is routed: decoded, without parameters. */
final class Paths {

    /** Where it is said who one is, in the body. */
    private static final Set<String> LOGINS = Set.of("/login", "/oauth2/token");

    private Paths() {}

    static boolean isHealth(HttpServletRequest request) {
        return path(request).equals("/actuator/health");
    }

    static boolean isLogin(HttpServletRequest request) {
        return request.getMethod().equals("POST") && LOGINS.contains(path(request));
    }

    /** Whether it is read by an address that is a secret. */
    static boolean isCalendar(HttpServletRequest request) {
        return path(request).startsWith("/calendars/");
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
