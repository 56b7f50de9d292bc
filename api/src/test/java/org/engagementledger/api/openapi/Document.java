package org.engagementledger.api.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.engagementledger.api.Answers;
import org.engagementledger.api.openapi.Schemas.Place;
import org.engagementledger.api.table.Csv;
import org.engagementledger.domain.casework.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the OpenAPI document together. What is true of many operations is said here by one rule;
 * what is true of one is taken from its method, its Javadoc and the story.
 */
final class Document {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Where a method answers JSON that it puts together itself, the types that it has the shape of.
     */
    private static final Map<String, Class<?>> SHAPES =
            Map.of("seeEngagement", ShownEngagement.class);

    private static final Map<Integer, String> PROBLEMS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    400,
                                    "The body isn't JSON in UTF-8, or a header can't be read."),
                            Map.entry(401, "There is no login, or it isn't one of ours."),
                            Map.entry(403, "This isn't open to the role of whoever asks."),
                            Map.entry(
                                    404,
                                    "There is no such thing, or it isn't for whoever asks to know."),
                            Map.entry(406, "The answer can't be had in the media type asked for."),
                            Map.entry(409, "It doesn't go with what has happened so far."),
                            Map.entry(
                                    412,
                                    "Somebody has written since the version that the request rests"
                                            + " on."),
                            Map.entry(413, "The body is larger or deeper than a request may be."),
                            Map.entry(415, "The body is of another media type than JSON."),
                            Map.entry(
                                    422,
                                    "A value breaks a rule, whatever has happened; each is named with"
                                            + " its place."),
                            Map.entry(428, "The request doesn't say on which version it rests."),
                            Map.entry(
                                    429,
                                    "Whoever asks, asks too often or for too much at a time, or too"
                                            + " many requests from their address failed to say who"
                                            + " asks. Nothing is carried out."),
                            Map.entry(
                                    503,
                                    "Not now: asking again may do. Nothing is known to be written,"
                                            + " and under the same `Idempotency-Key` it is written"
                                            + " once.")));

    private static final Map<String, String> HEADERS =
            Map.of(
                    "ETag", "The version, in quotes: for `If-Match`.",
                    "Feed-Position",
                            "Up to which position of the feed the reader now has all that is theirs: to"
                                    + " go on later, ask with it as `after`.",
                    "Ledger-Position",
                            "Up to where it is written, as `id@version`: a read with it as `at` waits"
                                    + " until it shows what was written.",
                    "Link", "The address of the next page (RFC 8288), if there is one.",
                    "Location", "Where that is which came into being.",
                    "Retry-After", "After how many seconds it may be worth asking again.",
                    "WWW-Authenticate", "How to log in.");

    private final Sources sources;
    private final Schemas schemas;
    private final List<Exchange> exchanges;
    private final Trials trials;
    private final Steady steady;

    Document(Sources sources, List<Exchange> exchanges, Trials trials) {
        this.sources = sources;
        this.schemas = new Schemas(sources);
        this.exchanges = exchanges;
        this.trials = trials;
        this.steady = new Steady(exchanges);
    }

    ObjectNode of(List<Endpoint> endpoints) {
        Map<Exchange, JsonNode> answers = new LinkedHashMap<>();
        Map<Exchange, JsonNode> bodies = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            // In the order of the story, so that ids are counted in it.
            if (exchange.body() != null) {
                bodies.put(exchange, MAPPER.readTree(steady.of(exchange.body().toString())));
            }
            answers.put(exchange, shown(exchange));
        }
        ObjectNode paths = JSON.objectNode();
        for (Endpoint endpoint : endpoints) {
            ObjectNode path = paths.withObjectProperty(endpoint.path());
            String verb = endpoint.verb().toLowerCase(Locale.ROOT);
            if (path.has(verb)) {
                merge((ObjectNode) path.get(verb), operation(endpoint, bodies, answers));
            } else {
                path.set(verb, operation(endpoint, bodies, answers));
            }
        }
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.set("info", info());
        document.putArray("servers")
                .addObject()
                .put("url", "/")
                .put("description", "The service that this document is read from.");
        document.putArray("security").addObject().putArray("token");
        document.set("tags", tags(endpoints));
        document.set("paths", paths);
        document.set("components", components(endpoints));
        return document;
    }

    private JsonNode shown(Exchange exchange) {
        if (exchange.step().show() != null) {
            return exchange.step().show();
        }
        String answer = steady.of(exchange.answer());
        return exchange.isJson() ? MAPPER.readTree(answer) : JSON.stringNode(answer);
    }

    private ObjectNode info() {
        ObjectNode info = JSON.objectNode();
        info.put("title", "Engagement Ledger");
        info.put("version", "1");
        info.put("summary", "How the defence and the prosecution engage on a criminal case.");
        info.put(
                "description",
                """
                Everything that happens is an event in an append-only ledger. Writes are `POST` and `PATCH`; \
                each can be tried with `dryRun=true`, and repeated under the same `Idempotency-Key`. \
                What is refused is refused with every broken rule, as `application/problem+json`. \
                A read with `at` shows what has just been written.

                All examples are calls of one story that the build plays; all people in it are made up.\
                """);
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    private ArrayNode tags(List<Endpoint> endpoints) {
        Map<String, String> packages = new TreeMap<>();
        endpoints.forEach(
                endpoint ->
                        packages.putIfAbsent(
                                endpoint.tag(),
                                endpoint.method().getDeclaringClass().getPackageName()));
        ArrayNode tags = JSON.arrayNode();
        packages.forEach(
                (tag, name) ->
                        tags.addObject()
                                .put("name", tag)
                                .put("description", sources.ofPackage(name).text()));
        return tags;
    }

    private ObjectNode operation(
            Endpoint endpoint, Map<Exchange, JsonNode> bodies, Map<Exchange, JsonNode> answers) {
        Sources.Comment comment = sources.of(endpoint.method());
        ObjectNode operation = JSON.objectNode();
        operation.putArray("tags").add(endpoint.tag());
        operation.put("operationId", endpoint.id());
        operation.put("summary", comment.summary());
        if (!comment.rest().isEmpty()) {
            operation.put("description", comment.rest());
        }
        ArrayNode parameters = parameters(endpoint);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        endpoint.body()
                .ifPresent(body -> operation.set("requestBody", request(endpoint, body, bodies)));
        operation.set("responses", responses(endpoint, answers));
        return operation;
    }

    /** Two methods at one address, such as pages and a stream, are one operation. */
    private static void merge(ObjectNode operation, ObjectNode other) {
        ArrayNode parameters = operation.withArrayProperty("parameters");
        Set<String> known = new TreeSet<>();
        parameters.forEach(parameter -> known.add(key(parameter)));
        other.path("parameters")
                .forEach(
                        parameter -> {
                            if (known.add(key(parameter))) {
                                parameters.add(parameter);
                            }
                        });
        operation.put(
                "description",
                Stream.of(
                                operation.path("description").asString(""),
                                other.path("summary").asString(),
                                other.path("description").asString(""))
                        .filter(words -> !words.isEmpty())
                        .reduce((one, next) -> one + "\n\n" + next)
                        .orElseThrow());
        ObjectNode responses = (ObjectNode) operation.get("responses");
        for (var response : other.get("responses").properties()) {
            JsonNode before = responses.get(response.getKey());
            if (before == null || before.has("$ref")) {
                responses.set(response.getKey(), response.getValue());
            } else {
                response.getValue()
                        .path("content")
                        .properties()
                        .forEach(
                                content ->
                                        ((ObjectNode) before)
                                                .withObjectProperty("content")
                                                .putIfAbsent(content.getKey(), content.getValue()));
            }
        }
    }

    private static String key(JsonNode parameter) {
        return parameter.path("$ref").asString("")
                + parameter.path("in").asString("")
                + parameter.path("name").asString("");
    }

    // Requests

    private ArrayNode parameters(Endpoint endpoint) {
        ArrayNode parameters = JSON.arrayNode();
        endpoint.parameters().forEach(it -> parameter(endpoint, it).ifPresent(parameters::add));
        if (endpoint.reads()) {
            parameters.add(shared("at"));
            parameters.add(shared("Prefer"));
            if (canBeUnchanged(endpoint)) {
                parameters.add(shared("If-None-Match"));
            }
        }
        if (endpoint.isCommand()) {
            parameters.add(shared("dryRun"));
            parameters.add(shared("Idempotency-Key"));
            if (!endpoint.creates()) {
                parameters.add(
                        shared(
                                trials.needsVersion(endpoint.id())
                                        ? "If-Match-required"
                                        : "If-Match"));
            }
        }
        return parameters;
    }

    private boolean canBeUnchanged(Endpoint endpoint) {
        return exchanges.stream()
                .anyMatch(it -> it.endpoint().equals(endpoint) && it.status() == 304);
    }

    private static ObjectNode shared(String parameter) {
        return JSON.objectNode().put("$ref", "#/components/parameters/" + parameter);
    }

    private Optional<ObjectNode> parameter(Endpoint endpoint, Parameter parameter) {
        String in;
        String name = parameter.getName();
        String standard = ValueConstants.DEFAULT_NONE;
        RequestParam query = parameter.getAnnotation(RequestParam.class);
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            in = "path";
        } else if (query != null) {
            in = "query";
            standard = query.defaultValue();
        } else if (header != null) {
            in = "header";
            name = header.name();
            standard = header.defaultValue();
        } else {
            return Optional.empty();
        }
        boolean required =
                standard.equals(ValueConstants.DEFAULT_NONE)
                        && (header == null || header.required())
                        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
        ObjectNode schema = schemas.of(parameter.getParameterizedType());
        if (!standard.equals(ValueConstants.DEFAULT_NONE)) {
            schema.set(
                    "default",
                    schema.path("type").asString("").equals("integer")
                            ? JSON.numberNode(Long.parseLong(standard))
                            : JSON.stringNode(standard));
        }
        if (name.equals("limit")) {
            schema.put("minimum", 1).put("maximum", 500);
        }
        ObjectNode described = JSON.objectNode().put("name", name).put("in", in);
        described.put("description", words(endpoint, parameter, in));
        described.put("required", required);
        described.set("schema", schema);
        if (in.equals("path")) {
            example(endpoint, name).ifPresent(value -> described.put("example", value));
        }
        return Optional.of(described);
    }

    private String words(Endpoint endpoint, Parameter parameter, String in) {
        Optional<String> said =
                Optional.ofNullable(sources.of(endpoint.method()).params().get(parameter.getName()))
                        .or(
                                () ->
                                        sources.ofComponent(
                                                parameter
                                                        .getDeclaringExecutable()
                                                        .getDeclaringClass(),
                                                parameter.getName()));
        if (said.isPresent()) {
            return Schemas.asSentence(said.get());
        }
        if (!in.equals("path")) {
            return "";
        }
        String before = endpoint.path().replaceAll("/\\{" + parameter.getName() + "}.*", "");
        String things = before.substring(before.lastIndexOf('/') + 1);
        return "Which %s.".formatted(things.replaceAll("ies$", "y").replaceAll("s$", ""));
    }

    private Optional<String> example(Endpoint endpoint, String variable) {
        return exchanges.stream()
                .filter(exchange -> exchange.endpoint().equals(endpoint))
                .map(exchange -> exchange.path().get(variable))
                .filter(Objects::nonNull)
                .findFirst()
                .map(steady::of);
    }

    private ObjectNode request(
            Endpoint endpoint, Parameter parameter, Map<Exchange, JsonNode> bodies) {
        boolean required = parameter.getAnnotation(RequestBody.class).required();
        ObjectNode body = JSON.objectNode().put("required", required);
        ObjectNode content = body.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
        content.set("schema", schemas.of(parameter.getParameterizedType()));
        ObjectNode examples = content.putObject("examples");
        bodies.forEach(
                (exchange, example) -> {
                    if (exchange.endpoint().equals(endpoint) && exchange.step().succeeds()) {
                        example(examples, exchange, example);
                    }
                });
        return body;
    }

    private static void example(ObjectNode examples, Exchange exchange, JsonNode value) {
        ObjectNode example = examples.putObject(exchange.step().name());
        example.put("summary", exchange.step().title());
        example.set("value", value);
    }

    // Responses

    private ObjectNode responses(Endpoint endpoint, Map<Exchange, JsonNode> answers) {
        Map<Integer, ObjectNode> responses = new TreeMap<>();
        for (int status : problems(endpoint)) {
            responses.put(
                    status,
                    JSON.objectNode().put("$ref", "#/components/responses/" + name(status)));
        }
        Map<Integer, List<Exchange>> seen = new TreeMap<>();
        answers.keySet().stream()
                .filter(exchange -> exchange.endpoint().equals(endpoint))
                .forEach(
                        exchange ->
                                seen.computeIfAbsent(exchange.status(), status -> new ArrayList<>())
                                        .add(exchange));
        seen.forEach(
                (status, these) ->
                        responses.put(status, response(endpoint, status, these, answers)));
        if (OnlyWithMail.succeeds(endpoint.id())) {
            int ok = HttpStatus.OK.value();
            ObjectNode response = response(endpoint, ok, List.of(), answers);
            response.withObjectProperty("content")
                    .withObjectProperty(endpoint.produces())
                    .set("schema", answer(endpoint, ok));
            responses.put(ok, response);
        }
        ObjectNode all = JSON.objectNode();
        responses.forEach((status, response) -> all.set(Integer.toString(status), response));
        return all;
    }

    /** The problems that any operation of its kind can have. */
    private Set<Integer> problems(Endpoint endpoint) {
        Set<Integer> statuses = new TreeSet<>(Set.of(401, 406, 422, 429, 503));
        if (endpoint.knowsTheCaller()) {
            statuses.add(403);
        }
        if (endpoint.path().contains("{")) {
            statuses.add(404);
        }
        if (endpoint.body().isPresent()) {
            statuses.addAll(Set.of(400, 413, 415));
        }
        if (endpoint.verb().equals("POST")) {
            statuses.add(409);
        }
        if (endpoint.isCommand()) {
            statuses.addAll(Set.of(409, 412));
            if (trials.needsVersion(endpoint.id())) {
                statuses.add(428);
            }
        }
        return statuses;
    }

    private ObjectNode response(
            Endpoint endpoint, int status, List<Exchange> seen, Map<Exchange, JsonNode> answers) {
        boolean success = status < 400;
        ObjectNode response = JSON.objectNode();
        response.put("description", success ? success(endpoint, status) : PROBLEMS.get(status));
        ObjectNode headers = JSON.objectNode();
        seen.stream()
                .flatMap(exchange -> exchange.headers().keySet().stream())
                .sorted()
                .forEach(name -> header(headers, name));
        if (!headers.isEmpty()) {
            response.set("headers", headers);
        }
        for (Exchange exchange : seen) {
            if (exchange.answer().isEmpty()) {
                continue;
            }
            ObjectNode content =
                    response.withObjectProperty("content").withObjectProperty(exchange.mediaType());
            if (!content.has("schema")) {
                content.set("schema", success ? answer(endpoint, status) : problem());
            }
            example(content.withObjectProperty("examples"), exchange, answers.get(exchange));
        }
        return response;
    }

    private static void header(ObjectNode headers, String name) {
        headers.putObject(name).put("$ref", "#/components/headers/" + name);
    }

    private static String success(Endpoint endpoint, int status) {
        if (endpoint.isCommand()) {
            return status == 201
                    ? "It is written, and has come into being."
                    : endpoint.creates() && !endpoint.adopts()
                            ? "What would come of it: nothing is written."
                            : "It is written; or, on a dry run, would be.";
        }
        return switch (status) {
            case 202 -> "It is under way.";
            case 304 -> "Nothing has been written since.";
            default -> "What was asked for.";
        };
    }

    private ObjectNode answer(Endpoint endpoint, int status) {
        if (endpoint.creates() && !endpoint.adopts()) {
            return schemas.of((Type) (status == 201 ? Answers.Done.class : Answers.Foreseen.class));
        }
        Type type = endpoint.method().getGenericReturnType();
        if (type instanceof ParameterizedType wrapped
                && wrapped.getRawType() == ResponseEntity.class) {
            type = wrapped.getActualTypeArguments()[0];
        }
        if (type == SseEmitter.class || isTable(type)) {
            return JSON.objectNode().put("type", "string");
        }
        return schemas.of(type == JsonNode.class ? shape(endpoint) : type);
    }

    private static boolean isTable(Type type) {
        return type instanceof ParameterizedType table && table.getRawType() == Csv.class;
    }

    private static Class<?> shape(Endpoint endpoint) {
        Class<?> shape = SHAPES.get(endpoint.id());
        if (shape == null) {
            throw new IllegalStateException("It isn't known what shape " + endpoint.id() + " has");
        }
        return shape;
    }

    private static String name(int status) {
        return Objects.requireNonNull(HttpStatus.resolve(status))
                .getReasonPhrase()
                .replace(" ", "")
                .replace("-", "");
    }

    // Components

    private static ObjectNode problem() {
        return Schemas.reference("Problem");
    }

    private ObjectNode components(List<Endpoint> endpoints) {
        schemas.component("Problem", problemSchema());
        schemas.component("ProblemError", errorSchema());
        require(endpoints);
        ObjectNode components = JSON.objectNode();
        ObjectNode types = components.putObject("schemas");
        schemas.components().forEach(types::set);
        components.set("parameters", sharedParameters());
        ObjectNode headers = components.putObject("headers");
        new TreeMap<>(HEADERS)
                .forEach(
                        (name, words) ->
                                headers.putObject(name)
                                        .put("description", words)
                                        .putObject("schema")
                                        .put("type", "string"));
        ObjectNode responses = components.putObject("responses");
        Set<Integer> used = new TreeSet<>();
        endpoints.forEach(endpoint -> used.addAll(problems(endpoint)));
        used.forEach(status -> responses.set(name(status), sharedProblem(status)));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "A token of the identity provider that is configured, or of the development"
                                + " accounts' own: it says account, role, firm and courts.");
        return components;
    }

    private ObjectNode sharedProblem(int status) {
        ObjectNode response = JSON.objectNode().put("description", PROBLEMS.get(status));
        if (status == 401) {
            header(response.putObject("headers"), "WWW-Authenticate");
        } else if (status == 429 || status == 503) {
            header(response.putObject("headers"), "Retry-After");
        }
        response.putObject("content")
                .putObject(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set("schema", problem());
        return response;
    }

    private static ObjectNode described(ObjectNode properties, String name, String words) {
        return properties.putObject(name).put("type", "string").put("description", words);
    }

    private static ObjectNode problemSchema() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("description", "Why a request is refused, or can't be answered (RFC 9457).");
        ObjectNode properties = schema.putObject("properties");
        described(
                properties,
                "type",
                "What kind of problem it is: `urn:engagement-ledger:problem:refused` if `errors` says"
                        + " why, else named after the status.");
        described(properties, "title", "The kind of problem, for people.");
        properties.putObject("status").put("type", "integer").put("description", "The status.");
        described(properties, "detail", "What is wrong, for people.");
        described(properties, "instance", "The address that was asked.");
        ObjectNode errors = properties.putObject("errors").put("type", "array");
        errors.put("description", "Every reason, with its place.");
        errors.set("items", Schemas.reference("ProblemError"));
        schema.putArray("required").add("type").add("title").add("status").add("detail");
        return schema;
    }

    private ObjectNode errorSchema() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put(
                "description",
                "One reason, and where it stands: at a `pointer`, a `parameter` or a `header`, or in the"
                        + " request as a whole.");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode code = described(properties, "code", codes());
        ArrayNode known = code.putArray("enum");
        Set<String> all = new TreeSet<>(sources.codes());
        Arrays.stream(Rule.values()).map(Rule::name).forEach(all::add);
        all.forEach(known::add);
        described(
                properties,
                "pointer",
                "A place in the body, as a JSON pointer; empty for all of it.");
        described(properties, "parameter", "The name of a parameter of the path or the query.");
        described(properties, "header", "The name of a header.");
        described(properties, "detail", "The reason as a sentence.");
        list(
                properties,
                "alternatives",
                "What can be had instead: the starts of free slots, the nearest first.");
        list(
                properties,
                "surgeries",
                "The ids of the surgeries whose slots the alternatives are, in the same order.");
        list(properties, "engagement", "The id of the engagement that there is already.");
        list(properties, "surgery", "The id of the surgery that there is already.");
        list(properties, "version", "The version that there is.");
        described(properties, "link", "The address of the engagement that there is already.");
        schema.putArray("required").add("code").add("detail");
        return schema;
    }

    private static String codes() {
        StringBuilder words = new StringBuilder("The rule that is broken; stable.\n");
        Arrays.stream(Rule.values())
                .forEach(
                        rule ->
                                words.append("\n- `")
                                        .append(rule.name())
                                        .append("`: ")
                                        .append(rule.sentence().replace("%s", "…")));
        return words.toString();
    }

    private static void list(ObjectNode properties, String name, String words) {
        ObjectNode list = properties.putObject(name).put("type", "array").put("description", words);
        list.putObject("items").put("type", "string");
    }

    private static ObjectNode sharedParameters() {
        ObjectNode parameters = JSON.objectNode();
        shared(parameters, "Idempotency-Key", "header", "Idempotency-Key")
                .put(
                        "description",
                        "A key of the client's own: the same key and body get the same answer and have"
                                + " no second effect; another body under it is refused.")
                .putObject("schema")
                .put("type", "string")
                .put("pattern", "^[\\x20-\\x7e]{1,255}$");
        String match =
                "On which version the request rests: `*`, or entity tags as an answer's `ETag` gives"
                        + " them. If there is another by now, nothing is written.";
        shared(parameters, "If-Match", "header", "If-Match")
                .put("description", match)
                .putObject("schema")
                .put("type", "string");
        shared(parameters, "If-Match-required", "header", "If-Match")
                .put(
                        "description",
                        match + " Required here: this may undo what others have written.")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
        shared(parameters, "If-None-Match", "header", "If-None-Match")
                .put(
                        "description",
                        "The version that the reader has, as an answer's `ETag` gives it: if there is"
                                + " no other, it isn't sent again.")
                .putObject("schema")
                .put("type", "string");
        shared(parameters, "Prefer", "header", "Prefer")
                .put(
                        "description",
                        "`wait=` and for how many seconds at most to wait for `at`; 5 unless it is"
                                + " said, and never more than 30 (RFC 7240).")
                .putObject("schema")
                .put("type", "string");
        shared(parameters, "at", "query", "at")
                .put(
                        "description",
                        "A write's `Ledger-Position`: the answer waits until it shows what was"
                                + " written.")
                .putObject("schema")
                .put("type", "string")
                .put("pattern", "^[^@\\s]{1,200}@\\d{1,18}$");
        shared(parameters, "dryRun", "query", "dryRun")
                .put("description", "Only say what would come of it: nothing is written.")
                .putObject("schema")
                .put("type", "boolean")
                .put("const", true);
        return parameters;
    }

    private static ObjectNode shared(ObjectNode parameters, String key, String in, String name) {
        return parameters.putObject(key).put("name", name).put("in", in).put("required", false);
    }

    // What the trials have told

    /** Bodies take nothing that they don't know; what was always asked for is required. */
    private void require(List<Endpoint> endpoints) {
        Map<String, ObjectNode> bodies = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            endpoint.body()
                    .ifPresent(
                            body ->
                                    bodies.put(
                                            endpoint.id(),
                                            schemas.of(body.getParameterizedType())));
        }
        bodies.values().forEach(this::close);
        Map<Place, Boolean> required = new LinkedHashMap<>();
        trials.required()
                .forEach(
                        (value, asked) ->
                                required.merge(
                                        schemas.place(
                                                Objects.requireNonNull(
                                                        bodies.get(value.operation())),
                                                value.pointer()),
                                        asked,
                                        Boolean::logicalAnd));
        for (Exchange exchange : exchanges) {
            ObjectNode schema = bodies.get(exchange.endpoint().id());
            if (schema != null && exchange.body() != null && exchange.step().succeeds()) {
                forgive(exchange.body(), schema, required);
            }
        }
        bodies.values().forEach(body -> clear(body));
        required.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Place::owner).thenComparing(Place::property))
                .forEach(
                        place ->
                                component(place.owner())
                                        .withArrayProperty("required")
                                        .add(place.property()));
        trials.longest()
                .forEach(
                        (value, longest) -> {
                            Place place =
                                    schemas.place(
                                            Objects.requireNonNull(bodies.get(value.operation())),
                                            value.pointer());
                            ((ObjectNode)
                                            component(place.owner())
                                                    .path("properties")
                                                    .path(place.property()))
                                    .put("maxLength", longest);
                        });
    }

    private ObjectNode component(String name) {
        return Objects.requireNonNull(schemas.components().get(name));
    }

    /** What a request that was accepted does without isn't required. */
    private void forgive(JsonNode value, JsonNode schema, Map<Place, Boolean> required) {
        if (value.isArray()) {
            value.forEach(element -> forgive(element, schema.path("items"), required));
        } else if (value.isObject()) {
            String owner = schema.path("$ref").asString().substring(Schemas.COMPONENTS.length());
            for (var property : component(owner).path("properties").properties()) {
                if (!value.has(property.getKey())) {
                    required.computeIfPresent(
                            new Place(owner, property.getKey()), (place, asked) -> false);
                } else {
                    forgive(value.get(property.getKey()), property.getValue(), required);
                }
            }
        }
    }

    private void close(JsonNode schema) {
        objects(schema).forEach(object -> object.put("additionalProperties", false));
    }

    private void clear(JsonNode schema) {
        objects(schema).forEach(object -> object.remove("required"));
    }

    /** The objects that a body is made of. */
    private List<ObjectNode> objects(JsonNode schema) {
        if (schema.has("items")) {
            return objects(schema.get("items"));
        }
        if (!schema.has("$ref")) {
            return List.of();
        }
        ObjectNode component =
                component(schema.get("$ref").asString().substring(Schemas.COMPONENTS.length()));
        if (!component.has("properties")) {
            return List.of();
        }
        List<ObjectNode> all = new ArrayList<>(List.of(component));
        component.get("properties").forEach(property -> all.addAll(objects(property)));
        return all;
    }
}
