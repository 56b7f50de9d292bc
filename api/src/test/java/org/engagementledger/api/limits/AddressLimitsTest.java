package org.engagementledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What counts as a failure, told from what the service answered. */
class AddressLimitsTest {

    private static final int FAILURES = 3;

    private final HandMovedTime time = new HandMovedTime();
    private final AddressLimits limits = new AddressLimits(buckets(), buckets(), buckets());

    private Buckets buckets() {
        return new Buckets(FAILURES, FAILURES, Duration.ofMinutes(1), 1_000, time);
    }

    @FunctionalInterface
    private interface Service {
        void answer(HttpServletResponse response) throws IOException, ServletException;
    }

    private record Asked(String method, String path, String address) {
        MockHttpServletRequest request() {
            MockHttpServletRequest request = new MockHttpServletRequest(method, path);
            request.setServletPath(path);
            request.setRemoteAddr(address);
            request.addHeader("Authorization", "Bearer x");
            return request;
        }
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, Service service)
            throws IOException, ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(
                request, response, (asked, answer) -> service.answer((HttpServletResponse) answer));
        return response;
    }

    private boolean counts(Asked asked, Service service) throws Exception {
        for (int i = 0; i < FAILURES; i++) {
            ask(asked.request(), service);
        }
        return isRefused(asked.address());
    }

    private boolean isRefused(String address) throws Exception {
        Asked anything = new Asked("GET", "/api/me", address);
        return ask(anything.request(), response -> response.setStatus(200)).getStatus() == 429;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/engagements, 401, , true",
        "POST, /api/engagements, 401, , true",
        "HEAD, /api/engagements, 401, , true",
        "GET,  /api/engagements, 200, , false",
        "GET,  /api/engagements, 403, , false",
        "GET,  /api/engagements, 404, , false",
        "POST, /api/engagements, 400, , false",
        "GET,  /api/engagements, 500, , false",
        "POST, /oauth2/token, 400, , true",
        "POST, /oauth2/token, 401, , true",
        "POST, /oauth2/token, 200, , false",
        "POST, /oauth2/token, 429, , false",
        "POST, /oauth2/token, 503, , false",
        "GET,  /oauth2/token, 400, , false",
        "POST, /login, 302, /login?error, true",
        "POST, /login, 302, http://127.0.0.1:8080/login?error, true",
        "POST, /login, 302, /, false",
        "POST, /login, 302, /oauth2/authorize?client_id=x&continue, false",
        "POST, /login, 403, , true",
        "GET,  /login, 200, , false",
        "GET,  /login?error, 200, , false",
        "GET,  /calendars/x.ics, 404, , true",
        "HEAD, /calendars/x.ics, 404, , true",
        "GET,  /calendars/x.ics, 200, , false",
        "GET,  /calendars/x.ics, 304, , false"
    })
    void whatCounts(String method, String path, int status, String sentTo, boolean counts)
            throws Exception {
        Asked asked = new Asked(method, path.replaceAll("\\?.*", ""), "192.0.2.1");

        assertThat(
                        counts(
                                asked,
                                response -> {
                                    response.setStatus(status);
                                    if (sentTo != null) {
                                        response.setHeader("Location", sentTo);
                                    }
                                }))
                .isEqualTo(counts);
    }

    @Test
    void calendarsAreReadSoOftenAndNoMore() throws Exception {
        Asked calendar = new Asked("GET", "/calendars/x.ics", "192.0.2.1");
        for (int i = 0; i < FAILURES; i++) {
            assertThat(ask(calendar.request(), response -> response.setStatus(200)).getStatus())
                    .isEqualTo(200);
        }

        assertThat(ask(calendar.request(), response -> response.setStatus(200)).getStatus())
                .isEqualTo(429);
        assertThat(isRefused("192.0.2.1")).as("Anything else").isFalse();
        time.passes(Duration.ofMinutes(1));
        assertThat(ask(calendar.request(), response -> response.setStatus(200)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void aCalendarsAddressIsInNoLogOfTheServer() throws Exception {
        MockHttpServletRequest calendar =
                new Asked("GET", "/calendars/x.ics", "192.0.2.1").request();
        MockHttpServletRequest other = new Asked("GET", "/api/calendars", "192.0.2.1").request();
        ask(calendar, response -> response.setStatus(200));
        ask(other, response -> response.setStatus(200));

        assertThat(calendar.getAttribute("ledger.unlogged")).isNotNull();
        assertThat(other.getAttribute("ledger.unlogged")).isNull();
    }

    @Test
    void itCountsAlsoIfTheAnswerIsAnError() throws Exception {
        assertThat(
                        counts(
                                new Asked("GET", "/api/me", "192.0.2.1"),
                                response -> response.sendError(401)))
                .isTrue();
    }

    @Test
    void otherAddressesAreNotTouched() throws Exception {
        counts(new Asked("GET", "/api/me", "192.0.2.1"), response -> response.setStatus(401));

        assertThat(isRefused("192.0.2.1")).isTrue();
        assertThat(isRefused("192.0.2.2")).isFalse();
    }

    @Test
    void aNetworkOfVersionSixIsOneAddress() throws Exception {
        for (int i = 0; i < FAILURES; i++) {
            ask(
                    new Asked("GET", "/api/me", "2001:db8::" + i).request(),
                    response -> response.setStatus(401));
        }

        assertThat(isRefused("2001:db8::ffff")).isTrue();
        assertThat(isRefused("2001:db8:0:1::")).isFalse();
    }

    @Test
    void theServiceIsNotAskedAndTheCallerIsToldWhenToComeBack() throws Exception {
        Asked asked = new Asked("GET", "/api/me", "192.0.2.1");
        counts(asked, response -> response.setStatus(401));

        MockHttpServletResponse refused =
                ask(
                        asked.request(),
                        response -> {
                            throw new AssertionError("Nothing is to be looked at");
                        });

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        time.passes(Duration.ofMillis(19_999));
        assertThat(isRefused("192.0.2.1")).isTrue();
        time.passes(Duration.ofMillis(1));
        assertThat(isRefused("192.0.2.1")).isFalse();
    }

    @Test
    void beingRefusedIsNoFailure() throws Exception {
        counts(
                new Asked("POST", "/oauth2/token", "192.0.2.1"),
                response -> response.setStatus(400));
        for (int i = 0; i < 100; i++) {
            assertThat(isRefused("192.0.2.1")).isTrue();
        }

        time.passes(Duration.ofSeconds(20));
        assertThat(isRefused("192.0.2.1")).isFalse();
    }

    /** What many at once got through is paid for afterwards. */
    @Test
    void thoseThatWereUnderWayAtTheSameTimeAreCounted() throws Exception {
        Asked asked = new Asked("GET", "/api/me", "192.0.2.1");
        ask(asked.request(), response -> nested(asked, response, 2 * FAILURES - 1));

        time.passes(Duration.ofSeconds(79));
        assertThat(isRefused("192.0.2.1")).isTrue();
        time.passes(Duration.ofSeconds(1));
        assertThat(isRefused("192.0.2.1")).isFalse();
    }

    private void nested(Asked asked, HttpServletResponse response, int more)
            throws IOException, ServletException {
        if (more > 0) {
            ask(asked.request(), inner -> nested(asked, inner, more - 1));
        }
        response.setStatus(401);
    }

    @Test
    void whetherTheServiceIsUpAnybodyLearnsAtAnyTime() throws Exception {
        Asked health = new Asked("GET", "/actuator/health", "192.0.2.1");
        counts(new Asked("GET", "/api/me", "192.0.2.1"), response -> response.setStatus(401));

        MockHttpServletRequest anybodys = health.request();
        anybodys.removeHeader("Authorization");
        assertThat(ask(anybodys, response -> response.setStatus(200)).getStatus()).isEqualTo(200);
    }

    @Test
    void whoeverSaysNothingHasGuessedNothing() throws Exception {
        for (int i = 0; i < 2 * FAILURES; i++) {
            MockHttpServletRequest icon = new Asked("GET", "/favicon.ico", "192.0.2.1").request();
            icon.removeHeader("Authorization");
            ask(icon, response -> response.setStatus(401));
        }

        assertThat(isRefused("192.0.2.1")).isFalse();
    }

    @Test
    void eachLoginThatIsBegunCounts() throws Exception {
        for (int i = 0; i < FAILURES; i++) {
            MockHttpServletRequest begun = new Asked("GET", "/", "192.0.2.1").request();
            begun.removeHeader("Authorization");
            ask(
                    begun,
                    response -> {
                        assertThat(begun.getSession(true)).isNotNull();
                        response.setStatus(302);
                    });
        }
        MockHttpServletRequest another = new Asked("GET", "/", "192.0.2.1").request();
        another.removeHeader("Authorization");

        assertThat(ask(another, response -> response.setStatus(302)).getStatus()).isEqualTo(429);
        // Whoever is known already, or comes with a token, begins none.
        assertThat(isRefused("192.0.2.1")).isFalse();
        another.getSession(true);
        assertThat(ask(another, response -> response.setStatus(200)).getStatus()).isEqualTo(200);
    }

    /** Else it would tell whoever is refused elsewhere whether a password is right. */
    @Test
    void whoeverSaysAtItWhoTheyAreIsCounted() throws Exception {
        Asked health = new Asked("GET", "/actuator/health", "192.0.2.1");
        for (int i = 0; i < FAILURES; i++) {
            ask(health.request(), response -> response.setStatus(401));
        }

        assertThat(ask(health.request(), response -> response.setStatus(200)).getStatus())
                .isEqualTo(429);
    }
}
