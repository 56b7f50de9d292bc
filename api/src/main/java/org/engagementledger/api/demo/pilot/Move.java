package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import java.util.Optional;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks something of a case.
 *
 * @param refusal the one rule for which it is refused; null if it is accepted
 */
record Move(Instant at, Actor actor, Asking asking, @Nullable Rule refusal) {

    /** Words the command when its time has come. */
    @FunctionalInterface
    interface Asking {

        /**
         * @param version the sequence number of the case's last event
         * @param diary who has which slot
         * @return empty if there is no occasion for it
         */
        Optional<EngagementCommand> command(long version, Diary diary);
    }
}
