package org.engagementledger.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a request carries that is made in somebody's name, for whoever writes requests by hand. */
public final class Credential {

    private Credential() {}

    /**
     * The value of the {@code Authorization} header.
     *
     * @param login whose
     * @param home of the service that is asked
     */
    public static String of(String login, Path home, int port) {
        try {
            String password =
                    Files.readString(home.resolve("secrets").resolve("development-password"))
                            .strip();
            return new Login(login, password, port)
                    .request("/")
                    .build()
                    .headers()
                    .firstValue("Authorization")
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
