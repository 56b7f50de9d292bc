package org.engagementledger.command.surgery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.json.Opener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads where it is written who attends sessions and where they are joined: no aggregate's state
 * holds people.
 */
@Component
public class SessionPeople {

    private final EventStore events;
    private final Opener opener;

    SessionPeople(EventStore events, Opener opener) {
        this.events = events;
        this.opener = opener;
    }

    private record People(List<Host> hosts, String joinLink) {

        private People after(Object event) {
            return switch (event) {
                case SurgeryScheduled e -> new People(e.hosts(), orNone(e.joinLink()));
                case SessionChanged e ->
                        new People(
                                e.hosts() == null ? hosts : e.hosts(),
                                e.joinLink() == null ? joinLink : e.joinLink());
                default -> this;
            };
        }

        private static String orNone(@Nullable String joinLink) {
            return joinLink == null ? "" : joinLink;
        }
    }

    /** What of the change isn't so already. */
    public ChangeSession whatIsNew(ChangeSession command) {
        List<Host> hosts = command.hosts();
        String joinLink = command.joinLink();
        People now = people(command.surgery());
        return new ChangeSession(
                command.surgery(),
                hosts == null || areAlike(hosts, now.hosts()) ? null : hosts,
                now.joinLink().equals(joinLink) ? null : joinLink,
                command.programme());
    }

    private People people(SurgeryId surgery) {
        People people = new People(List.of(), "");
        for (DomainEventMessage<?> event :
                events.readEvents(surgery.value(), 0).asStream().toList()) {
            people = people.after(event.getPayload());
        }
        return people;
    }

    /** Whatever their addresses were sealed for. */
    private boolean areAlike(List<Host> these, List<Host> those) {
        return seen(these).equals(seen(opened(those)));
    }

    private record Seen(HostRole role, @Nullable String login, @Nullable String email) {}

    private static List<Seen> seen(List<Host> hosts) {
        return hosts.stream()
                .map(
                        host -> {
                            Personal<String> email = host.email();
                            return new Seen(
                                    host.role(),
                                    host.login(),
                                    email == null ? null : email.value().orElse("erased"));
                        })
                .toList();
    }

    /** The same hosts, their addresses readable. */
    public List<Host> opened(List<Host> hosts) {
        List<Personal<String>> sealed = new ArrayList<>();
        for (Host host : hosts) {
            if (host.email() != null) {
                sealed.add(host.email());
            }
        }
        UnaryOperator<Personal<String>> opening = opener.opening(sealed);
        return hosts.stream()
                .map(
                        host -> {
                            Personal<String> email = host.email();
                            return new Host(
                                    host.role(),
                                    host.login(),
                                    email == null ? null : opening.apply(email));
                        })
                .toList();
    }
}
