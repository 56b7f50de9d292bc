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
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.schedule.Session;
import org.springframework.stereotype.Component;

/** Tells the coordinator of a session that comes near without a join link. */
@Component
class JoinLinkTask implements DueTask {

    static final String NAME = "join-link";

    private final Desk desk;
    private final Coordinator coordinator;
    private final ReminderTimes times;
    private final Commands commands;
    private final Clock clock;

    JoinLinkTask(
            Desk desk,
            Coordinator coordinator,
            ReminderTimes times,
            Commands commands,
            Clock clock) {
        this.desk = desk;
        this.coordinator = coordinator;
        this.times = times;
        this.commands = commands;
        this.clock = clock;
    }

    /** Of which session, and because of which of its events. */
    static String key(SurgeryId surgery, FeedEntry because) {
        return surgery + "/" + because.event().sequence() + "/" + because.event().recordedAt();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key) {
        String[] parts = key.split("/", -1);
        SurgeryId surgery = new SurgeryId(parts[0]);
        Session session = desk.session(surgery, NAME);
        Instant now = clock.instant();
        if (session == null || Meeting.joinLink(session) != null || !session.start().isAfter(now)) {
            return;
        }
        if (times.joinLink(session.start()).isAfter(now)) {
            // It was moved to a later day, and is looked at again because of that.
            return;
        }
        Cause cause = new Cause(surgery.value(), Long.parseLong(parts[1]), Instant.parse(parts[2]));
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
}
