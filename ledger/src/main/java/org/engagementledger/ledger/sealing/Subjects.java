package org.engagementledger.ledger.sealing;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/** Finds whom the personal values in a record are about. */
final class Subjects {

    private Subjects() {}

    /** The subjects of all known values in these records, at any depth. */
    static Set<String> in(Collection<?> records) {
        Set<String> subjects = new HashSet<>();
        records.forEach(it -> collect(it, subjects));
        return subjects;
    }

    private static void collect(@Nullable Object value, Set<String> subjects) {
        switch (value) {
            case Personal.Known<?> known -> subjects.add(known.subject());
            case Collection<?> several -> several.forEach(it -> collect(it, subjects));
            case Record parts -> {
                for (RecordComponent part : parts.getClass().getRecordComponents()) {
                    if (!part.getType().isPrimitive()) {
                        collect(read(part, parts), subjects);
                    }
                }
            }
            case null, default -> {}
        }
    }

    private static @Nullable Object read(RecordComponent part, Record parts) {
        try {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true); // the record may be a package's own
            return accessor.invoke(parts);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(
                    "The parts of a " + parts.getClass().getSimpleName() + " can't be read",
                    closed);
        }
    }
}
