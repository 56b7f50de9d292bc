package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.surgery.SurgeryCommand;

/** The write side itself, with the demonstration's clock held at the time of each command. */
final class CommandDesk implements Desk {

    private final Commands commands;
    private final DemoClock clock;

    CommandDesk(Commands commands, DemoClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Answer ask(EngagementCommand command, Actor actor, Instant at) {
        clock.holdAt(at);
        return commands.send(command, Desk.provenance(actor));
    }

    @Override
    public Answer ask(SurgeryCommand command, Actor actor, Instant at) {
        clock.holdAt(at);
        return commands.send(command, Desk.provenance(actor));
    }

    @Override
    public void close(EngagementId engagement) {}

    @Override
    public void close() {}
}
