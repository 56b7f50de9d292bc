package org.engagementledger.command.engagement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.DueTasks;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.EscalateTriage;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.springframework.stereotype.Component;

/**
 * Escalates what has waited for triage for too long. Whatever may have brought an engagement into
 * triage is looked at again when the time would be up; whether it did, and whether something still
 * waits, the engagement decides then.
 */
@Component
final class TriageInTime implements Policy, DueTask {

    private static final String NAME = "triage-in-time";
    private static final char OF = '/';

    private final DueTasks tasks;
    private final Commands commands;
    private final EventReader events;
    private final Terms terms;
    private final Clock clock;

    TriageInTime(DueTasks tasks, Commands commands, EventReader events, Terms terms, Clock clock) {
        this.tasks = tasks;
        this.commands = commands;
        this.events = events;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(Submitted.class, Amended.class, RecordedInError.class);
    }

    @Override
    public void on(FeedEntry entry) {
        StoredEvent event = entry.event();
        if (!(event.payload() instanceof Amended amended && amended.issues().isEmpty())) {
            tasks.at(
                    terms.triageDue(event.recordedAt()),
                    NAME,
                    entry.aggregateId() + OF + event.sequence());
        }
    }

    /**
     * @param key the engagement's id, and the sequence number of the event
     */
    @Override
    public void run(String key) {
        int end = key.lastIndexOf(OF);
        String engagement = key.substring(0, end);
        long since = Long.parseLong(key.substring(end + 1));
        StoredEvent event = events.read(engagement, since, 1).getFirst();
        Instant due = terms.triageDue(event.recordedAt());
        if (due.isAfter(clock.instant())) {
            // The limit is another than it was when this was put down.
            tasks.at(due, NAME, key);
            return;
        }
        Answer answer =
                commands.send(
                        new EscalateTriage(new EngagementId(engagement), since, event.recordedAt()),
                        OwnAccord.of(NAME, event));
        if (answer instanceof Answer.Refused(List<Refusal> why)
                && why.stream().anyMatch(refusal -> refusal.rule() == Rule.TRIAGE_NOT_DUE)) {
            throw new IllegalStateException("Where it was decided it was earlier");
        }
    }
}
