package org.engagementledger.command.courtday;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.courtday.CourtDay;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.domain.courtday.CourtDayId;
import org.engagementledger.domain.courtday.Place;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.surgery.Surgery;
import org.springframework.stereotype.Component;

/**
 * Places sessions on their courts' days in the unit of work of a session's command. Days are loaded
 * after all else, in the order of their ids.
 */
@Component
public class CourtDays {

    private final Repository<CourtDayAggregate> days;
    private final EventStore events;

    CourtDays(Repository<CourtDayAggregate> days, EventStore events) {
        this.days = days;
        this.events = events;
    }

    /**
     * Plans that the session is held where it is after, and no longer where it was before.
     *
     * @return what whoever asked should be told
     */
    public List<Notice> change(Surgery before, Surgery after, Asked asked, Together together) {
        Optional<Place> was = Place.of(before);
        Optional<Place> is = Place.of(after);
        if (was.equals(is)) {
            return List.of();
        }
        Stream.concat(was.stream(), is.stream())
                .map(Place::day)
                .distinct()
                .sorted(Comparator.comparing(CourtDayId::value))
                .forEach(id -> change(id, was, is, asked, together));
        return is.filter(place -> needsLeadsFromElsewhere(place, asked))
                .map(place -> List.of(Notice.LEAD_ELSEWHERE))
                .orElse(List.of());
    }

    private void change(
            CourtDayId id,
            Optional<Place> was,
            Optional<Place> is,
            Asked asked,
            Together together) {
        Aggregate<CourtDayAggregate> aggregate = load(id);
        CourtDay day = aggregate.invoke(CourtDayAggregate::day);
        together.plan(
                is.filter(place -> place.day().equals(id))
                        .map(day::place)
                        .orElseGet(() -> day.takeOff(id, was.orElseThrow().surgery())),
                event -> aggregate.execute(it -> it.write(event, asked.now())));
    }

    private Aggregate<CourtDayAggregate> load(CourtDayId id) {
        try {
            return days.loadOrCreate(id.value(), CourtDayAggregate::new);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The court's day could not be loaded", failed);
        }
    }

    /** Looks only, without holding on to the other courts' days: nothing is refused for it. */
    private boolean needsLeadsFromElsewhere(Place place, Asked asked) {
        return !place.leads().isEmpty()
                && asked.terms().courts().stream()
                        .map(
                                court ->
                                        CourtDayId.of(
                                                court.ouCode(), LondonTime.dateOf(place.start())))
                        .filter(id -> !id.equals(place.day()))
                        .anyMatch(id -> look(id).needsALeadOf(place));
    }

    private CourtDay look(CourtDayId id) {
        return events.readEvents(id.value(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(CourtDayEvent.class::cast)
                .reduce(
                        CourtDay.empty(),
                        CourtDay::evolve,
                        (one, other) -> {
                            throw new IllegalStateException("Events come one after the other");
                        });
    }
}
