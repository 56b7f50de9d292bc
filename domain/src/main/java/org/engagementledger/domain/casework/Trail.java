package org.engagementledger.domain.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one fact of a case came to be what it is: a step for each event that changed it. An event
 * that turns out to have been recorded in error takes its step with it, and the fact is again what
 * it was.
 *
 * <p>The first step and the latest ones are kept; what lies between is forgotten, so that a long
 * case costs no more than a short one. What that makes impossible to restore, {@link #canStrike}
 * says.
 *
 * @param forgotten the sequence number of the latest step that was forgotten; -1 if none was
 */
public record Trail<T>(List<Step<T>> steps, long forgotten) {

    /** How many steps are kept. */
    public static final int KEPT = 20;

    private static final int NOTHING = -1;

    /**
     * @param sequence the event's sequence number in its engagement
     * @param value what the fact became
     */
    public record Step<T>(long sequence, T value) {}

    public Trail {
        steps = List.copyOf(steps);
    }

    public static <T> Trail<T> empty() {
        return new Trail<>(List.of(), NOTHING);
    }

    public static <T> Trail<T> of(long sequence, T value) {
        return new Trail<>(List.of(new Step<>(sequence, value)), NOTHING);
    }

    /** What the fact is now; empty if nothing stands. */
    public Optional<T> current() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().value());
    }

    public Trail<T> then(long sequence, T value) {
        Stream<Step<T>> next = Stream.of(new Step<>(sequence, value));
        if (steps.size() < KEPT) {
            return new Trail<>(Stream.concat(steps.stream(), next).toList(), forgotten);
        }
        Stream<Step<T>> kept = Stream.concat(Stream.of(steps.getFirst()), steps.stream().skip(2));
        return new Trail<>(Stream.concat(kept, next).toList(), steps.get(1).sequence());
    }

    /** Whether the event's step is among those that are kept. */
    public boolean tellsOf(long sequence) {
        return steps.stream().anyMatch(step -> step.sequence() == sequence);
    }

    /** Whether the event is what the fact came from in the first place. */
    public boolean beganWith(long sequence) {
        return !steps.isEmpty() && steps.getFirst().sequence() == sequence;
    }

    /**
     * Whether it is known what the fact would be if the event had never been: not if its step was
     * forgotten, nor if the step that would count again was.
     */
    public boolean canStrike(long sequence) {
        if (forgotten == NOTHING || beganWith(sequence)) {
            return true;
        }
        boolean wasForgotten = sequence <= forgotten && sequence > steps.getFirst().sequence();
        boolean uncoversForgotten = steps.size() == 2 && steps.getLast().sequence() == sequence;
        return !wasForgotten && !uncoversForgotten;
    }

    /** The trail as if the event had never been. */
    public Trail<T> without(long sequence) {
        return new Trail<>(
                steps.stream().filter(step -> step.sequence() != sequence).toList(), forgotten);
    }
}
