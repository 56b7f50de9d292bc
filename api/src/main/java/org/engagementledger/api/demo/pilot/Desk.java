package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.ledger.provenance.Provenance;

/** Where the play's commands are answered. */
interface Desk {

    /** Asks something of an engagement at this time, in milliseconds. */
    Answer ask(EngagementCommand command, Actor actor, Instant at);

    /** The same of a surgery. */
    Answer ask(SurgeryCommand command, Actor actor, Instant at);

    /** Nothing more will be asked of this engagement. */
    void close(EngagementId engagement);

    /** Nothing more will be asked at all. */
    void close();

    /** Says of a command that it comes from the play. */
    static Provenance provenance(Actor actor) {
        return new Provenance(actor, Provenance.PLAY_CHANNEL, null);
    }
}
