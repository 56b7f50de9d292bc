package org.engagementledger.api.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.command.policy.DueTasks;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.InvitationPrepared;
import org.engagementledger.domain.correspondence.MailFailed;
import org.engagementledger.domain.correspondence.MailGivenUp;
import org.engagementledger.domain.correspondence.MailSent;
import org.engagementledger.domain.correspondence.MailTakenUp;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.NoticePrepared;
import org.engagementledger.domain.correspondence.OfferLetterPrepared;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.correspondence.ReminderPrepared;
import org.engagementledger.domain.correspondence.SessionLetterPrepared;
import org.engagementledger.ledger.feed.FeedEntry;
import org.springframework.stereotype.Component;

/** Has letters sent: at once, again after a failure, and a reminder when it is time. */
@Component
class PostPolicy implements Policy {

    private final DueTasks tasks;
    private final ReminderTimes times;
    private final Clock clock;

    PostPolicy(DueTasks tasks, ReminderTimes times, Clock clock) {
        this.tasks = tasks;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(
                InvitationPrepared.class,
                ReminderPrepared.class,
                NoticePrepared.class,
                OfferLetterPrepared.class,
                SessionLetterPrepared.class,
                MailFailed.class,
                MailTakenUp.class);
    }

    @Override
    public void on(FeedEntry entry) {
        switch ((CorrespondenceEvent) entry.event().payload()) {
            case InvitationPrepared e -> {
                post(e, e.recipients());
                if (e.method() == Method.REQUEST) {
                    remindLater(e, entry.event().recordedAt());
                }
            }
            case ReminderPrepared e -> post(e, e.recipients());
            case NoticePrepared e -> post(e, e.recipients());
            case OfferLetterPrepared e -> post(e, e.recipients());
            case SessionLetterPrepared e -> post(e, e.recipients());
            case MailFailed e ->
                    tasks.at(
                            e.nextAttempt(),
                            MailTask.NAME,
                            Errand.of(e, e.recipient(), e.attempt() + 1).key());
            case MailTakenUp e ->
                    tasks.at(
                            clock.instant(),
                            MailTask.NAME,
                            Errand.of(e, e.recipient(), e.failures() + 1).key());
            case MailSent e -> {}
            case MailGivenUp e -> {}
        }
    }

    private void post(CorrespondenceEvent letter, List<Recipient> recipients) {
        recipients.stream()
                .filter(to -> to.delivery() == Delivery.MAIL)
                .forEach(
                        to ->
                                tasks.at(
                                        clock.instant(),
                                        MailTask.NAME,
                                        Errand.of(letter, to.id(), 1).key()));
    }

    /** Late, if need be; but whoever is invited after that time needn't be reminded. */
    private void remindLater(InvitationPrepared invitation, Instant written) {
        Instant start = invitation.appointment().slot().start();
        Instant time = times.reminder(start);
        if (time.isAfter(written)) {
            tasks.at(time, ReminderTask.NAME, ReminderTask.key(invitation.engagement(), start));
        }
    }
}
