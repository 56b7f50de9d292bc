package org.engagementledger.api.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.Answers;
import org.engagementledger.domain.casework.Disclosable;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.query.casehistory.HistoryEntry;
import org.engagementledger.query.feed.FeedEvent;
import org.engagementledger.query.strategy.ActionChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Types as JSON Schemas, as the service writes and reads them. A record, a sealed interface or an
 * enum becomes a component of its simple name; an id, or whatever else is a single text named
 * {@code value}, is that text.
 */
final class Schemas {

    static final String COMPONENTS = "#/components/schemas/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of which kind the events are whose facts stand in something. */
    private static final Map<Class<?>, Class<?>> EVENTS =
            Map.of(
                    FeedEvent.class, Object.class,
                    HistoryEntry.class, EngagementEvent.class,
                    ActionChange.class, StrategyEvent.class);

    private final Sources sources;
    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    Schemas(Sources sources) {
        this.sources = sources;
    }

    /** All components that have been asked for, by name. */
    Map<String, ObjectNode> components() {
        return components;
    }

    /** A component that no type stands for. */
    ObjectNode component(String name, ObjectNode schema) {
        components.put(name, schema);
        return reference(name);
    }

    /** The schema of a type; components are referred to. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            Type argument = generic.getActualTypeArguments()[0];
            if (raw == List.class) {
                ObjectNode list = JSON.objectNode().put("type", "array");
                list.set("items", of(argument));
                return list;
            }
            if (raw == Personal.class) {
                return personal(argument);
            }
        }
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        throw new IllegalArgumentException("It isn't known how " + type + " is written");
    }

    private ObjectNode of(Class<?> type) {
        if (type == String.class) {
            return text(null);
        }
        if (type == Instant.class) {
            return text("date-time");
        }
        if (type == LocalDate.class) {
            return text("date");
        }
        if (type == LocalTime.class) {
            return text(null).put("pattern", "^[0-2][0-9]:[0-5][0-9](:00)?$");
        }
        if (type == DayOfWeek.class) {
            ObjectNode day = text(null);
            ArrayNode days = day.putArray("enum");
            Stream.of(DayOfWeek.values()).forEach(value -> days.add(value.name()));
            return day;
        }
        if (type == boolean.class || type == Boolean.class) {
            return JSON.objectNode().put("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return JSON.objectNode().put("type", "integer").put("format", "int32");
        }
        if (type == double.class || type == Double.class) {
            return JSON.objectNode().put("type", "number").put("format", "double");
        }
        if (type == long.class || type == Long.class) {
            return JSON.objectNode().put("type", "integer").put("format", "int64");
        }
        if (isSingleText(type)) {
            return text(null);
        }
        if (type.isEnum()) {
            return component(type, () -> enumeration(type));
        }
        if (type.isRecord()) {
            return component(type, () -> object(type));
        }
        if (type == Answers.Result.class) {
            return choice("oneOf", Arrays.asList(type.getPermittedSubclasses()));
        }
        throw new IllegalArgumentException(
                "It isn't known how " + type + " is written: let the method return a record");
    }

    private static boolean isSingleText(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value")
                && type.getRecordComponents()[0].getType() == String.class;
    }

    private ObjectNode personal(Type known) {
        String name = known == LocalDate.class ? "PersonalDate" : "PersonalText";
        if (!components.containsKey(name)) {
            ObjectNode erased = JSON.objectNode().put("type", "object");
            erased.put("description", "A personal value that was erased.");
            ObjectNode flag = erased.putObject("properties").putObject("erased");
            flag.put("const", true).put("description", "Always true.");
            erased.putArray("required").add("erased");
            component("Erased", erased);
            ObjectNode value = JSON.objectNode();
            value.put("description", "A personal value in the clear, or that it was erased.");
            value.putArray("oneOf").add(of(known)).add(reference("Erased"));
            component(name, value);
        }
        return reference(name);
    }

    private ObjectNode component(Class<?> type, Supplier<ObjectNode> schema) {
        String name = type.getSimpleName();
        Class<?> before = types.putIfAbsent(name, type);
        if (before == null) {
            components.put(name, JSON.objectNode());
            components.put(name, schema.get());
        } else if (before != type) {
            throw new IllegalStateException(
                    before + " and " + type + " would share a schema's name");
        }
        return reference(name);
    }

    static ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", COMPONENTS + name);
    }

    private static ObjectNode text(@Nullable String format) {
        ObjectNode text = JSON.objectNode().put("type", "string");
        return format == null ? text : text.put("format", format);
    }

    private ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = text(null);
        String constants =
                Arrays.stream(type.getEnumConstants())
                        .map(Enum.class::cast)
                        .map(
                                constant ->
                                        "- `"
                                                + constant.name()
                                                + "`"
                                                + (sources.of(constant).text().isEmpty()
                                                        ? ""
                                                        : ": " + sources.of(constant).text()))
                        .collect(Collectors.joining("\n"));
        schema.put("description", sources.of(type).text() + "\n\n" + constants);
        ArrayNode values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> values.add(((Enum<?>) constant).name()));
        return schema;
    }

    /**
     * A record. What can't be null is required, but for what says who may see it: a reader who may
     * not finds it absent.
     */
    private ObjectNode object(Class<?> type) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("description", sources.of(type).text());
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property =
                    component.getType() == JsonNode.class
                            ? facts(type)
                            : of(component.getGenericType());
            description(type, component)
                    .ifPresent(description -> property.put("description", description));
            properties.set(component.getName(), property);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !Disclosable.class.isAssignableFrom(component.getType())) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** What the record says of it, or else what its type is. */
    private Optional<String> description(Class<?> record, RecordComponent component) {
        return sources.ofComponent(record, component.getName())
                .map(Schemas::asSentence)
                .or(
                        () ->
                                Optional.of(sources.of(leaf(component.getGenericType())).summary())
                                        .filter(words -> !words.isEmpty()));
    }

    private static Class<?> leaf(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> leaf(generic.getActualTypeArguments()[0]);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    /** What a tag says, as a sentence of its own. */
    static String asSentence(String words) {
        String sentence = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** What an event says: one of the events that stand in such a place. */
    private ObjectNode facts(Class<?> where) {
        Class<?> events = EVENTS.get(where);
        if (events == null) {
            throw new IllegalArgumentException("It isn't known what JSON is in " + where);
        }
        return choice(
                "anyOf",
                LogicalNames.ofTheLedger().all().stream()
                        .map(LogicalName::type)
                        .filter(events::isAssignableFrom)
                        .toList());
    }

    private ObjectNode choice(String keyword, List<? extends Class<?>> types) {
        ObjectNode choice = JSON.objectNode();
        ArrayNode all = choice.putArray(keyword);
        types.forEach(type -> all.add(of((Type) type)));
        return choice;
    }

    /**
     * Where the schema of a value in a body stands.
     *
     * @param owner the component
     * @param property its property
     */
    record Place(String owner, String property) {}

    /** Where a value stands, seen from the schema of its body. */
    Place place(ObjectNode body, List<String> pointer) {
        JsonNode schema = body;
        Place place = new Place("", "");
        for (String step : pointer) {
            if (schema.has("items")) {
                schema = schema.path("items");
            } else {
                String owner = schema.path("$ref").asString().substring(COMPONENTS.length());
                place = new Place(owner, step);
                schema = components.get(owner).path("properties").path(step);
            }
        }
        return place;
    }
}
