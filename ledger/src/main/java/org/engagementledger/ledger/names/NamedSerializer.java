package org.engagementledger.ledger.names;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events and snapshots as JSON under their logical names, and their metadata as one flat
 * JSON object of strings in the order of its keys. No class name is written anywhere, and nothing
 * but what has a name is written or read.
 *
 * <p>For the {@code eventSerializer} and the snapshots; not for tokens, commands or queries.
 */
public final class NamedSerializer implements Serializer {

    /**
     * Axon's own name for the type of metadata, which it gives on reading and which is never
     * stored.
     */
    private static final SerializedType METADATA =
            new SimpleSerializedType(MetaData.class.getName(), null);

    private final JsonMapper mapper;
    private final LogicalNames names;
    private final ChainingConverter converter;

    /**
     * @param mapper how values become JSON
     * @param names under which names they are stored
     */
    public NamedSerializer(JsonMapper mapper, LogicalNames names) {
        this.mapper = mapper;
        this.names = names;
        this.converter = new ChainingConverter(NamedSerializer.class.getClassLoader());
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    /**
     * @throws UnknownNameException if the object's class has no name
     * @throws SerializationException if it can't be written, or metadata holds something that isn't
     *     a string
     */
    @Override
    public <T> SerializedObject<T> serialize(
            @Nullable Object object, Class<T> expectedRepresentation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        String json = write(object instanceof MetaData metadata ? flat(metadata) : object);
        return new SimpleSerializedObject<>(
                converter.convert(json, String.class, expectedRepresentation),
                expectedRepresentation,
                type);
    }

    private String write(@Nullable Object object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JacksonException e) {
            throw new SerializationException("Could not be written as JSON", e);
        }
    }

    private static Map<String, String> flat(MetaData metadata) {
        Map<String, String> flat = new TreeMap<>();
        metadata.forEach(
                (key, value) -> {
                    if (!(value instanceof String text)) {
                        throw new SerializationException(
                                "Metadata holds strings only, and " + key + " isn't one");
                    }
                    flat.put(key, text);
                });
        return flat;
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(String.class, expectedRepresentation);
    }

    /**
     * @throws UnknownNameException if nothing of this name and revision is known
     * @throws SerializationException if it can't be read
     */
    @Override
    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals",
        "NullAway"
    }) // as Axon declares it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        if (type == Void.class) {
            return (T) null;
        }
        return (T)
                (type == MetaData.class ? MetaData.from(readMetadata(stored)) : read(stored, type));
    }

    private Object read(SerializedObject<?> stored, Class<?> type) {
        try {
            return stored.getData() instanceof JsonNode tree
                    ? mapper.treeToValue(tree, type)
                    : mapper.readValue(text(stored), type);
        } catch (JacksonException e) {
            SerializedType name = stored.getType();
            throw new SerializationException(
                    name.getName() + " of revision " + name.getRevision() + " could not be read",
                    e);
        }
    }

    private Map<String, String> readMetadata(SerializedObject<?> stored) {
        try {
            return mapper.readerForMapOf(String.class).readValue(text(stored));
        } catch (JacksonException e) {
            throw new SerializationException("Metadata could not be read", e);
        }
    }

    private String text(SerializedObject<?> stored) {
        return converter.convert(stored, String.class).getData();
    }

    /**
     * The class that reads what is stored under this name and revision.
     *
     * @throws UnknownNameException if there is none; Axon's other serializers would let the event
     *     be passed over
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (METADATA.getName().equals(type.getName())) {
            return MetaData.class;
        }
        LogicalName known =
                names.named(type.getName())
                        .orElseThrow(
                                () ->
                                        new UnknownNameException(
                                                "Nothing is known by the name " + type.getName()));
        if (!isCurrent(known, type)) {
            throw new UnknownNameException(
                    "%s is known at revision %d, and no upcaster leads there from revision %s"
                            .formatted(known.name(), known.revision(), type.getRevision()));
        }
        return known.type();
    }

    /** Whether what is stored under this name and revision can be read as it is. */
    public boolean isCurrent(SerializedType type) {
        return names.named(type.getName()).filter(known -> isCurrent(known, type)).isPresent();
    }

    private static boolean isCurrent(LogicalName known, SerializedType type) {
        return Integer.toString(known.revision()).equals(type.getRevision());
    }

    /**
     * @throws UnknownNameException if the class has no name
     */
    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return METADATA;
        }
        Class<?> named = type;
        return names.of(named)
                .map(
                        name ->
                                new SimpleSerializedType(
                                        name.name(), Integer.toString(name.revision())))
                .orElseThrow(
                        () ->
                                new UnknownNameException(
                                        named.getSimpleName() + " has no logical name"));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
