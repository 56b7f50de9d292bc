package org.engagementledger.domain.correspondence;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a correspondence; only the ledger's own policies ask, but for {@link
 * SendAgain}.
 */
public sealed interface CorrespondenceCommand {

    CorrespondenceId correspondence();

    /**
     * Let everybody know of a meeting as it is now.
     *
     * @param cause the event that it follows from
     * @param booking whether that event gave the engagement this slot; else it changed what the
     *     invitation to it says
     * @param recipients who is to come
     * @param former whoever may have been invited before, as the letters say
     */
    record Invite(
            CorrespondenceId correspondence,
            EngagementId engagement,
            Cause cause,
            boolean booking,
            Appointment appointment,
            String organiser,
            @Nullable Personal<String> requester,
            List<Recipient> recipients,
            List<Recipient> former)
            implements CorrespondenceCommand {
        public Invite {
            recipients = List.copyOf(recipients);
            former = List.copyOf(former);
        }
    }

    /**
     * Let everybody know that the meeting won't be.
     *
     * @param calledOff why it won't
     * @param former whoever may have been invited, as the letters say
     */
    record CallOff(
            CorrespondenceId correspondence,
            EngagementId engagement,
            Cause cause,
            CalledOff calledOff,
            List<Recipient> former)
            implements CorrespondenceCommand {
        public CallOff {
            former = List.copyOf(former);
        }
    }

    /**
     * Remind whoever is invited of the meeting.
     *
     * @param appointment the meeting that is meant, as it is now; nobody is reminded of one that
     *     was moved
     * @param invited whoever is invited, as the letters say
     */
    record Remind(
            CorrespondenceId correspondence,
            EngagementId engagement,
            Appointment appointment,
            @Nullable Personal<String> requester,
            List<Recipient> invited)
            implements CorrespondenceCommand {
        public Remind {
            invited = List.copyOf(invited);
        }
    }

    /**
     * Tell the defence of a slot on offer.
     *
     * @param appointment the meeting that could be
     * @param until when the offer ends; null if it has ended
     * @param recipients the defence
     */
    record TellOfOffer(
            CorrespondenceId correspondence,
            EngagementId engagement,
            Cause cause,
            OfferNews news,
            String organiser,
            Appointment appointment,
            @Nullable Instant until,
            @Nullable Personal<String> requester,
            List<Recipient> recipients)
            implements CorrespondenceCommand {
        public TellOfOffer {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Tell those who attend a session for the authorities.
     *
     * @param session how it stands after that
     * @param recipients whoever is to know
     */
    record TellOfSession(
            CorrespondenceId correspondence,
            Cause cause,
            SessionNews news,
            SessionTold session,
            String organiser,
            List<Recipient> recipients)
            implements CorrespondenceCommand {
        public TellOfSession {
            recipients = List.copyOf(recipients);
        }
    }

    /** Tell the coordinator. */
    record Notify(
            CorrespondenceId correspondence,
            @Nullable EngagementId engagement,
            @Nullable SurgeryId surgery,
            Cause cause,
            NoticeKind kind,
            String organiser,
            Recipient coordinator)
            implements CorrespondenceCommand {}

    /** A mail server took the letter for this recipient. */
    record RecordSent(
            CorrespondenceId correspondence, int letter, String recipient, String messageId)
            implements CorrespondenceCommand {}

    /** The letter wasn't sent to this recipient. */
    record RecordFailure(
            CorrespondenceId correspondence, int letter, String recipient, MailFailure why)
            implements CorrespondenceCommand {}

    /**
     * Send a letter that was given up to this recipient after all; a coordinator asks.
     *
     * @param engagement what it is about; null if it is about a session
     * @param server whether there is a mail server to send it by
     */
    record SendAgain(
            CorrespondenceId correspondence,
            @Nullable EngagementId engagement,
            int letter,
            String recipient,
            boolean server)
            implements CorrespondenceCommand {}
}
