package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.engagementledger.api.http.Situations.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every kind of reader asks everything that can be asked, and is answered as {@code
 * docs/who-may-do-what.md} says.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhoMayDoWhatTest extends OverHttp {

    /** What no controller answers. */
    private static final Set<String> UNMAPPED =
            Set.of("GET /", "GET /actuator/health", "GET /api/openapi.json");

    static final String HEADING = "Who may ask what";

    private static final String STREAM = "a stream";

    private final RequestMappingHandlerMapping mappings;
    private final Matrix table =
            Matrix.all().stream()
                    .filter(it -> it.heading().equals(HEADING))
                    .findFirst()
                    .orElseThrow();

    WhoMayDoWhatTest(
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    private static String request(Matrix.Row row) {
        return row.at("request").replace("`", "");
    }

    private static String about(Matrix.Row row) {
        return row.at("of what");
    }

    @Test
    void theTableHasEveryEndpointAndNoOther() {
        Set<String> there = new TreeSet<>(UNMAPPED);
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(WhoMayDoWhatTest::requests)
                .forEach(there::add);

        assertThat(
                        table.rows().stream()
                                .map(row -> request(row) + (isStream(row) ? " as a stream" : "")))
                .as("The requests in the table")
                .containsAll(there)
                .isSubsetOf(there);
    }

    private static Stream<String> requests(RequestMappingInfo mapping) {
        boolean stream =
                mapping.getProducesCondition().getProducibleMediaTypes().stream()
                        .anyMatch(it -> it.getSubtype().equals("event-stream"));
        Set<RequestMethod> methods =
                mapping.getMethodsCondition().getMethods().isEmpty()
                        ? Set.of(RequestMethod.GET)
                        : mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(
                        path ->
                                methods.stream()
                                        .map(
                                                method ->
                                                        method
                                                                + " "
                                                                + path
                                                                + (stream ? " as a stream" : "")));
    }

    private static boolean isStream(Matrix.Row row) {
        return about(row).equals(STREAM);
    }

    @Test
    void everyRowHasASituationAndEverySituationARow() {
        assertThat(table.rows().stream().map(row -> Situations.key(request(row), about(row))))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(new Situations(this).all().keySet());
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        Map<String, Supplier<Call>> situations = new Situations(this).all();
        List<String> differences = new ArrayList<>();
        for (Matrix.Row row : table.rows()) {
            Supplier<Call> situation = situations.get(Situations.key(request(row), about(row)));
            if (situation == null) {
                differences.add(request(row) + ", " + about(row) + ": nobody knows how to ask");
            } else {
                differences.addAll(differences(row, situation));
            }
        }

        assertThat(differences).as("Cells that aren't as the table has them").isEmpty();
    }

    /** Refusals leave a situation as it is; whatever is carried out gets a new one. */
    private List<String> differences(Matrix.Row row, Supplier<Call> situation) {
        List<String> differences = new ArrayList<>();
        Call call = situation.get();
        for (String reader : Matrix.READERS) {
            String expected = row.at(reader);
            String found = Integer.toString(status(reader, row, call));
            if (call.body() != null && found.startsWith("2")) {
                call = situation.get();
            }
            if (!found.equals(expected)) {
                differences.add(
                        "%s, %s, %s: %s instead of %s"
                                .formatted(request(row), about(row), reader, found, expected));
            }
        }
        return differences;
    }

    private int status(String reader, Matrix.Row row, Call call) {
        HttpRequest.Builder request =
                reader.equals("nobody")
                        ? defence.anonymous(call.path())
                        : login(reader).request(call.path());
        if (isStream(row)) {
            request.header("Accept", "text/event-stream");
        }
        String method = request(row).split(" ", 2)[0];
        if (call.body() == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(call.body()));
        }
        if (request(row).matches("(PATCH .*|.*/corrections)")) {
            request.header("If-Match", "*");
        }
        return isStream(row) ? Login.statusOfStream(request) : Login.send(request).status();
    }
}
