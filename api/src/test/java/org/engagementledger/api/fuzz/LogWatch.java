package org.engagementledger.api.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Reads along in whatever is logged or written out while it is open. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int MOST = 20;
    private static final String TOKEN = "eyJ[A-Za-z0-9_-]{9}";

    /** That several wrote at once and one of them lost each time may happen, and is told. */
    private static final String RACE = "A command lost every race";

    private static final String FAILURE = "An error of the service's own";

    private final Pattern forbidden;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<String, String> findings = new TreeMap<>();

    /**
     * @param secrets what is said nowhere, besides what is marked
     */
    LogWatch(List<String> secrets) {
        List<String> all = new ArrayList<>(List.of(Marks.ANY, Hostile.SIGN, TOKEN));
        secrets.forEach(secret -> all.add(Pattern.quote(secret)));
        forbidden = Pattern.compile(String.join("|", all));
    }

    void open() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
        System.setOut(new PrintStream(new Tee(out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Tee(err), true, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(this);
        System.setOut(out);
        System.setErr(err);
        stop();
    }

    /** What should not be there. */
    synchronized List<String> findings() {
        return findings.entrySet().stream()
                .map(finding -> finding.getKey() + ": " + finding.getValue())
                .toList();
    }

    private synchronized void find(String what, String text) {
        if (findings.size() < MOST) {
            findings.putIfAbsent(what, text);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String stack =
                event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy());
        String text =
                event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage();
        read(event.getLoggerName(), text + "\n" + stack);
        boolean loud = event.getLevel().isGreaterOrEqual(Level.WARN);
        if (text.contains(FAILURE)
                || (loud && !stack.isEmpty() && !event.getMessage().equals(RACE))) {
            find("a failure in " + event.getMessage(), text + "\n" + stack);
        }
    }

    private void read(String logger, String text) {
        Matcher told = forbidden.matcher(text);
        if (told.find()) {
            find("logged " + told.group() + " by " + logger, text);
        }
    }

    /** Hands on what is written, and reads it line by line. */
    private final class Tee extends OutputStream {

        private final OutputStream on;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Tee(OutputStream on) {
            this.on = on;
        }

        @Override
        public synchronized void write(int written) {
            write(new byte[] {(byte) written}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            ((PrintStream) on).write(bytes, offset, length);
            line.write(bytes, offset, length);
            if (length > 0 && bytes[offset + length - 1] == '\n') {
                read("the output", line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        }
    }
}
