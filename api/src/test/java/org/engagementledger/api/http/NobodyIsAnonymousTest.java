package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is mapped is closed to whoever isn't known. */
class NobodyIsAnonymousTest extends OverHttp {

    private final RequestMappingHandlerMapping mappings;

    NobodyIsAnonymousTest(
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    private record Endpoint(String method, String path) {
        HttpRequest.Builder as(HttpRequest.Builder request) {
            return request.header("Content-Type", "application/json")
                    .method(
                            method,
                            method.equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString("{}"));
        }
    }

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(NobodyIsAnonymousTest::endpoints)
                .toList();
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                // Read by whoever has the address, which is a secret.
                .filter(pattern -> !pattern.equals("/calendars/{secret}.ics"))
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", "x"))
                .flatMap(path -> methods(mapping).map(method -> new Endpoint(method, path)));
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                : mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name);
    }

    @Test
    void allEndpointsAreUnderTest() {
        assertThat(endpoints())
                .hasSizeGreaterThan(20)
                .contains(
                        new Endpoint("POST", "/api/engagements"),
                        new Endpoint("GET", "/api/engagements/x/history"),
                        new Endpoint("PUT", "/api/demo/clock"));
    }

    @Test
    void withoutALoginEveryEndpointAsksForOne() {
        for (Endpoint endpoint : endpoints()) {
            Reply reply = Login.send(endpoint.as(defence.anonymous(endpoint.path())));

            reply.isProblem(401);
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer realm=");
            assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void withNoTokenOfOursEveryEndpointIsClosed() {
        for (String header :
                List.of(
                        "Basic ZGVmZW5jZTpkZWZlbmNl",
                        "Bearer",
                        "Bearer defence",
                        "Bearer " + accounts().password("defence"))) {
            for (Endpoint endpoint : endpoints()) {
                Login.send(endpoint.as(bearing(header).request(endpoint.path()))).isProblem(401);
            }
        }
    }

    @Test
    void whatIsNotMappedIsDenied() {
        for (String path :
                List.of(
                        "/error",
                        "/actuator",
                        "/actuator/env",
                        "/index.html",
                        "/apix",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/userinfo")) {
            Login.send(defence.anonymous(path).GET()).isProblem(401);
            auditor.get(path).isProblem(404);
        }
    }

    @Test
    void noAnswerIsKeptByAnybodyOnTheWay() {
        Reply reply = defence.get("/api/demo/clock").isOk(200);

        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(reply.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void everyLoginHasItsRole() {
        for (String name :
                List.of(
                        "defence",
                        "other-defence",
                        "triage",
                        "prosecutor",
                        "hmcts",
                        "police",
                        "coordinator",
                        "strategy",
                        "auditor",
                        "protection",
                        "operator")) {
            login(name).get("/api/me").isOk(200);
        }
    }
}
