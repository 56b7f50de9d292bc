package org.engagementledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;

/** Writes to several aggregates that are made together, or not at all if any of them is refused. */
public final class Together {

    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private final List<Runnable> writes = new ArrayList<>();

    /** Adds what was decided for one aggregate. */
    public <E> void plan(Decision<E> decision, Consumer<E> write) {
        switch (decision) {
            case Decision.Accepted(List<E> decided) -> {
                events.addAll(decided);
                decided.forEach(event -> writes.add(() -> write.accept(event)));
            }
            case Decision.Refused(List<Refusal> why) -> refusals.addAll(why);
        }
    }

    /** What would be written, in that order. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Makes the writes, in the order in which they were planned. */
    public void write() {
        writes.forEach(Runnable::run);
    }
}
