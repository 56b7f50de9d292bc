package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.Set;
import org.engagementledger.command.policy.DueTasks;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.schedule.Session;
import org.springframework.stereotype.Component;

/** Has a session looked at in time that may have no join link when it comes near. */
@Component
class JoinLinkPolicy implements Policy {

    static final String NAME = "join-links";

    private final Desk desk;
    private final DueTasks tasks;
    private final ReminderTimes times;

    JoinLinkPolicy(Desk desk, DueTasks tasks, ReminderTimes times) {
        this.desk = desk;
        this.tasks = tasks;
        this.times = times;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(SurgeryScheduled.class, SessionChanged.class, SessionMoved.class);
    }

    @Override
    public void on(FeedEntry entry) {
        // Who looks at the session may do so at once, and is to find it as it is now.
        desk.await(entry, NAME);
        switch (entry.event().payload()) {
            case SurgeryScheduled e when e.joinLink() == null -> lookAt(e.surgery(), e.start());
            case SessionMoved e -> lookAt(e.surgery(), e.start());
            case SessionChanged e when "".equals(e.joinLink()) -> {
                Session session = desk.session(e.surgery(), NAME);
                if (session != null) {
                    lookAt(e.surgery(), session.start());
                }
            }
            default -> {}
        }
    }

    private void lookAt(SurgeryId surgery, Instant start) {
        tasks.at(times.joinLink(start), JoinLinkTask.NAME, JoinLinkTask.key(surgery, start));
    }
}
