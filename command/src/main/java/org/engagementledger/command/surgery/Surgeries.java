package org.engagementledger.command.surgery;

import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.springframework.stereotype.Component;

/**
 * Surgeries in the unit of work of a command that is also about engagements: their slots are
 * allocated and freed, and their sessions changed, through here.
 */
@Component
public class Surgeries {

    private final Repository<SurgeryAggregate> surgeries;
    private final EventStore events;

    Surgeries(Repository<SurgeryAggregate> surgeries, EventStore events) {
        this.surgeries = surgeries;
        this.events = events;
    }

    /**
     * A surgery that was loaded, and may be written to.
     *
     * @param surgery unscheduled if there is none
     * @param version the sequence number of its last event
     * @param write writes an event; only what was decided on this state
     */
    public record Loaded(Surgery surgery, long version, Consumer<SurgeryEvent> write) {}

    /**
     * What the surgery is just now, read without holding on to it: another command may change it.
     */
    public Surgery look(SurgeryId id) {
        Surgery surgery = Surgery.unscheduled();
        var stream = events.readEvents(id.value());
        while (stream.hasNext()) {
            surgery =
                    switch (stream.next().getPayload()) {
                        case SurgeryAggregate snapshot -> snapshot.surgery();
                        case SurgeryEvent next -> surgery.evolve(next);
                        default -> surgery;
                    };
        }
        return surgery;
    }

    /** The surgery, to change its session. */
    public Loaded load(SurgeryId id, Asked asked) {
        try {
            Aggregate<SurgeryAggregate> aggregate = surgeries.load(id.value());
            return new Loaded(
                    aggregate.invoke(SurgeryAggregate::surgery),
                    aggregate.invoke(SurgeryAggregate::version),
                    event -> aggregate.execute(it -> it.write(event, asked.now())));
        } catch (AggregateNotFoundException | IncompatibleAggregateException unknown) {
            return new Loaded(
                    Surgery.unscheduled(),
                    -1,
                    event -> {
                        throw new IllegalStateException("There is no surgery " + id);
                    });
        }
    }

    /** The surgery, unscheduled if there is none; loaded with others in the order of their ids. */
    public Surgery load(SurgeryId wanted, Stream<SurgeryId> withOthers) {
        Surgery surgery = Surgery.unscheduled();
        for (SurgeryId id :
                Stream.concat(Stream.of(wanted), withOthers)
                        .distinct()
                        .sorted(Comparator.comparing(SurgeryId::value))
                        .toList()) {
            Surgery loaded = load(id);
            surgery = id.equals(wanted) ? loaded : surgery;
        }
        return surgery;
    }

    private Surgery load(SurgeryId id) {
        try {
            return surgeries.load(id.value()).invoke(SurgeryAggregate::surgery);
        } catch (AggregateNotFoundException | IncompatibleAggregateException unknown) {
            return Surgery.unscheduled();
        }
    }

    /** Plans that the surgeries have for the engagement what it has after, and not before. */
    public void change(
            Engagement before,
            Engagement after,
            EngagementId engagement,
            Asked asked,
            Together together) {
        for (SurgeryCommand command : Engagement.forSurgeries(engagement, before, after)) {
            Aggregate<SurgeryAggregate> aggregate = surgeries.load(command.surgery().value());
            Decision<SurgeryEvent> decision =
                    aggregate.invoke(
                            it ->
                                    it.surgery()
                                            .decide(
                                                    command,
                                                    asked.actor(),
                                                    asked.now(),
                                                    asked.terms()));
            together.plan(decision, event -> aggregate.execute(it -> it.write(event, asked.now())));
        }
    }
}
