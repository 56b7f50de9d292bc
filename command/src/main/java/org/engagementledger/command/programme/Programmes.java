package org.engagementledger.command.programme;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.engagementledger.command.surgery.SessionPeople;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeEnded;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.programme.ProgrammeSet;
import org.engagementledger.domain.surgery.Host;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads courts' programmes where they are written: whoever follows an event of one finds it here,
 * and the people whom no aggregate's state holds.
 */
@Component
public class Programmes {

    private final EventStore events;
    private final SessionPeople people;

    Programmes(EventStore events, SessionPeople people) {
        this.events = events;
        this.people = people;
    }

    /**
     * A programme as it stands.
     *
     * @param patterns all that it ever had, the present one last
     * @param hosts who attends its sessions; their addresses can be read
     * @param joinLink where they are joined, if known
     * @param since the version in which people and link became what they are
     */
    public record Standing(
            List<Pattern> patterns, List<Host> hosts, @Nullable String joinLink, long since) {
        public Standing {
            patterns = List.copyOf(patterns);
            hosts = List.copyOf(hosts);
        }

        /** When the court holds its sessions now. */
        public Pattern pattern() {
            return patterns.getLast();
        }

        private Standing after(ProgrammeSet event, List<Host> opened, long version) {
            boolean same = hosts.equals(opened) && Objects.equals(joinLink, event.joinLink());
            return new Standing(
                    with(event.pattern()), opened, event.joinLink(), same ? since : version);
        }

        private Standing after(ProgrammeEnded event) {
            return new Standing(with(pattern().until(event.last())), hosts, joinLink, since);
        }

        private List<Pattern> with(Pattern next) {
            return Stream.concat(patterns.stream(), Stream.of(next)).distinct().toList();
        }
    }

    /** The court's programme; empty if it never had one. */
    public Optional<Standing> standing(ProgrammeId programme) {
        Standing standing = null;
        for (DomainEventMessage<?> message :
                events.readEvents(programme.value(), 0).asStream().toList()) {
            long version = message.getSequenceNumber();
            standing =
                    switch ((ProgrammeEvent) message.getPayload()) {
                        case ProgrammeSet e ->
                                standing == null
                                        ? new Standing(
                                                List.of(e.pattern()),
                                                people.opened(e.hosts()),
                                                e.joinLink(),
                                                version)
                                        : standing.after(e, people.opened(e.hosts()), version);
                        case ProgrammeEnded e -> standing == null ? null : standing.after(e);
                    };
        }
        return Optional.ofNullable(standing);
    }
}
