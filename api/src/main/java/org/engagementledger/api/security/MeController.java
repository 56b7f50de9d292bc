package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers whom the service takes them for. */
@RestController
class MeController {

    /**
     * Somebody who is known.
     *
     * @param account the account's id, as it stands in the events
     * @param role the role in which they act
     * @param firm the defence firm they act for
     * @param courts the OU codes of the courts whose sessions they attend
     * @param csrf what a browser's session sends with each request that writes
     */
    record Me(
            String account,
            Role role,
            @Nullable String firm,
            @Nullable List<String> courts,
            @Nullable Csrf csrf) {}

    /**
     * A token against forged requests.
     *
     * @param header the header that it goes into
     * @param token its value in this session
     */
    record Csrf(String header, String token) {}

    /** Whom the service takes the caller for: account, role, firm and courts. */
    @GetMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Me seeMyself(Caller caller, HttpServletRequest request) {
        Actor actor = caller.actor();
        return new Me(
                actor.id(),
                actor.role(),
                actor.firm() == null ? null : actor.firm().value(),
                actor.courts().isEmpty() ? null : actor.courts().stream().sorted().toList(),
                csrf(request));
    }

    /** Only where a session's cookie says who it is; a token needs no other. */
    private static @Nullable Csrf csrf(HttpServletRequest request) {
        return request.getSession(false) != null
                        && request.getAttribute(CsrfToken.class.getName())
                                instanceof CsrfToken token
                ? new Csrf(token.getHeaderName(), token.getToken())
                : null;
    }
}
