package org.engagementledger.domain.programme;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a court's programme. */
public sealed interface ProgrammeCommand {

    ProgrammeId programme();

    /**
     * Sets the programme, or another instead of the one that there is. Sessions that are scheduled
     * already keep their times; they follow its people and its link, unless they were changed on
     * their own.
     *
     * @param hosts who attends the sessions for the authorities, as far as known
     * @param joinLink where they are joined, if known
     * @param remaining the sessions to come that are scheduled already and not in the pattern
     */
    record SetProgramme(
            ProgrammeId programme,
            Pattern pattern,
            List<Host> hosts,
            @Nullable String joinLink,
            List<SurgeryId> remaining)
            implements ProgrammeCommand {

        public SetProgramme {
            hosts = List.copyOf(hosts);
            remaining = List.copyOf(remaining);
        }

        /** Before anybody has looked for sessions. */
        public SetProgramme(
                ProgrammeId programme,
                Pattern pattern,
                List<Host> hosts,
                @Nullable String joinLink) {
            this(programme, pattern, hosts, joinLink, List.of());
        }
    }

    /**
     * Ends the programme. Sessions that are scheduled already stay, and are blocked one by one.
     *
     * @param last the last day on which there can be a session
     * @param remaining the sessions after it that are scheduled already
     */
    record EndProgramme(ProgrammeId programme, @Nullable LocalDate last, List<SurgeryId> remaining)
            implements ProgrammeCommand {

        public EndProgramme {
            remaining = List.copyOf(remaining);
        }

        /** Before anybody has looked for sessions. */
        public EndProgramme(ProgrammeId programme, @Nullable LocalDate last) {
            this(programme, last, List.of());
        }
    }
}
