package org.engagementledger.query.schedule;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sessions as they were from the log, where each of their events stands for ever. */
@Component
class SessionChangeQueries {

    private final EventReader events;

    SessionChangeQueries(EventReader events) {
        this.events = events;
    }

    @QueryHandler
    SeeSessionChange.Seen see(SeeSessionChange question) {
        if (question.reader().role() != Role.SYSTEM) {
            return new SeeSessionChange.Seen(null, null);
        }
        List<StoredEvent> until =
                events.read(question.surgery(), 0, Math.toIntExact(question.sequence() + 1));
        if (until.isEmpty()) {
            return new SeeSessionChange.Seen(null, null);
        }
        return new SeeSessionChange.Seen(
                after(until.subList(0, beginningOfItsCommand(until))), after(until));
    }

    /** What one command writes has one cause, and stands together. */
    private static int beginningOfItsCommand(List<StoredEvent> events) {
        int beginning = events.size() - 1;
        String cause = cause(events.get(beginning));
        while (cause != null && beginning > 0 && cause.equals(cause(events.get(beginning - 1)))) {
            beginning--;
        }
        return beginning;
    }

    private static @Nullable String cause(StoredEvent event) {
        return event.metadata().get(Provenance.CAUSATION);
    }

    private static SeeSessionChange.@Nullable Moment after(List<StoredEvent> events) {
        Surgery surgery = Surgery.unscheduled();
        Sitting sitting = null;
        for (StoredEvent event : events) {
            if (event.payload() instanceof SurgeryEvent next) {
                surgery = surgery.evolve(next);
                sitting = Sitting.after(sitting, next, event.sequence()).orElse(null);
            }
        }
        if (sitting == null || !(surgery instanceof Surgery.Scheduled known)) {
            return null;
        }
        return new SeeSessionChange.Moment(
                known.start(),
                known.end(),
                sitting.hosts(),
                sitting.joinLink(),
                known.slots().filter(slot -> known.blocked().contains(slot.start())).toList(),
                known.slots().filter(slot -> known.holder(slot.start()).isPresent()).toList());
    }
}
