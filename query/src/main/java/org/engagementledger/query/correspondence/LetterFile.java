package org.engagementledger.query.correspondence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
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
import org.engagementledger.ledger.store.StoredEvent;

/** The letters that a correspondence's events tell of. */
final class LetterFile {

    private final Function<Recipient, Stream<Recipient>> shown;
    private final SequencedMap<Integer, WrittenLetter> letters = new LinkedHashMap<>();
    private final Map<String, Set<String>> invited = new HashMap<>();

    private LetterFile(Function<Recipient, Stream<Recipient>> shown) {
        this.shown = shown;
    }

    /**
     * The letters, in their order.
     *
     * @param shown what is told of a recipient, if anything is; a letter of whose recipients
     *     nothing is told isn't there
     */
    static List<WrittenLetter> of(
            List<StoredEvent> events, Function<Recipient, Stream<Recipient>> shown) {
        LetterFile file = new LetterFile(shown);
        for (StoredEvent event : events) {
            if (event.payload() instanceof CorrespondenceEvent written) {
                file.add(written, event.recordedAt());
            }
        }
        return List.copyOf(file.letters.values());
    }

    private void add(CorrespondenceEvent event, Instant at) {
        switch (event) {
            case InvitationPrepared e ->
                    put(
                            new WrittenLetter(
                                    e.letter(),
                                    at,
                                    e.engagement(),
                                    e.organiser(),
                                    e.method(),
                                    e.uid(),
                                    e.sequence(),
                                    e.appointment(),
                                    e.calledOff(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    e.requester(),
                                    shown(e.recipients()),
                                    newcomers(e),
                                    prepared(e.recipients())));
            case ReminderPrepared e ->
                    put(
                            new WrittenLetter(
                                    e.letter(),
                                    at,
                                    e.engagement(),
                                    e.organiser(),
                                    null,
                                    e.uid(),
                                    0,
                                    e.appointment(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    e.requester(),
                                    shown(e.recipients()),
                                    List.of(),
                                    prepared(e.recipients())));
            case NoticePrepared e ->
                    put(
                            new WrittenLetter(
                                    e.letter(),
                                    at,
                                    e.engagement(),
                                    e.organiser(),
                                    null,
                                    null,
                                    0,
                                    null,
                                    null,
                                    null,
                                    null,
                                    e.kind(),
                                    e.surgery(),
                                    null,
                                    shown(e.recipients()),
                                    List.of(),
                                    prepared(e.recipients())));
            case OfferLetterPrepared e ->
                    put(
                            new WrittenLetter(
                                    e.letter(),
                                    at,
                                    e.engagement(),
                                    e.organiser(),
                                    null,
                                    null,
                                    0,
                                    e.appointment(),
                                    null,
                                    new WrittenLetter.Offer(e.news(), e.until()),
                                    null,
                                    null,
                                    null,
                                    e.requester(),
                                    shown(e.recipients()),
                                    List.of(),
                                    prepared(e.recipients())));
            case SessionLetterPrepared e ->
                    put(
                            new WrittenLetter(
                                    e.letter(),
                                    at,
                                    null,
                                    e.organiser(),
                                    null,
                                    null,
                                    0,
                                    null,
                                    null,
                                    null,
                                    new WrittenLetter.SessionChange(e.news(), e.session()),
                                    null,
                                    e.session().surgery(),
                                    null,
                                    shown(e.recipients()),
                                    List.of(),
                                    prepared(e.recipients())));
            case MailSent _, MailFailed _, MailGivenUp _, MailTakenUp _ ->
                    Posting.after(event, at).ifPresent(posting -> post(event, posting));
        }
    }

    /** Whoever isn't invited to the meeting yet, and is from now on. */
    private List<String> newcomers(InvitationPrepared event) {
        List<String> ids = shown(event.recipients()).stream().map(Recipient::id).toList();
        Set<String> known = invited.computeIfAbsent(event.uid(), uid -> new HashSet<>());
        if (event.method() == Method.CANCEL) {
            ids.forEach(known::remove);
            return List.of();
        }
        return ids.stream().filter(known::add).toList();
    }

    private List<Recipient> shown(List<Recipient> recipients) {
        return recipients.stream().flatMap(shown).toList();
    }

    private List<Posting> prepared(List<Recipient> recipients) {
        return shown(recipients).stream().map(Posting::prepared).toList();
    }

    private void put(WrittenLetter letter) {
        if (!letter.recipients().isEmpty()) {
            letters.put(letter.number(), letter);
        }
    }

    private void post(CorrespondenceEvent event, Posting posting) {
        letters.computeIfPresent(event.letter(), (number, letter) -> letter.with(posting));
    }
}
