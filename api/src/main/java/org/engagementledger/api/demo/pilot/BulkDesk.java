package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import org.engagementledger.command.Answer;
import org.engagementledger.command.bulk.BulkCommands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.surgery.SurgeryCommand;

/** Decides in memory and writes in large batches, so that a million events take minutes. */
final class BulkDesk implements Desk {

    private final BulkCommands commands;

    BulkDesk(BulkCommands commands) {
        this.commands = commands;
    }

    @Override
    public Answer ask(EngagementCommand command, Actor actor, Instant at) {
        return commands.send(command, Desk.provenance(actor), at);
    }

    @Override
    public Answer ask(SurgeryCommand command, Actor actor, Instant at) {
        return commands.send(command, Desk.provenance(actor), at);
    }

    @Override
    public void close(EngagementId engagement) {
        commands.forget(engagement);
    }

    @Override
    public void close() {
        commands.flush();
    }
}
