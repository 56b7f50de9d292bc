package org.engagementledger.api.invitation;

import java.util.Set;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Notify;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.MailGivenUp;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.TriageEscalated;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.ledger.feed.FeedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells the coordinator of what happened to a case that needs somebody's attention. */
@Component
class NoticePolicy implements Policy {

    private static final String NAME = "notices";

    private final Desk desk;
    private final Coordinator coordinator;
    private final Commands commands;

    NoticePolicy(Desk desk, Coordinator coordinator, Commands commands) {
        this.desk = desk;
        this.coordinator = coordinator;
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(
                TriageEscalated.class,
                SlotReleased.class,
                LastSurgeryNear.class,
                MailGivenUp.class);
    }

    @Override
    public void on(FeedEntry entry) {
        switch (entry.event().payload()) {
            case SlotReleased e when isLost(e, entry) ->
                    tell(NoticeKind.BOOKING_RELEASED, e.engagement(), e.slot().surgery(), entry);
            case TriageEscalated e ->
                    tell(NoticeKind.TRIAGE_ESCALATED, e.engagement(), null, entry);
            case LastSurgeryNear e ->
                    tell(NoticeKind.LAST_SURGERY, e.engagement(), e.surgery(), entry);
            case MailGivenUp e when isMissed(e) -> tellOfMail(e, entry);
            default -> {}
        }
    }

    /** Whether the session took the slot away, and didn't take the booking along. */
    private boolean isLost(SlotReleased release, FeedEntry entry) {
        return release.why() == ReleaseReason.SESSION_BLOCKED
                || (release.why() == ReleaseReason.SESSION_MOVED && !hasASlotAfter(entry));
    }

    private boolean hasASlotAfter(FeedEntry release) {
        JsonNode engagement = desk.engagementAfter(release, NAME);
        return engagement != null && engagement.has("slot");
    }

    /**
     * Whether a letter is missing somewhere: a later one may have told the same, or it was one of
     * these.
     */
    private boolean isMissed(MailGivenUp mail) {
        return mail.why() != MailFailure.SUPERSEDED
                && desk.letters(mail.correspondence().subject(), NAME).stream()
                        .anyMatch(it -> it.number() == mail.letter() && it.notice() == null);
    }

    private void tellOfMail(MailGivenUp mail, FeedEntry because) {
        tell(
                NoticeKind.MAIL_GIVEN_UP,
                mail.correspondence(),
                mail.engagement(),
                mail.engagement() == null ? new SurgeryId(mail.correspondence().subject()) : null,
                because);
    }

    private void tell(
            NoticeKind kind,
            EngagementId engagement,
            @Nullable SurgeryId surgery,
            FeedEntry because) {
        tell(kind, CorrespondenceId.of(engagement), engagement, surgery, because);
    }

    private void tell(
            NoticeKind kind,
            CorrespondenceId correspondence,
            @Nullable EngagementId engagement,
            @Nullable SurgeryId surgery,
            FeedEntry because) {
        OwnAccord.settled(
                commands.send(
                        new Notify(
                                correspondence,
                                engagement,
                                surgery,
                                Desk.cause(because),
                                kind,
                                coordinator.organiser(),
                                coordinator.recipient(
                                        desk.letters(correspondence.subject(), NAME))),
                        OwnAccord.of(NAME, because, kind.name())));
    }
}
