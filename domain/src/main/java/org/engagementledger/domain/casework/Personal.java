package org.engagementledger.domain.casework;

import java.util.Optional;

/**
 * A value about a person, or free text about a case: known, unopened, or erased for ever.
 *
 * <p>The value belongs to a subject, the key of the person or the case that it is about. Wherever
 * it is written it is encrypted with that subject's key, so that destroying the key erases it
 * everywhere at once (Data Protection Act 2018, Part 3). State and snapshots of aggregates never
 * hold one.
 *
 * @param <T> the type of the value in the clear, such as a text or a date
 */
public sealed interface Personal<T> {

    /** The key of the person or case that the value is about; not itself personal. */
    String subject();

    /**
     * The value in the clear, or empty once it has been erased.
     *
     * @throws IllegalStateException if nobody has opened it
     */
    Optional<T> value();

    /** A value that can be read. */
    static <T> Personal<T> known(String subject, T value) {
        return new Known<>(subject, value);
    }

    /** A value that can be read. Its text form doesn't show it, so that no log ever does. */
    record Known<T>(String subject, T secret) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(secret);
        }

        @Override
        public String toString() {
            return "Known[subject=" + subject + "]";
        }
    }

    /**
     * A value as it was read from where it is stored: carried on as it is, and opened only for
     * whoever may see it. What is in an event is only ever this; a command that is judged holds
     * known values.
     *
     * @param sealed the value, encrypted
     * @param commitment what its writer committed to
     */
    record Unopened<T>(String subject, String sealed, String commitment) implements Personal<T> {
        @Override
        public Optional<T> value() {
            throw new IllegalStateException("The value about " + subject + " hasn't been opened");
        }
    }

    /** A value whose subject's key has been destroyed. */
    record Erased<T>(String subject) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
