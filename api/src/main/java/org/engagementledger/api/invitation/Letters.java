package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.correspondence.InvitationPrepared;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.correspondence.ReminderPrepared;
import org.springframework.stereotype.Component;

/**
 * Reads prepared letters as one of their recipients gets them: whoever has no secure address is
 * told nothing of the case, nor who else is invited.
 */
@Component
class Letters {

    private final Reveal reveal;

    Letters(Reveal reveal) {
        this.reveal = reveal;
    }

    /**
     * An invitation.
     *
     * @param at when it was prepared
     */
    Letter invitation(InvitationPrepared prepared, Recipient to, Instant at) {
        return new Letter(
                prepared.engagement().value(),
                at,
                new Letter.Invitation(prepared.method(), prepared.uid(), prepared.sequence()),
                prepared.appointment(),
                prepared.organiser(),
                to.part(),
                to.secure(),
                to.secure() ? reveal.text(prepared.requester()) : Optional.empty(),
                attendees(to.secure() ? prepared.recipients() : List.of(to)));
    }

    /**
     * A reminder.
     *
     * @param at when it was prepared
     */
    Letter reminder(ReminderPrepared prepared, Recipient to, Instant at) {
        return new Letter(
                prepared.engagement().value(),
                at,
                null,
                prepared.appointment(),
                prepared.organiser(),
                to.part(),
                to.secure(),
                to.secure() ? reveal.text(prepared.requester()) : Optional.empty(),
                List.of());
    }

    private List<Letter.Attendee> attendees(List<Recipient> recipients) {
        return recipients.stream().flatMap(this::attendee).toList();
    }

    private Stream<Letter.Attendee> attendee(Recipient recipient) {
        return address(recipient)
                .map(address -> new Letter.Attendee(recipient.part(), address))
                .stream();
    }

    /** Where mail for the recipient goes; empty if none can. */
    Optional<String> address(Recipient recipient) {
        return reveal.text(recipient.address()).filter(MailAddress::isUsable);
    }
}
