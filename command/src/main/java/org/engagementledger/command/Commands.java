package org.engagementledger.command;

import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.engagementledger.domain.calendar.CalendarCommand;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.engagement.Permissions;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.waitinglist.WaitingListCommand;
import org.engagementledger.ledger.provenance.Provenance;

/** The door to the write side. */
public final class Commands {

    private static final int ATTEMPTS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Asks something of an engagement, and waits for the answer. What has such an id and is no
     * engagement, but a surgery or a claim, is as unknown as what isn't there. Whoever may not ask
     * this of any engagement is told so, as they are if there is one.
     */
    public Answer send(EngagementCommand command, Provenance provenance, Conditions conditions) {
        try {
            return attempt(command, provenance, conditions);
        } catch (AggregateNotFoundException | IncompatibleAggregateException unknown) {
            return new Answer.Refused(
                    Permissions.refusal(command, provenance.actor())
                            .orElseGet(() -> Refusal.of(Rule.ENGAGEMENT_UNKNOWN, "")));
        }
    }

    /** The same on no conditions. */
    public Answer send(EngagementCommand command, Provenance provenance) {
        return send(command, provenance, Conditions.NONE);
    }

    /** Asks something of a surgery, and waits for the answer. */
    public Answer send(SurgeryCommand command, Provenance provenance, Conditions conditions) {
        return attempt(command, provenance, conditions);
    }

    /** The same on no conditions. */
    public Answer send(SurgeryCommand command, Provenance provenance) {
        return send(command, provenance, Conditions.NONE);
    }

    /** Asks something of a correspondence, and waits for the answer. */
    public Answer send(
            CorrespondenceCommand command, Provenance provenance, Conditions conditions) {
        return attempt(command, provenance, conditions);
    }

    /** The same on no conditions. */
    public Answer send(CorrespondenceCommand command, Provenance provenance) {
        return send(command, provenance, Conditions.NONE);
    }

    /** Asks something of a waiting list, and waits for the answer. */
    public Answer send(WaitingListCommand command, Provenance provenance) {
        return attempt(command, provenance, Conditions.NONE);
    }

    /** Asks something of a court's programme, and waits for the answer. */
    public Answer send(ProgrammeCommand command, Provenance provenance, Conditions conditions) {
        return attempt(command, provenance, conditions);
    }

    /** Asks something of an action of the strategy, and waits for the answer. */
    public Answer send(StrategyCommand command, Provenance provenance, Conditions conditions) {
        return attempt(command, provenance, conditions);
    }

    /** Asks for a plan to be adopted, and waits for the answer. */
    public Answer send(AdoptPlan plan, Provenance provenance, Conditions conditions) {
        return attempt(plan, provenance, conditions);
    }

    /**
     * Asks something of a calendar, and waits for the answer. What has such an id and is no
     * calendar is as unknown as what isn't there.
     */
    public Answer send(CalendarCommand command, Provenance provenance, Conditions conditions) {
        try {
            return attempt(command, provenance, conditions);
        } catch (AggregateNotFoundException | IncompatibleAggregateException unknown) {
            return new Answer.Refused(Refusal.of(Rule.CALENDAR_UNKNOWN, ""));
        }
    }

    /**
     * Another command may have written first, here or on another node: then this one is decided
     * anew on what is there now. Throws what was last lost to if the race is lost again and again.
     */
    private Answer attempt(Object command, Provenance provenance, Conditions conditions) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(
                        GenericCommandMessage.asCommandMessage(command)
                                .withMetaData(provenance.metadata())
                                .andMetaData(conditions.metadata()));
            } catch (AggregateStreamCreationException | AxonTransientException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted before the command was decided", interrupted);
        }
    }
}
