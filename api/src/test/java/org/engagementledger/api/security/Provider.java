package org.engagementledger.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An identity provider on this machine, that logs in whoever a test says. */
@SuppressWarnings("JavaUtilDate")
final class Provider implements AutoCloseable {

    static final String AUDIENCE = "the-ledger";
    static final String CLIENT = "ledger-pages";

    private static final long MINUTE = 60_000;

    private final HttpServer server;
    private final RSAKey key;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private Consumer<JWTClaimsSet.Builder> person = claims -> {};

    Provider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("its-key").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    /** The paths that it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Who is logged in with a browser from now on. */
    void logIn(Consumer<JWTClaimsSet.Builder> claims) {
        person = claims;
    }

    /** Claims that hold: from this provider, for the service, for ten minutes; nobody's yet. */
    JWTClaimsSet.Builder claims() {
        long now = System.currentTimeMillis();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .issueTime(new Date(now))
                .notBeforeTime(new Date(now - MINUTE))
                .expirationTime(new Date(now + 10 * MINUTE));
    }

    String signed(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    }

    String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        switch (path) {
            case "/.well-known/openid-configuration" -> send(exchange, configuration());
            case "/keys" -> send(exchange, new JWKSet(key.toPublicJWK()).toString());
            case "/authorize" -> authorize(exchange);
            case "/token" -> send(exchange, tokens(exchange));
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private String configuration() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/out","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
         "token_endpoint_auth_methods_supported":["client_secret_basic"]}
        """
                .formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asks = decoded(exchange.getRequestURI().getRawQuery());
        String code = "code-" + asked.size();
        nonces.put(code, asks.getOrDefault("nonce", ""));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asks.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(asks.getOrDefault("state", ""), UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private String tokens(HttpExchange exchange) throws IOException {
        Map<String, String> asks =
                decoded(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        JWTClaimsSet.Builder claims =
                claims().audience(CLIENT).claim("nonce", nonces.get(asks.getOrDefault("code", "")));
        person.accept(claims);
        return "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                .formatted(signed(claims.build()));
    }

    private static Map<String, String> decoded(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
