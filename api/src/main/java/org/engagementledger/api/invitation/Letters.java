package org.engagementledger.api.invitation;

import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CalledOff;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads letters as one of their recipients gets them, whoever asks, so that what is mailed and what
 * is opened here are the same. Whoever has no secure address is told nothing of the case, nor who
 * else is invited. The others are told what they may read here in their role: the lead, but nobody
 * else, how the defence is reached; contacts not whose the case is; nobody how those are reached
 * who attend for the authorities.
 */
@Component
class Letters {

    private final Reveal reveal;

    Letters(Reveal reveal) {
        this.reveal = reveal;
    }

    /** A letter as it is for one of its recipients; empty if it is about no meeting of a case. */
    Optional<Letter> read(WrittenLetter written, Recipient to) {
        Appointment appointment = written.appointment();
        if (appointment == null || written.engagement() == null) {
            return Optional.empty();
        }
        boolean secure = to.secure();
        boolean contact = to.part().isContact();
        return Optional.of(
                new Letter(
                        contact
                                ? appointment.slot().surgery().value()
                                : written.engagement().value(),
                        written.preparedAt(),
                        written.method() == null || written.uid() == null
                                ? null
                                : new Letter.Invitation(
                                        written.method(),
                                        written.uid(),
                                        written.sequence(),
                                        !written.newcomers().contains(to.id()),
                                        calledOff(written.calledOff(), secure && !contact)),
                        written.offer(),
                        appointment,
                        written.organiser(),
                        to.part(),
                        secure,
                        secure && !contact ? reveal.text(written.requester()) : Optional.empty(),
                        written.recipients().stream()
                                .filter(it -> isNamed(it, to))
                                .flatMap(this::attendee)
                                .toList()));
    }

    /**
     * What became of the case is told to whoever may read the case; what of the session, to all.
     */
    private static @Nullable CalledOff calledOff(@Nullable CalledOff told, boolean ofTheCase) {
        return told == null || ofTheCase
                ? told
                : switch (told.why()) {
                    case SESSION_BLOCKED, SESSION_MOVED -> new CalledOff(told.why(), false);
                    case MOVED, CANCELLED, RESOLVED, WITHDRAWN, CASE_ENDED, CORRECTED ->
                            new CalledOff(ReleaseReason.CANCELLED, false);
                };
    }

    private static boolean isNamed(Recipient attendee, Recipient to) {
        return attendee.id().equals(to.id())
                || (to.secure() && to.part() == Part.LEAD && attendee.part() == Part.DEFENCE);
    }

    /** What a letter says to one of its recipients, in words. */
    String text(WrittenLetter written, Recipient to) {
        return read(written, to).map(Wording::text).orElseGet(() -> Wording.text(written, to));
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
