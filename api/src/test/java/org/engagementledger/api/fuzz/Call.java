package org.engagementledger.api.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request, as it goes over the wire.
 *
 * @param number which it is of the run
 * @param operation the operation that is asked for
 * @param aimed whether method and path are the operation's own, so that its answers are known
 * @param login in whose name; {@link #NOBODY}, or with a {@link #BROKEN} credential
 * @param credential what the request says instead of the login's own; empty for nothing
 * @param target path and query as they are sent
 * @param body its bytes, each as a character
 * @param framing how the body's end is told
 * @param last whether the connection isn't used again
 */
record Call(
        int number,
        ApiDocument.Operation operation,
        boolean aimed,
        String login,
        String credential,
        String method,
        String target,
        List<Header> headers,
        String body,
        Framing framing,
        boolean last) {

    static final String NOBODY = "nobody";
    static final String BROKEN = "nobody that is known";

    private static final int SHOWN = 1_500;

    record Header(String name, String value) {}

    enum Framing {
        NONE,
        LENGTH,
        CHUNKED,
        /** Less than was announced, and then nothing more. */
        CUT
    }

    boolean isKnown() {
        return !login.equals(NOBODY) && !login.equals(BROKEN);
    }

    boolean says(String header) {
        return headers.stream().anyMatch(it -> it.name().equalsIgnoreCase(header));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean waits() {
        return target.contains("at=");
    }

    /** The same once more. */
    Call again(int other) {
        return new Call(
                other,
                operation,
                aimed,
                login,
                credential,
                method,
                target,
                headers,
                body,
                framing,
                last);
    }

    /** So that it can be sent by hand. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return """
        call %d (%s) as %s %s
        %s %s
        %s
        %s body of %d bytes: %s\
        """
                .formatted(
                        number,
                        operation.id(),
                        login,
                        credential,
                        method,
                        shown(target),
                        headers.stream()
                                .map(header -> shown(header.name() + ": " + header.value()))
                                .collect(Collectors.joining("\n")),
                        framing,
                        body.length(),
                        shown(text));
    }

    private static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return start.codePoints()
                .mapToObj(
                        point ->
                                point < ' ' || point == 0x7f
                                        ? "\\u%04x".formatted(point)
                                        : Character.toString(point))
                .collect(Collectors.joining());
    }
}
