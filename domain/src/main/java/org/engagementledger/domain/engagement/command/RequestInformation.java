package org.engagementledger.domain.engagement.command;

import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.jspecify.annotations.Nullable;

/** The prosecution asks for what it needs to go on: of whom, what and why, and by when. */
public record RequestInformation(
        EngagementId engagement,
        @Nullable Party of,
        @Nullable Note what,
        @Nullable Note why,
        @Nullable LocalDate due)
        implements EngagementCommand {}
