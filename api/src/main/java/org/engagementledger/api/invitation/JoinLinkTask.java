package org.engagementledger.api.invitation;

import java.time.Clock;
import java.time.Instant;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.domain.correspondence.Cause;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Notify;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.query.schedule.Session;
import org.engagementledger.query.schedule.SlotState;
import org.springframework.stereotype.Component;

/** Tells the coordinator of a session that comes near without a join link. */
@Component
class JoinLinkTask implements DueTask {

    static final String NAME = "join-link";

    private final Desk desk;
    private final Coordinator coordinator;
    private final Commands commands;
    private final Clock clock;

    JoinLinkTask(Desk desk, Coordinator coordinator, Commands commands, Clock clock) {
        this.desk = desk;
        this.coordinator = coordinator;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Of which session.
     *
     * @param start when it is to start: whoever moves it has it looked at again
     */
    static String key(SurgeryId surgery, Instant start) {
        return surgery + "/" + start;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key) {
        int end = key.indexOf('/');
        SurgeryId surgery = new SurgeryId(key.substring(0, end));
        Instant start = Instant.parse(key.substring(end + 1));
        Session session = desk.session(surgery, NAME);
        if (session == null || !session.start().equals(start) || !isMissed(session)) {
            return;
        }
        Cause cause = new Cause(key, 0, start);
        CorrespondenceId correspondence = CorrespondenceId.of(surgery);
        commands.send(
                new Notify(
                        correspondence,
                        null,
                        surgery,
                        cause,
                        NoticeKind.NO_JOIN_LINK,
                        coordinator.organiser(),
                        coordinator.recipient(desk.letters(surgery.value(), NAME))),
                OwnAccord.of(NAME));
    }

    /** Whether somebody may come, and couldn't join. */
    private boolean isMissed(Session session) {
        return Meeting.joinLink(session) == null
                && session.start().isAfter(clock.instant())
                && session.slots().stream().anyMatch(slot -> slot.state() != SlotState.BLOCKED);
    }
}
