package org.engagementledger.command.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.engagementledger.command.surgery.Surgeries;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeEnded;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.programme.ProgrammeSet;
import org.engagementledger.domain.programme.Rolled;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.springframework.stereotype.Component;

/**
 * Finds the sessions that programmes have made, by the names that they have from their patterns.
 */
@Component
class RolledSessions {

    private final EventStore events;
    private final Surgeries surgeries;

    RolledSessions(EventStore events, Surgeries surgeries) {
        this.events = events;
        this.surgeries = surgeries;
    }

    /** All patterns that the court's programme ever had, the present one last; none if unset. */
    List<Pattern> patterns(ProgrammeId programme) {
        List<Pattern> patterns = new ArrayList<>();
        events.readEvents(programme.value(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .forEach(
                        event ->
                                patterns.add(
                                        switch ((ProgrammeEvent) event) {
                                            case ProgrammeSet e -> e.pattern();
                                            case ProgrammeEnded e ->
                                                    patterns.getLast().until(e.last());
                                        }));
        return patterns;
    }

    /**
     * Whatever a programme has made that may not be over, also by an earlier pattern and wherever
     * it was moved to; in the order in which they were to begin.
     *
     * @param patterns all that the programme ever had
     */
    List<Rolled> of(List<Pattern> patterns, LocalDate today) {
        Map<SurgeryId, Instant> possible = new LinkedHashMap<>();
        for (Pattern pattern : patterns) {
            pattern.possibleStarts(today)
                    .forEach(start -> possible.put(SurgeryId.of(pattern.court(), start), start));
        }
        return possible.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .flatMap(
                        it ->
                                surgeries.look(it.getKey()) instanceof Surgery.Scheduled session
                                                && session.rolled()
                                        ? Stream.of(new Rolled(it.getValue(), session))
                                        : Stream.<Rolled>of())
                .toList();
    }
}
