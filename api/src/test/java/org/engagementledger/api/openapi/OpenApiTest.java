package org.engagementledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.http.OverHttp;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document is what the service does: it is made of the running service, and each call
 * of the story is as it says. The service is a demonstration of its own, so that nothing else
 * happens in it.
 *
 * <p>After a change of the API: run with {@code -Dapprove}, read what has changed in the document,
 * and commit it.
 */
@SpringBootTest(classes = EngagementLedger.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenApiTest {

    static final Path APPROVED = Path.of("../docs/openapi.json");

    private static final Path HOME = OverHttp.temporaryHome();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RequestMappingHandlerMapping mapping;
    private List<Endpoint> endpoints = List.of();
    private List<Exchange> exchanges = List.of();
    private ObjectNode document = JSON.createObjectNode();
    private Accounts accounts;

    @LocalServerPort private int port;

    OpenApiTest(
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
        OutOfTheWay.LIMITS.forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeAll
    void playTheStory() throws Exception {
        endpoints = Endpoint.in(mapping);
        accounts = new Accounts(HOME, service());
        Play play = new Play(service(), accounts::authorization, endpoints);
        exchanges = play.of(Step.all());
        document = new Document(Sources.read(), exchanges, play.trials()).of(endpoints);
        if (System.getProperty("approve") != null) {
            Files.writeString(APPROVED, written());
        }
    }

    private URI service() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private String written() {
        return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    }

    @Test
    void itIsAsApproved() throws IOException {
        Path made = Files.writeString(Path.of("target/openapi.json"), written());

        assertThat(made)
                .as("What the service does, in %s; -Dapprove writes docs/openapi.json", made)
                .hasSameTextualContentAs(APPROVED);
    }

    @Test
    void itIsServedToWhoeverMayLogIn() throws Exception {
        HttpResponse<String> served = document("hmcts");
        String packaged =
                new ClassPathResource("static/api/openapi.json")
                        .getContentAsString(StandardCharsets.UTF_8);

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(served.body()).isEqualTo(packaged);
        assertThat(document(null).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> document(@Nullable String login) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service().resolve("/api/openapi.json"));
        if (login != null) {
            request.header("Authorization", accounts.authorization(login));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void everyOperationIsInTheStory() {
        assertThat(
                        exchanges.stream()
                                .filter(
                                        it ->
                                                it.step().succeeds()
                                                        || OnlyWithMail.succeeds(
                                                                it.endpoint().id()))
                                .map(it -> it.endpoint().id()))
                .as("Operations that src/test/resources/openapi/story.json calls")
                .containsAll(endpoints.stream().map(Endpoint::id).toList());
    }

    /** A property that no accepted request has was tried by nothing. */
    @Test
    void everyPropertyOfARequestIsInTheStory() {
        List<String> sent =
                exchanges.stream()
                        .filter(it -> it.step().succeeds() && it.body() != null)
                        .flatMap(it -> properties(schema(it), it.body()))
                        .distinct()
                        .toList();
        List<String> known =
                exchanges.stream()
                        .filter(it -> it.body() != null)
                        .flatMap(it -> properties(schema(it), null))
                        .distinct()
                        .toList();

        assertThat(sent).containsAll(known);
    }

    private JsonNode schema(Exchange exchange) {
        return operation(exchange).at("/requestBody/content/application~1json/schema");
    }

    /** The properties that a value has; all that it may have if it isn't given. */
    private Stream<String> properties(JsonNode schema, @Nullable JsonNode value) {
        if (schema.has("items")) {
            return value == null
                    ? properties(schema.get("items"), null)
                    : value.valueStream().flatMap(it -> properties(schema.get("items"), it));
        }
        String owner = schema.path("$ref").asString("").replace(Schemas.COMPONENTS, "");
        JsonNode properties = document.at("/components/schemas").path(owner).path("properties");
        return properties.properties().stream()
                .filter(property -> value == null || value.has(property.getKey()))
                .flatMap(
                        property ->
                                Stream.concat(
                                        Stream.of(owner + "/" + property.getKey()),
                                        properties(
                                                property.getValue(),
                                                value == null
                                                        ? null
                                                        : value.get(property.getKey()))));
    }

    private JsonNode operation(Exchange exchange) {
        return document.path("paths")
                .path(exchange.endpoint().path())
                .path(exchange.endpoint().verb().toLowerCase(Locale.ROOT));
    }

    @TestFactory
    List<DynamicTest> everyCallIsAsTheDocumentSays() {
        Conformity conformity = new Conformity(document);
        return exchanges.stream()
                .map(
                        it ->
                                dynamicTest(
                                        it.step().title(),
                                        () -> isAsTheDocumentSays(it, conformity)))
                .toList();
    }

    private void isAsTheDocumentSays(Exchange exchange, Conformity conformity) {
        JsonNode operation = operation(exchange);
        if (exchange.step().succeeds()) {
            if (exchange.body() != null) {
                assertThat(conformity.differences(schema(exchange), exchange.body())).isEmpty();
            }
            exchange.path()
                    .forEach((name, value) -> fits(operation, "path", name, value, conformity));
            exchange.query()
                    .forEach((name, value) -> fits(operation, "query", name, value, conformity));
            exchange.step()
                    .headers()
                    .keySet()
                    .forEach(name -> assertThat(parameter(operation, "header", name)).isNotEmpty());
        }
        JsonNode response = resolved(operation.path("responses").path("" + exchange.status()));
        assertThat(response.path("headers").propertyNames())
                .containsAll(exchange.headers().keySet());
        if (exchange.answer().isEmpty()) {
            assertThat(response.has("description")).isTrue();
            assertThat(response.has("content")).isFalse();
            return;
        }
        JsonNode content = response.path("content").path(exchange.mediaType());
        assertThat(content.isMissingNode()).as(exchange.mediaType()).isFalse();
        if (exchange.isJson()) {
            JsonNode answer = JSON.readTree(exchange.answer());
            assertThat(conformity.differences(content.path("schema"), answer)).isEmpty();
            saysWhatItsEventSays(answer, conformity);
        }
    }

    /** An event's facts are those of an event of its name, not only of some event. */
    private void saysWhatItsEventSays(JsonNode answer, Conformity conformity) {
        for (JsonNode entry : answer) {
            if (entry.has("facts") && entry.has("event")) {
                String name = entry.path("event").asString().replaceAll("^.*\\.", "");
                assertThat(conformity.differences(Schemas.reference(name), entry.get("facts")))
                        .isEmpty();
            }
        }
    }

    private void fits(
            JsonNode operation, String in, String name, String value, Conformity conformity) {
        List<JsonNode> known = parameter(operation, in, name);
        assertThat(known).as(name).hasSize(1);
        assertThat(conformity.differences(known.getFirst().path("schema"), value))
                .as(name)
                .isEmpty();
    }

    private List<JsonNode> parameter(JsonNode operation, String in, String name) {
        return operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(it -> it.path("in").asString().equals(in))
                .filter(it -> it.path("name").asString().equals(name))
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
