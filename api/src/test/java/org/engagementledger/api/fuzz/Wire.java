package org.engagementledger.api.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Call.Header;

/** HTTP/1.1 by hand over one connection: it sends what no client would. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    /** For how long a stream is listened to after its last sign. */
    private static final int LISTENING_MS = 30;

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean open;

    Wire(int port) {
        this.port = port;
    }

    /** Asks, and asks once more if a connection that was used before had been closed meanwhile. */
    Answer ask(Call call, String credential) throws IOException {
        boolean used = open;
        Answer answer = exchange(call, credential);
        return answer.status() == 0 && used ? exchange(call, credential) : answer;
    }

    private Answer exchange(Call call, String credential) throws IOException {
        connect();
        send(call, credential);
        try {
            Answer answer = read(call);
            if (call.last() || answer.header("Connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException silent) {
            close();
            throw silent;
        } catch (IOException gone) {
            close();
            return Answer.NONE;
        }
    }

    private void connect() throws IOException {
        if (!open) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            open = true;
        }
        socket.setSoTimeout(PATIENCE_MS);
    }

    @Override
    public void close() throws IOException {
        open = false;
        socket.close();
    }

    // What is sent

    private void send(Call call, String credential) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(message(call, credential));
            out.flush();
            if (call.framing() == Framing.CUT) {
                socket.shutdownOutput();
            }
        } catch (IOException refused) {
            // Whoever won't read on has answered already, perhaps.
        }
    }

    private static byte[] message(Call call, String credential) {
        List<Header> headers = new ArrayList<>();
        if (!call.says("Host")) {
            headers.add(new Header("Host", "127.0.0.1"));
        }
        if (!credential.isEmpty()) {
            headers.add(new Header("Authorization", credential));
        }
        headers.addAll(call.headers());
        int length = call.body().length();
        switch (call.framing()) {
            case NONE -> {}
            case LENGTH -> headers.add(new Header("Content-Length", "" + length));
            case CUT -> headers.add(new Header("Content-Length", "" + (length + 10)));
            case CHUNKED -> headers.add(new Header("Transfer-Encoding", "chunked"));
        }
        StringBuilder head =
                new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\n");
        headers.forEach(
                it -> head.append(it.name()).append(": ").append(it.value()).append("\r\n"));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes(head.append("\r\n").toString()));
        if (call.framing() == Framing.CHUNKED) {
            int half = length / 2;
            chunk(message, Arrays.copyOf(call.bytes(), half));
            chunk(message, Arrays.copyOfRange(call.bytes(), half, length));
            message.writeBytes(bytes("0\r\n\r\n"));
        } else if (call.framing() != Framing.NONE) {
            message.writeBytes(call.bytes());
        }
        return message.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream message, byte[] part) {
        if (part.length > 0) {
            message.writeBytes(bytes(Integer.toHexString(part.length) + "\r\n"));
            message.writeBytes(part);
            message.writeBytes(bytes("\r\n"));
        }
    }

    /** A character up to 255 is the byte, so that anything can be sent; others are in UTF-8. */
    private static byte[] bytes(String head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        head.codePoints()
                .forEach(
                        point -> {
                            if (point <= 0xff) {
                                bytes.write(point);
                            } else {
                                bytes.writeBytes(
                                        Character.toString(point).getBytes(StandardCharsets.UTF_8));
                            }
                        });
        return bytes.toByteArray();
    }

    // What is received

    private Answer read(Call call) throws IOException {
        int status;
        Map<String, List<String>> headers;
        do {
            status = status(line());
            headers = headers();
        } while (status / 100 == 1);
        Answer head = new Answer(status, headers, "");
        return new Answer(status, headers, body(call, head));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.1 \\d{3} .*")) {
            throw new IOException("No answer of HTTP: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            any -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException();
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    private String body(Call call, Answer head) throws IOException {
        if (call.method().equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return "";
        }
        if (head.mediaType().equals("text/event-stream")) {
            return listened();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.header("Transfer-Encoding").equals("chunked")) {
            for (int size = size(); size > 0; size = size()) {
                body.writeBytes(exactly(size));
                line();
            }
            line();
        } else if (!head.header("Content-Length").isEmpty()) {
            body.writeBytes(exactly(Integer.parseInt(head.header("Content-Length"))));
        } else {
            body.writeBytes(in.readAllBytes());
            close();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    /** What a stream says in its first moment; then it is left. */
    private String listened() throws IOException {
        socket.setSoTimeout(LISTENING_MS);
        StringBuilder heard = new StringBuilder();
        byte[] some = new byte[1 << 14];
        try {
            for (int size = in.read(some); size >= 0; size = in.read(some)) {
                heard.append(new String(some, 0, size, StandardCharsets.UTF_8));
                if (heard.length() > 1 << 20) {
                    break;
                }
            }
        } catch (SocketTimeoutException silence) {
            heard.append('\n');
        }
        close();
        return heard.toString();
    }
}
