package org.engagementledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;

/** Writes to several aggregates that are made together, or not at all if any of them is refused. */
public final class Together {

    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Runnable> writes = new ArrayList<>();

    /** Adds what was decided for one aggregate. */
    public <E> void plan(Decision<E> decision, Consumer<E> write) {
        switch (decision) {
            case Decision.Accepted(List<E> events) ->
                    events.forEach(event -> writes.add(() -> write.accept(event)));
            case Decision.Refused(List<Refusal> why) -> refusals.addAll(why);
        }
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Makes the writes, in the order in which they were planned, and then the last. */
    public Answer write(Supplier<Answer.Accepted> last) {
        writes.forEach(Runnable::run);
        return last.get();
    }
}
