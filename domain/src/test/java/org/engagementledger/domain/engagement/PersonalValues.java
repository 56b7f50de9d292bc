package org.engagementledger.domain.engagement;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Personal;

/** Finds every personal value that can be reached from something. */
final class PersonalValues {

    private PersonalValues() {}

    /**
     * The personal values within. Throws IllegalArgumentException on what it can't look into, so
     * that nothing is passed over.
     */
    static Stream<Personal<?>> in(Object whole) {
        return switch (whole) {
            case null -> Stream.empty();
            case Personal<?> personal -> Stream.of(personal);
            case Optional<?> optional -> optional.stream().flatMap(PersonalValues::in);
            case Collection<?> all -> all.stream().flatMap(PersonalValues::in);
            case Map<?, ?> map ->
                    Stream.concat(map.keySet().stream(), map.values().stream())
                            .flatMap(PersonalValues::in);
            case Record rec ->
                    Stream.of(rec.getClass().getRecordComponents())
                            .flatMap(component -> in(value(rec, component)));
            case String text -> Stream.empty();
            case Number number -> Stream.empty();
            case Boolean flag -> Stream.empty();
            case Enum<?> constant -> Stream.empty();
            case Temporal time -> Stream.empty();
            case Duration duration -> Stream.empty();
            default -> throw new IllegalArgumentException("Can't look into " + whole.getClass());
        };
    }

    /** The personal texts within, as people wrote them. */
    static List<String> textsIn(Object whole) {
        return in(whole)
                .flatMap(personal -> personal.value().stream())
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Object value(Record rec, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(rec);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Can't look into " + rec.getClass(), e);
        }
    }
}
