package org.engagementledger.api.security.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** The development accounts of one running service, as a test logs in with them. */
public final class Accounts {

    private static final Set<Path> HOMES = new HashSet<>();
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final URI service;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param home the service's, which is given other passwords by the first who asks
     * @param service where it runs
     */
    public Accounts(Path home, URI service) {
        this.home = home;
        this.service = service;
    }

    public String password(String account) {
        giveTo(home);
        return Made.ONCE.passwords().getOrDefault(account, "none");
    }

    /**
     * Gives a service its accounts, if it hasn't these. One that is given them before it starts
     * makes none.
     */
    public static synchronized void giveTo(Path home) {
        if (HOMES.add(home)) {
            try {
                Path file = Made.file(home);
                Files.createDirectories(file.getParent(), OWNERS);
                Files.writeString(file, Made.ONCE.hashes());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /**
     * As a service makes them; once for all services of the tests, for each hash takes its time.
     */
    private record Made(String hashes, Map<String, String> passwords) {

        static final Made ONCE = made();

        private static Made made() {
            try {
                Path home = Files.createTempDirectory("accounts");
                Map<String, String> passwords = new DevelopmentPasswords(home).reset();
                String hashes = Files.readString(file(home));
                FileSystemUtils.deleteRecursively(home);
                return new Made(hashes, passwords);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static Path file(Path home) {
            return home.resolve("secrets").resolve("development-accounts");
        }
    }

    /** The value of the header, with a token that is asked for once and lives for the test. */
    public String authorization(String account) {
        return "Bearer " + tokens.computeIfAbsent(account, this::token);
    }

    private String token(String account) {
        HttpResponse<String> answer = askForToken(account, password(account));
        if (answer.statusCode() != 200) {
            throw new AssertionError("No token for " + account + ": " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** What is answered to whoever asks for a token in this way. */
    public HttpResponse<String> askForToken(String account, String password) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                            .header("Authorization", basic(account, password))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
