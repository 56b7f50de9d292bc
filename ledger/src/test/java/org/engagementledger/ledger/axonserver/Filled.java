package org.engagementledger.ledger.axonserver;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.RequestId;

/** Records with something in every component, lists and personal values included. */
final class Filled {

    static final String SECRET = "Ann Archer";
    static final String SUBJECT = "person-of-the-messages";

    private Filled() {}

    static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(components)
                        .map(component -> value(component.getGenericType()))
                        .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No sample of " + type, e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return switch ((Class<?>) generic.getRawType()) {
                case Class<?> it when it == List.class -> List.of(value(argument));
                case Class<?> it when it == Set.class -> Set.of(value(argument));
                case Class<?> it ->
                        new Personal.Known<>(
                                SUBJECT, argument == String.class ? SECRET : value(argument));
            };
        }
        return switch ((Class<?>) type) {
            case Class<?> it when it == String.class -> "text";
            case Class<?> it when it == boolean.class -> true;
            case Class<?> it when it == int.class -> 7;
            case Class<?> it when it == long.class || it == Long.class -> 7L;
            case Class<?> it when it == Instant.class -> Instant.parse("2020-11-05T15:00:00.123Z");
            case Class<?> it when it == LocalDate.class -> LocalDate.of(2020, 11, 23);
            case Class<?> it when it == Duration.class -> Duration.ofMinutes(20);
            case Class<?> it when it == Urn.class -> new Urn("01ZD0303920");
            case Class<?> it when it == DefendantId.class -> DefendantId.numbered(1);
            case Class<?> it when it == OffenceId.class -> OffenceId.numbered(1);
            case Class<?> it when it == IssueId.class -> IssueId.numbered(1);
            case Class<?> it when it == PleaId.class -> PleaId.numbered(1);
            case Class<?> it when it == RequestId.class -> RequestId.numbered(1);
            case Class<?> it when it.isEnum() -> it.getEnumConstants()[0];
            case Class<?> it -> record(it);
        };
    }
}
