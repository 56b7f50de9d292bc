package org.engagementledger.domain.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one fact of a case came to be what it is: a step for each event that changed it. An event
 * that turns out to have been recorded in error takes its step with it, and the fact is again what
 * it was.
 */
public record Trail<T>(List<Step<T>> steps) {

    /**
     * @param sequence the event's sequence number in its engagement
     * @param value what the fact became
     */
    public record Step<T>(long sequence, T value) {}

    public Trail {
        steps = List.copyOf(steps);
    }

    public static <T> Trail<T> empty() {
        return new Trail<>(List.of());
    }

    public static <T> Trail<T> of(long sequence, T value) {
        return new Trail<>(List.of(new Step<>(sequence, value)));
    }

    /** What the fact is now; empty if nothing stands. */
    public Optional<T> current() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().value());
    }

    public Trail<T> then(long sequence, T value) {
        return new Trail<>(
                Stream.concat(steps.stream(), Stream.of(new Step<>(sequence, value))).toList());
    }

    /** Whether the event is what the fact came from in the first place. */
    public boolean beganWith(long sequence) {
        return !steps.isEmpty() && steps.getFirst().sequence() == sequence;
    }

    /** The trail as if the event had never been. */
    public Trail<T> without(long sequence) {
        return new Trail<>(steps.stream().filter(step -> step.sequence() != sequence).toList());
    }
}
