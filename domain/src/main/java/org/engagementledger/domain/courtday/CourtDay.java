package org.engagementledger.domain.courtday;

import static org.engagementledger.domain.casework.Rule.SESSION_OVERLAPS;

import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * Holds the rule that no state of a single session can: of the sessions that a court holds at one
 * time each has a lead of its own. It is written in the same unit of work as the session's own
 * event.
 *
 * @param sessions what is held on the day
 */
public record CourtDay(List<Place> sessions) {

    public CourtDay {
        sessions = List.copyOf(sessions);
    }

    /** A day without sessions. */
    public static CourtDay empty() {
        return new CourtDay(List.of());
    }

    /** Has the session held there, or refuses with those that are held at the same time. */
    public Decision<CourtDayEvent> place(Place place) {
        if (sessions.contains(place)) {
            return Decision.accepted();
        }
        List<String> others =
                besides(place.surgery())
                        .filter(place::excludes)
                        .map(other -> other.surgery().value())
                        .toList();
        return others.isEmpty()
                ? Decision.accepted(
                        new SessionPlaced(
                                place.day(),
                                place.surgery(),
                                place.start(),
                                place.end(),
                                place.leads()))
                : Decision.refused(
                        Refusal.of(SESSION_OVERLAPS, "", String.join(", ", others))
                                .with("surgeries", others));
    }

    /** Has the session not held there, if it is. */
    public Decision<CourtDayEvent> takeOff(CourtDayId day, SurgeryId surgery) {
        return besides(surgery).count() == sessions.size()
                ? Decision.accepted()
                : Decision.accepted(new SessionTakenOff(day, surgery));
    }

    /** Whether a lead of this session, which is held elsewhere, leads one here at the same time. */
    public boolean needsALeadOf(Place elsewhere) {
        return sessions.stream().anyMatch(elsewhere::isLedAtOnceWith);
    }

    private Stream<Place> besides(SurgeryId surgery) {
        return sessions.stream().filter(it -> !it.surgery().equals(surgery));
    }

    /** The day after the event. */
    public CourtDay evolve(CourtDayEvent event) {
        Stream<Place> others = besides(event.surgery());
        return switch (event) {
            case SessionPlaced e ->
                    new CourtDay(
                            Stream.concat(
                                            others,
                                            Stream.of(
                                                    new Place(
                                                            e.day(),
                                                            e.surgery(),
                                                            e.start(),
                                                            e.end(),
                                                            e.leads())))
                                    .toList());
            case SessionTakenOff e -> new CourtDay(others.toList());
        };
    }
}
