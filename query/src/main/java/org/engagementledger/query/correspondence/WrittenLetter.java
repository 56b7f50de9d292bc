package org.engagementledger.query.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CalledOff;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.domain.correspondence.OfferNews;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.correspondence.SessionNews;
import org.engagementledger.domain.correspondence.SessionTold;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A letter, and what became of it. What is personal is sealed.
 *
 * @param number which it is, counted from 1 within its correspondence
 * @param preparedAt when it was written
 * @param engagement what it is about; null if it is about a session
 * @param organiser from whom it comes: the surgery's address
 * @param method what it does to a calendar; null if it isn't an invitation
 * @param uid the meeting, as calendars name it; null if it is a notice
 * @param sequence which version of the meeting it tells of; 0 if it isn't an invitation
 * @param appointment the meeting; null if it is about none
 * @param calledOff why an invitation is cancelled; null if it isn't, or not for all
 * @param offer what it tells of an offer; null if it is about none
 * @param session what it tells of a session; null if it is about none
 * @param notice what the coordinator is told; null if it isn't a notice
 * @param surgery the session that a notice or another letter is about, if it is about one
 * @param requester the name of whoever engages for the defence; null if it isn't told
 * @param newcomers the ids of those whom an invitation invites to its meeting for the first time,
 *     or again after it was cancelled for them
 */
public record WrittenLetter(
        int number,
        Instant preparedAt,
        @Nullable EngagementId engagement,
        String organiser,
        @Nullable Method method,
        @Nullable String uid,
        int sequence,
        @Nullable Appointment appointment,
        @Nullable CalledOff calledOff,
        @Nullable Offer offer,
        @Nullable SessionChange session,
        @Nullable NoticeKind notice,
        @Nullable SurgeryId surgery,
        @Nullable Personal<String> requester,
        List<Recipient> recipients,
        List<String> newcomers,
        List<Posting> postings) {

    /**
     * That a slot is on offer, or no longer.
     *
     * @param until when the offer ends; null if it has ended
     */
    public record Offer(OfferNews news, @Nullable Instant until) {}

    /**
     * What became of a session.
     *
     * @param session how it stood after that
     */
    public record SessionChange(SessionNews news, SessionTold session) {}

    public WrittenLetter {
        recipients = List.copyOf(recipients);
        newcomers = List.copyOf(newcomers);
        postings = List.copyOf(postings);
    }

    /**
     * Whether the other, written later, tells how things stand now of what this tells of: then this
     * needn't be sent any more.
     */
    public boolean isOutdatedBy(WrittenLetter other) {
        boolean invitation = other.method() != null;
        return (invitation && uid != null && uid.equals(other.uid()))
                || (offer != null && (invitation || other.offer() != null))
                || (session != null && other.session() != null);
    }

    /** One of its recipients; empty if it isn't addressed to them. */
    public Optional<Recipient> to(String recipient) {
        return recipients.stream().filter(it -> it.id().equals(recipient)).findFirst();
    }

    /** The same after something has become of it for one of its recipients. */
    WrittenLetter with(Posting posting) {
        return new WrittenLetter(
                number,
                preparedAt,
                engagement,
                organiser,
                method,
                uid,
                sequence,
                appointment,
                calledOff,
                offer,
                session,
                notice,
                surgery,
                requester,
                recipients,
                newcomers,
                postings.stream()
                        .map(it -> it.recipient().equals(posting.recipient()) ? posting : it)
                        .toList());
    }
}
