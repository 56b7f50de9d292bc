package org.engagementledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.engagementledger.api.http.OverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with a browser, who logs in with a development account. */
class BrowserLoginTest extends OverHttp {

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(service());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private HttpResponse<String> logInAs(String account, String password) throws Exception {
        HttpResponse<String> form = browser.open("/");
        assertThat(form.uri().getPath()).isEqualTo("/login");
        return browser.submit(form, "/login", Map.of("username", account, "password", password));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }

    @Test
    void whoeverOpensTheServiceLogsInAndIsTakenForWhomTheyAre() throws Exception {
        HttpResponse<String> me = logInAs("triage", accounts().password("triage"));

        assertThat(me.uri().getPath()).isEqualTo("/api/me");
        assertThat(json(me).path("account").asString()).isEqualTo("triage");
        assertThat(json(me).path("role").asString()).isEqualTo("TRIAGE_OFFICER");
        assertThat(browser.open("/api/engagements").statusCode()).isEqualTo(200);
        assertThat(browser.open("/api/projections").statusCode()).isEqualTo(403);
    }

    @Test
    void anotherPasswordLetsNobodyIn() throws Exception {
        HttpResponse<String> again = logInAs("triage", accounts().password("auditor"));

        assertThat(again.uri().toString()).endsWith("/login?error");
        assertThat(browser.send(browser.here("/api/me").GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionIsAnotherOnceSomebodyIsKnown() throws Exception {
        browser.open("/");
        String before = browser.cookies().get("ledger-session");
        logInAs("triage", accounts().password("triage"));

        assertThat(before).isNotNull().isNotEqualTo(browser.cookies().get("ledger-session"));
        assertThat(browser.set())
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("ledger-session=")
                                        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/"));
    }

    @Test
    void noOtherSiteWritesInTheirName() throws Exception {
        JsonNode me = json(logInAs("operator", accounts().password("operator")));
        String clock = "{\"now\":\"2020-11-01T09:00:00Z\"}";

        assertThat(
                        browser.send(
                                        browser.here("/api/demo/clock")
                                                .header("Content-Type", "application/json")
                                                .PUT(BodyPublishers.ofString(clock)))
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.send(
                                        browser.here("/api/demo/clock")
                                                .header("Content-Type", "application/json")
                                                .header(
                                                        me.path("csrf").path("header").asString(),
                                                        me.path("csrf").path("token").asString())
                                                .PUT(BodyPublishers.ofString(clock)))
                                .body())
                .contains("CLOCK_TURNED_BACK");
    }

    @Test
    void whatABrowserAddsByItselfIsNoToken() throws Exception {
        logInAs("operator", accounts().password("operator"));

        for (String header : List.of("Basic eDp5", "Bearer", "Negotiate x", "bearerx")) {
            assertThat(
                            browser.send(
                                            browser.here("/api/demo/clock")
                                                    .header("Content-Type", "application/json")
                                                    .header("Authorization", header)
                                                    .PUT(BodyPublishers.ofString("{}")))
                                    .statusCode())
                    .as(header)
                    .isIn(401, 403);
        }
    }

    @Test
    void aLoginBeginsAtOnePlaceOnly() throws Exception {
        for (String path :
                List.of(
                        "/oauth2/authorization/Ada%20Specimen",
                        "/oauth2/authorization/ledger/x",
                        "/login/oauth2/code/x?code=1&state=2",
                        "/login/oauth2/code/ledger?code=1&state=2",
                        "/login/oauth2/code/ledger?error=Ada&error_description=Specimen")) {
            HttpResponse<String> answer = browser.send(browser.here(path).GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body() + answer.headers()).doesNotContain("Ada", "Specimen");
            assertThat(browser.set()).isEmpty();
        }
    }

    @Test
    void whoeverLogsOutIsNotKnownAnyMore() throws Exception {
        JsonNode me = json(logInAs("triage", accounts().password("triage")));

        HttpResponse<String> out =
                browser.send(
                        browser.here("/logout")
                                .header(
                                        me.path("csrf").path("header").asString(),
                                        me.path("csrf").path("token").asString())
                                .POST(BodyPublishers.noBody()));

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(browser.send(browser.here("/api/me").GET()).statusCode()).isEqualTo(401);
        assertThat(browser.open("/").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aSessionIsNeverInAnAddress() throws Exception {
        logInAs("triage", accounts().password("triage"));
        String session = browser.cookies().get("ledger-session");
        try (Browser another = new Browser(service())) {
            assertThat(
                            another.send(another.here("/api/me;jsessionid=" + session).GET())
                                    .statusCode())
                    .isIn(400, 401);
        }
    }

    @Test
    void aProgramsTokenMakesNoSession() throws Exception {
        HttpResponse<String> answer =
                browser.send(
                        browser.here("/api/me")
                                .header("Authorization", accounts().authorization("triage"))
                                .GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.set()).isEmpty();
        assertThat(json(answer).has("csrf")).isFalse();
    }

    @Test
    void everyAnswerHasTheHeadersThatProtectIt() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        browser.open("/"),
                        browser.send(browser.here("/api/me").GET()),
                        logInAs("triage", accounts().password("triage")),
                        browser.send(browser.here("/actuator/health").GET()))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=63072000");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }
}
