package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.Set;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfOffer;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.OfferNews;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.SlotOfferExpired;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells the defence which slot is on offer, until when and how to answer, and when it is no longer.
 * Whoever takes a case over while it has an offer is told of it too.
 */
@Component
class OfferPolicy implements Policy {

    private static final String NAME = "offer-letters";

    private final Desk desk;
    private final Meeting.Planner planner;
    private final Guests guests;
    private final InvitationProperties properties;
    private final Commands commands;

    OfferPolicy(
            Desk desk,
            Meeting.Planner planner,
            Guests guests,
            InvitationProperties properties,
            Commands commands) {
        this.desk = desk;
        this.planner = planner;
        this.guests = guests;
        this.properties = properties;
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(
                SlotOffered.class,
                SlotOfferWithdrawn.class,
                SlotOfferExpired.class,
                RepresentationTransferred.class);
    }

    @Override
    public void on(FeedEntry entry) {
        switch (entry.event().payload()) {
            case SlotOffered e ->
                    tell(e.engagement(), OfferNews.OFFERED, e.slot(), e.until(), entry);
            case SlotOfferExpired e ->
                    tell(e.engagement(), OfferNews.EXPIRED, e.slot(), null, entry);
            case SlotOfferWithdrawn e
                    when e.why() == OfferWithdrawalReason.WAITS_NO_LONGER
                            && isOfTheDefence(entry) -> {}
            case SlotOfferWithdrawn e ->
                    tell(
                            e.engagement(),
                            switch (e.why()) {
                                case TOO_LATE -> OfferNews.TOO_LATE;
                                case SLOT_GONE -> OfferNews.SLOT_GONE;
                                case WAITS_NO_LONGER -> OfferNews.WAITS_NO_LONGER;
                            },
                            e.slot(),
                            null,
                            entry);
            case RepresentationTransferred e -> tellOfWhatIsOpen(e.engagement(), entry);
            default -> throw new IllegalArgumentException("Isn't followed: " + entry.position());
        }
    }

    /** Whoever leaves, withdraws or settles knows what becomes of the offer. */
    private static boolean isOfTheDefence(FeedEntry entry) {
        return Provenance.actor(entry.event().metadata())
                .filter(actor -> actor.role() == Role.DEFENCE_PRACTITIONER)
                .isPresent();
    }

    private void tellOfWhatIsOpen(EngagementId engagement, FeedEntry because) {
        desk.await(because, NAME);
        JsonNode offer = read(engagement).path("waiting").path("offer");
        if (!offer.isMissingNode()) {
            JsonNode slot = offer.path("slot");
            tell(
                    engagement,
                    OfferNews.OFFERED,
                    new Slot(
                            new SurgeryId(slot.path("surgery").asString()),
                            Instant.parse(slot.path("start").asString()),
                            Instant.parse(slot.path("end").asString())),
                    Instant.parse(offer.path("until").asString()),
                    because);
        }
    }

    private JsonNode read(EngagementId engagement) {
        JsonNode read = desk.engagement(engagement.value(), NAME);
        if (read == null) {
            throw new IllegalStateException("What is offered a slot is an engagement");
        }
        return read;
    }

    private void tell(
            EngagementId engagement,
            OfferNews news,
            Slot slot,
            @Nullable Instant until,
            FeedEntry because) {
        desk.await(because, NAME);
        // Whoever has no slot in a session yet isn't told how it is joined.
        Meeting meeting = planner.of(read(engagement), slot, null);
        commands.send(
                new TellOfOffer(
                        CorrespondenceId.of(engagement),
                        engagement,
                        Desk.cause(because),
                        news,
                        properties.organiser(),
                        meeting.appointment(),
                        until,
                        meeting.requester(),
                        guests.recipients(
                                meeting.guests().stream()
                                        .filter(guest -> guest.part() == Part.DEFENCE)
                                        .toList(),
                                Guests.former(desk.letters(engagement.value(), NAME)))),
                OwnAccord.of(NAME, because.event()));
    }
}
