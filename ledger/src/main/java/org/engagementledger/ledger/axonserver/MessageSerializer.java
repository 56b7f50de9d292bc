package org.engagementledger.ledger.axonserver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes commands, queries and their answers as JSON, for the way from one instance of the service
 * to another: what is personal is sealed on the way. They go by the names of their classes, since
 * nothing of it is kept.
 *
 * <p>An answer of several is a record with a list in it: of a list alone nobody could say what it
 * is a list of. Only classes of the ledger are ever read, whatever a message names.
 */
public final class MessageSerializer implements Serializer {

    private static final String OURS = "org.engagementledger.";
    private static final String SUBJECT = "subject";
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, MetaData.class);

    private final Sealer sealer;
    private final JsonMapper mapper;
    private final ChainingConverter converter =
            new ChainingConverter(MessageSerializer.class.getClassLoader());

    public MessageSerializer(Sealer sealer) {
        this.sealer = sealer;
        SimpleModule arrivals = new SimpleModule("arrivals");
        arrivals.addDeserializer(Personal.class, new OpenedOnArrival(sealer));
        this.mapper = LedgerJson.sealedBuilder(sealer).addModule(arrivals).build();
    }

    /**
     * @throws SerializationException if it isn't of the ledger, or can't be written
     */
    @Override
    public <T> SerializedObject<T> serialize(
            @Nullable Object object, Class<T> expectedRepresentation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        if (object != null) {
            sealer.prepareToSeal(List.of(object));
        }
        try {
            return new SimpleSerializedObject<>(
                    converter.convert(
                            mapper.writeValueAsString(object),
                            String.class,
                            expectedRepresentation),
                    expectedRepresentation,
                    type);
        } catch (JacksonException e) {
            throw new SerializationException(type.getName() + " could not be written", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(String.class, expectedRepresentation);
    }

    /**
     * @throws SerializationException if it isn't of the ledger, or can't be read
     */
    @Override
    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals",
        "NullAway"
    }) // as Axon declares it
    public <S, T> T deserialize(SerializedObject<S> sent) {
        Class<?> type = classForType(sent.getType());
        if (type == Void.class) {
            return (T) null;
        }
        String json = converter.convert(sent, String.class).getData();
        try {
            if (type == MetaData.class) {
                return (T) MetaData.from(mapper.readerForMapOf(String.class).readValue(json));
            }
            JsonNode tree = mapper.readTree(json);
            sealer.prepareToOpen(new HashSet<>(tree.findValuesAsString(SUBJECT)));
            return (T) mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new SerializationException(type.getName() + " could not be read", e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return PLAIN.stream()
                .<Class<?>>map(plain -> plain)
                .filter(plain -> plain.getName().equals(type.getName()))
                .findFirst()
                .orElseGet(() -> ours(type.getName()));
    }

    private static Class<?> ours(String name) {
        if (!name.startsWith(OURS)) {
            throw new SerializationException("No message is a " + name);
        }
        try {
            return Class.forName(name, false, MessageSerializer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new SerializationException("This version knows no message " + name, e);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (!type.getName().startsWith(OURS) && !PLAIN.contains(type)) {
            throw new SerializationException(
                    "A message is a record of the ledger, not a " + type.getName());
        }
        return new SimpleSerializedType(type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
