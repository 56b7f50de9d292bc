package org.engagementledger.domain.casework;

import java.util.List;

/**
 * What a command comes to: the events that follow, or every reason why it is refused.
 *
 * @param <E> the events of the slice
 */
public sealed interface Decision<E> {

    /** The command is accepted; these events follow, in order. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused; nothing happens. */
    record Refused<E>(List<Refusal> refusals) implements Decision<E> {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** Accepted, and nothing follows: things are already as asked. */
    static <E> Decision<E> accepted() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> refused(Refusal... refusals) {
        return new Refused<>(List.of(refusals));
    }

    /** The reasons why it is refused; empty when it is accepted. */
    default List<Refusal> refusals() {
        return this instanceof Refused<E>(List<Refusal> refusals) ? refusals : List.of();
    }
}
