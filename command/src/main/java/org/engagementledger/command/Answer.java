package org.engagementledger.command;

import java.util.List;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.engagement.event.Notice;

/** What came of a command. */
public sealed interface Answer {

    /**
     * The command was accepted, and what follows from it is written.
     *
     * @param version the sequence number of the aggregate's last event
     * @param created the ids of what came into being inside the aggregate, such as a plea's
     * @param notices what whoever asked should be told
     */
    record Accepted(long version, List<String> created, List<Notice> notices) implements Answer {
        public Accepted {
            created = List.copyOf(created);
            notices = List.copyOf(notices);
        }
    }

    /** The command was refused for every one of these reasons; nothing is written. */
    record Refused(List<Refusal> refusals) implements Answer {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        public Refused(Refusal refusal) {
            this(List.of(refusal));
        }
    }
}
