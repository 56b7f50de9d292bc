package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no client would send: they are refused, and nothing of them is in the logs. */
@ExtendWith(OutputCaptureExtension.class)
class RawRequestTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "Idempotency-Key", "Accept-Language"})
    void aHeaderHasNoControlCharacters(String name, CapturedOutput output) throws IOException {
        String answer =
                asked(
                        "POST",
                        "/api/engagements/unknown/withdrawal",
                        name + ": \"Madeup\u00c2\u0085\"\r\nContent-Type: application/json\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        saysNothing(answer, output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/engagements?court=Madeup|", "/api/Madeup\\x", "/api/%Madeup"})
    void whatCantBeReadIsNotQuoted(String target, CapturedOutput output) throws IOException {
        String answer = asked("GET", target, "");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(answer).contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff");
        saysNothing(answer, output);
    }

    @Test
    void aCookieThatIsNoneIsNotQuoted(CapturedOutput output) throws IOException {
        saysNothing(asked("GET", "/api/demo/clock", "Cookie: a=\"Madeup\u0001\r\n"), output);
        saysNothing(asked("GET", "/api/demo/clock", "Cookie: =Madeup;;a\u00e9=\r\n"), output);
    }

    private static void saysNothing(String answer, CapturedOutput output) {
        assertThat(answer).doesNotContain("Madeup");
        assertThat(output.getAll()).doesNotContain("Madeup", "An error of the service's own");
    }

    /** The whole answer. */
    private String asked(String method, String target, String headers) throws IOException {
        HttpRequest named = defence.request("/").build();
        String request =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n%sConnection: close\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(
                                method,
                                target,
                                named.headers().firstValue("Authorization").orElseThrow(),
                                headers);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), named.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
