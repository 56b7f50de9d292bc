package org.engagementledger.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.http.OverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in production, with an identity provider: which tokens hold, and as whom. */
@SpringBootTest(
        classes = EngagementLedger.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "ledger.limits.failures-per-minute=1000000",
            "ledger.identity.audience=" + Provider.AUDIENCE,
            "ledger.identity.client-id=" + Provider.CLIENT,
            "ledger.identity.client-secret=a-secret-of-the-test",
            "ledger.identity.algorithms=RS256,PS256",
            "ledger.identity.claims.account=oid",
            "ledger.identity.claims.role=realm_access.roles",
            "ledger.identity.claims.firm=firm",
            "ledger.identity.claims.courts=courts",
            "ledger.identity.roles.cps-triage=TRIAGE_OFFICER",
            "ledger.identity.roles.cps-dcp=DISTRICT_CROWN_PROSECUTOR",
            "ledger.identity.roles.defence=DEFENCE_PRACTITIONER",
            "ledger.identity.roles.court=HMCTS_CONTACT",
            "ledger.identity.roles.audit=AUDITOR"
        })
@ActiveProfiles("production")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("JavaUtilDate")
class ExternalIssuerTest {

    private static final Provider PROVIDER = new Provider();
    private static final long HOUR = 3_600_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", OverHttp::temporaryHome);
        properties.add(Identity.ISSUER, PROVIDER::issuer);
    }

    @AfterAll
    void close() {
        http.close();
        PROVIDER.close();
    }

    private static JWTClaimsSet.Builder auditor() {
        return PROVIDER.claims()
                .claim("oid", "a-1")
                .claim("realm_access", Map.of("roles", List.of("offline_access", "audit")));
    }

    private HttpResponse<String> ask(String path, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode me(JWTClaimsSet.Builder claims) throws Exception {
        HttpResponse<String> answer = ask("/api/me", PROVIDER.signed(claims.build()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void aTokenOfTheProvidersIsTakenForWhatItsClaimsSay() throws Exception {
        assertThat(me(auditor()).toString())
                .isEqualTo("{\"account\":\"a-1\",\"role\":\"AUDITOR\"}");
        assertThat(
                        me(PROVIDER.claims()
                                        .claim("oid", "d-1")
                                        .claim("firm", "made-up-llp")
                                        .claim("courts", List.of("B01CN00"))
                                        .claim("realm_access", Map.of("roles", List.of("defence"))))
                                .toString())
                .isEqualTo(
                        "{\"account\":\"d-1\",\"role\":\"DEFENCE_PRACTITIONER\",\"firm\":\"made-up-llp\"}");
        assertThat(
                        me(PROVIDER.claims()
                                        .claim("oid", "h-1")
                                        .claim("firm", "made-up-llp")
                                        .claim("courts", List.of("B01CN00", "B01BH00"))
                                        .claim("realm_access", Map.of("roles", List.of("court"))))
                                .toString())
                .isEqualTo(
                        "{\"account\":\"h-1\",\"role\":\"HMCTS_CONTACT\",\"courts\":[\"B01BH00\",\"B01CN00\"]}");
    }

    @Test
    void anotherAlgorithmThatIsAllowedHolds() throws Exception {
        for (JOSEObjectType type : List.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"))) {
            String token =
                    PROVIDER.signed(
                            new JWSHeader.Builder(JWSAlgorithm.PS256)
                                    .keyID(PROVIDER.key().getKeyID())
                                    .type(type)
                                    .build(),
                            auditor().build());
            assertThat(ask("/api/me", token).statusCode()).isEqualTo(200);
        }
    }

    static Stream<Arguments> tokensThatDoNotHold() throws Exception {
        long now = System.currentTimeMillis();
        RSAKey another = new RSAKeyGenerator(2048).keyID(PROVIDER.key().getKeyID()).generate();
        String good = PROVIDER.signed(auditor().build());
        String[] parts = good.split("\\.", -1);
        String payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                auditor()
                                        .claim("oid", "somebody-else")
                                        .build()
                                        .toString()
                                        .getBytes(UTF_8));
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(PROVIDER.key().getKeyID()).build();
        return Stream.of(
                Arguments.of("another issuer", of(auditor().issuer("https://elsewhere.example"))),
                Arguments.of("no issuer", of(auditor().issuer(null))),
                Arguments.of("another audience", of(auditor().audience("another-service"))),
                Arguments.of("no audience", of(auditor().audience((String) null))),
                Arguments.of("ended", of(auditor().expirationTime(new Date(now - HOUR)))),
                Arguments.of("without an end", of(auditor().expirationTime(null))),
                Arguments.of("not begun", of(auditor().notBeforeTime(new Date(now + HOUR)))),
                Arguments.of("unsigned", new PlainJWT(auditor().build()).serialize()),
                Arguments.of("its signature cut off", parts[0] + "." + parts[1] + "."),
                Arguments.of("another's payload", parts[0] + "." + payload + "." + parts[2]),
                Arguments.of("signed with another key of that name", signed(header, another)),
                Arguments.of("signed with the public key as a secret", hmac(publicPem())),
                Arguments.of(
                        "signed with the public key's bytes as a secret",
                        hmac(PROVIDER.key().toRSAPublicKey().getEncoded())),
                Arguments.of(
                        "signed by an algorithm that isn't allowed",
                        PROVIDER.signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID(PROVIDER.key().getKeyID())
                                        .build(),
                                auditor().build())),
                Arguments.of(
                        "bringing its own key",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwk(another.toPublicJWK())
                                        .build(),
                                another)),
                Arguments.of(
                        "naming where its key is",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID(another.getKeyID())
                                        .jwkURL(URI.create(PROVIDER.issuer() + "/forged-keys"))
                                        .build(),
                                another)),
                Arguments.of(
                        "of another type",
                        PROVIDER.signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID(PROVIDER.key().getKeyID())
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                auditor().build())),
                Arguments.of("without an account", of(auditor().claim("oid", null))),
                Arguments.of("with a name as account", of(auditor().claim("oid", "Ada Specimen"))),
                Arguments.of("without a role", of(auditor().claim("realm_access", null))),
                Arguments.of("with a role that means nothing", of(roles("AUDITOR"))),
                Arguments.of("with two roles", of(roles("audit", "cps-triage"))),
                Arguments.of("a practitioner without a firm", of(roles("defence"))),
                Arguments.of(
                        "a practitioner of two firms",
                        of(roles("defence").claim("firm", List.of("one-llp", "two-llp")))),
                Arguments.of("a contact without courts", of(roles("court"))),
                Arguments.of("no token", "no-token"),
                Arguments.of("an empty header", ".."));
    }

    private static JWTClaimsSet.Builder roles(String... roles) {
        return auditor().claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static String of(JWTClaimsSet.Builder claims) {
        return PROVIDER.signed(claims.build());
    }

    private static String signed(JWSHeader header, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(header, auditor().build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static byte[] publicPem() throws JOSEException {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(PROVIDER.key().toRSAPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8);
    }

    private static String hmac(byte[] secret) throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(PROVIDER.key().getKeyID())
                                .build(),
                        auditor().build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatDoNotHold")
    void aTokenThatDoesNotHoldLetsNobodyIn(String which, String token) throws Exception {
        HttpResponse<String> answer = ask("/api/engagements", token);

        assertThat(answer.statusCode()).as(which).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer realm=\"engagement-ledger\", error=\"invalid_token\"")
                .doesNotContain("Specimen");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("Exception", "Specimen", "nimbus");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(PROVIDER.asked()).doesNotContain("/forged-keys");
    }

    @Test
    void aTokenIsTakenFromTheHeaderOnly() throws Exception {
        String token = PROVIDER.signed(auditor().build());

        assertThat(
                        http.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                "http://127.0.0.1:%d/api/me?access_token=%s"
                                                                        .formatted(port, token)))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void thereAreNoDevelopmentAccounts() throws Exception {
        for (String path : List.of("/oauth2/token", "/login", "/oauth2/authorize")) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "grant_type=client_credentials&client_id=auditor"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aBrowserIsLoggedInByTheProvider() throws Exception {
        PROVIDER.logIn(
                claims ->
                        claims.subject("s-1")
                                .claim("oid", "p-1")
                                .claim("realm_access", Map.of("roles", List.of("cps-dcp"))));
        try (Browser browser = new Browser(URI.create("http://127.0.0.1:" + port))) {
            HttpResponse<String> me = browser.open("/");

            assertThat(me.uri().getPath()).isEqualTo("/api/me");
            assertThat(me.body())
                    .contains("\"account\":\"p-1\"", "\"role\":\"DISTRICT_CROWN_PROSECUTOR\"");
            assertThat(browser.set())
                    .isNotEmpty()
                    .allSatisfy(
                            cookie ->
                                    assertThat(cookie)
                                            .startsWith("__Host-ledger-session=")
                                            .contains("; Path=/", "; Secure", "; HttpOnly")
                                            .contains("; SameSite=Lax"));
            assertThat(me.headers().firstValue("Content-Security-Policy").orElse(""))
                    .endsWith("form-action 'self' " + PROVIDER.issuer());
        }
    }

    @Test
    void aBrowserWithoutARoleIsNotLoggedIn() throws Exception {
        PROVIDER.logIn(claims -> claims.subject("s-2").claim("oid", "p-2"));
        try (Browser browser = new Browser(URI.create("http://127.0.0.1:" + port))) {
            HttpResponse<String> answer = browser.open("/");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("problem:unauthorized");
            assertThat(browser.send(browser.here("/api/me").GET()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whatTheProviderSaysOfAFailureIsNotPassedOn() throws Exception {
        try (Browser browser = new Browser(URI.create("http://127.0.0.1:" + port))) {
            HttpResponse<String> sent =
                    browser.send(browser.here("/oauth2/authorization/ledger").GET());
            String state =
                    sent.headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .replaceAll(".*[?&]state=([^&]*).*", "$1");
            HttpResponse<String> answer =
                    browser.send(
                            browser.here(
                                            "/login/oauth2/code/ledger?error=Ada&error_description=Spe%22cimen&state="
                                                    + state)
                                    .GET());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body() + answer.headers()).doesNotContain("Ada", "cimen");
        }
    }

    @Test
    void manyUnknownKeysMakeTheServiceAskTheProviderSeldom() throws Exception {
        for (int i = 0; i < 30; i++) {
            String token =
                    PROVIDER.signed(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-" + i).build(),
                            auditor().build());
            assertThat(ask("/api/me", token).statusCode()).isEqualTo(401);
        }

        assertThat(PROVIDER.asked()).filteredOn("/keys"::equals).hasSizeLessThan(8);
        assertThat(ask("/api/me", PROVIDER.signed(auditor().build())).statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderThatDoesNotAnswerIsNoKeys() {
        ProviderConfiguration silent = new ProviderConfiguration("http://127.0.0.1:1");
        ProviderConfiguration another = new ProviderConfiguration(PROVIDER.issuer() + "/");

        assertThatIllegalStateException().isThrownBy(silent::keys).withMessageContaining("answer");
        assertThatIllegalStateException().isThrownBy(another::read).withMessageContaining("issuer");
    }
}
