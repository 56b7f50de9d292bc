package org.engagementledger.domain.programme;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.surgery.Host;
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
     */
    record SetProgramme(
            ProgrammeId programme, Pattern pattern, List<Host> hosts, @Nullable String joinLink)
            implements ProgrammeCommand {

        public SetProgramme {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Ends the programme. Sessions that are scheduled already stay, and are blocked one by one.
     *
     * @param last the last day on which there can be a session
     */
    record EndProgramme(ProgrammeId programme, @Nullable LocalDate last)
            implements ProgrammeCommand {}
}
