package org.engagementledger.api.problem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request's body in JSON. Its reader stops at the first value that doesn't fit; one that isn't
 * long is then read again without that, and so on, so that all of them come back together.
 */
public final class Body implements HttpInputMessage {

    /** The first day that one may name. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The last. */
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** What is longer isn't read again. */
    private static final int LONGEST = 100_000;

    private static final int MOST_MISFITS = 50;

    private static final String MALFORMED = "MALFORMED";
    private static final String ONE_VALUE = "Expected: one JSON value, with nothing behind it.";

    /** How the reader begins to tell of what stands behind the value; it has no type of its own. */
    private static final String TRAILING = "Trailing token";

    private final HttpHeaders headers;
    private final BufferedInputStream all;
    private final Type type;

    /**
     * That of a message.
     *
     * @param type what it is to be read as
     */
    public Body(HttpInputMessage message, Type type) throws IOException {
        this.headers = message.getHeaders();
        this.all = new BufferedInputStream(message.getBody());
        this.type = type;
        all.mark(LONGEST);
    }

    /** So many of its first bytes, or all if there are fewer; they remain to be read. */
    public byte[] first(int bytes) throws IOException {
        byte[] first = all.readNBytes(bytes);
        all.reset();
        return first;
    }

    @Override
    public InputStream getBody() {
        return all;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    /** Whether what was found is a value that doesn't fit, in JSON that can be read. */
    static boolean isMisfit(Throwable found) {
        return found instanceof DatabindException || found instanceof InputCoercionException;
    }

    /** What doesn't fit. */
    static Misfit misfit(JacksonException found) {
        return Misfit.at(pointer(found), MALFORMED, expected(found));
    }

    /**
     * What doesn't fit here.
     *
     * @param first what was found first
     */
    List<Misfit> misfits(JacksonException first, JsonMapper mapper) {
        Set<Misfit> misfits = new LinkedHashSet<>();
        misfits.add(misfit(first));
        JacksonException found = first;
        try (JsonParser whole = mapper.createParser(again())) {
            JsonNode rest =
                    mapper.reader()
                            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(whole);
            for (int i = 1; i < MOST_MISFITS && isLeftOut(found.getPath(), rest); i++) {
                try {
                    mapper.readerFor(mapper.constructType(type)).readValue(rest);
                    break;
                } catch (MismatchedInputException | InputCoercionException next) {
                    found = next;
                    misfits.add(misfit(found));
                }
            }
            if (whole.nextToken() != null) {
                misfits.add(Misfit.at("", MALFORMED, ONE_VALUE));
            }
        } catch (IOException | JacksonException unreadable) {
            // Then it is told only what was found so far.
        }
        return new ArrayList<>(misfits);
    }

    private byte[] again() throws IOException {
        all.reset();
        return all.readNBytes(LONGEST);
    }

    /** Whether there was something at the place; it is no more. */
    private static boolean isLeftOut(List<Reference> path, JsonNode whole) {
        JsonNode parent = whole;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i).getPropertyName();
            int index = path.get(i).getIndex();
            if (i < path.size() - 1) {
                parent = name == null ? parent.path(index) : parent.path(name);
            } else if (name != null && parent instanceof ObjectNode object) {
                return object.remove(name) != null;
            } else if (index >= 0 && index < parent.size() && parent instanceof ArrayNode list) {
                list.setNull(index);
                return true;
            }
        }
        return false;
    }

    /**
     * To what is wrong; to where it stands if it is a property that isn't known, and something
     * could be hidden in its name. Names that are known need no escaping (RFC 6901).
     */
    private static String pointer(JacksonException wrong) {
        List<Reference> path = wrong.getPath();
        boolean unsaid =
                wrong instanceof UnrecognizedPropertyException unknown
                        && !Misfit.isHarmless(unknown.getPropertyName());
        return path.subList(0, unsaid ? path.size() - 1 : path.size()).stream()
                .map(
                        step ->
                                "/"
                                        + (step.getPropertyName() == null
                                                ? step.getIndex()
                                                : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String expected(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown
                    when unknown.getKnownPropertyIds().isEmpty() ->
                    "There is no such property here. It takes no properties.";
            case UnrecognizedPropertyException unknown ->
                    "There is no such property here. Known: "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".";
            case InvalidFormatException format
                    when format.getTargetType() != null && format.getTargetType().isEnum() ->
                    "One of: " + Kinds.constants(format.getTargetType()) + ".";
            case InvalidFormatException format when format.getTargetType() == String.class ->
                    String.valueOf(format.getValue()).indexOf('\0') < 0
                            ? "No text has half a surrogate pair."
                            : "No text has the character U+0000.";
            case InvalidFormatException format when format.getTargetType() == LocalDate.class ->
                    "Expected: a date such as 2020-11-05, of the years %d to %d."
                            .formatted(EARLIEST.getYear(), LATEST.getYear());
            case InvalidFormatException format when format.getTargetType() == Instant.class ->
                    "Expected: a time in UTC such as 2020-11-05T15:00:00Z, of the years %d to %d."
                            .formatted(EARLIEST.getYear(), LATEST.getYear());
            case MismatchedInputException mismatch
                    when mismatch.getOriginalMessage().startsWith(TRAILING) ->
                    ONE_VALUE;
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                    Kinds.expected(mismatch.getTargetType());
            case InputCoercionException number -> "This number is too large, or too small.";
            default -> "This doesn't fit here.";
        };
    }
}
