package org.engagementledger.api.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordFailure;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordSent;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.query.correspondence.PostingState;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a letter to one of its recipients, and puts on record what came of it. */
@Component
class MailTask implements DueTask {

    static final String NAME = "mail";

    private final Desk desk;
    private final Letters letters;
    private final PostOffice office;
    private final Commands commands;
    private final Clock clock;

    MailTask(Desk desk, Letters letters, PostOffice office, Commands commands, Clock clock) {
        this.desk = desk;
        this.letters = letters;
        this.office = office;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key) {
        Errand errand = Errand.read(key);
        List<WrittenLetter> written = desk.letters(errand.about(), NAME);
        written.stream()
                .filter(letter -> letter.number() == errand.letter())
                .filter(letter -> isDue(letter, errand))
                .findFirst()
                .ifPresent(letter -> send(letter, errand, written));
    }

    /** Another instance may have done it, and not lived to say so to the tasks. */
    private static boolean isDue(WrittenLetter letter, Errand errand) {
        return letter.postings().stream()
                .anyMatch(
                        posting ->
                                posting.recipient().equals(errand.recipient())
                                        && posting.state() == PostingState.WAITING
                                        && posting.attempts() == errand.attempt() - 1);
    }

    private void send(WrittenLetter letter, Errand errand, List<WrittenLetter> written) {
        Recipient to = letter.to(errand.recipient()).orElseThrow();
        String messageId = errand.messageId(letter.organiser());
        CorrespondenceId correspondence = CorrespondenceId.about(errand.about());
        Optional<MailFailure> failure =
                hindrance(letter, to, written).or(() -> attempt(letter, to, messageId));
        CorrespondenceCommand outcome =
                failure.<CorrespondenceCommand>map(
                                why ->
                                        new RecordFailure(
                                                correspondence,
                                                errand.letter(),
                                                errand.recipient(),
                                                why))
                        .orElseGet(
                                () ->
                                        new RecordSent(
                                                correspondence,
                                                errand.letter(),
                                                errand.recipient(),
                                                messageId));
        commands.send(outcome, OwnAccord.of(NAME));
    }

    /** Why it isn't to be sent at all. */
    private Optional<MailFailure> hindrance(
            WrittenLetter letter, Recipient to, List<WrittenLetter> written) {
        Instant end = end(letter);
        if (end != null && !end.isAfter(clock.instant())) {
            return Optional.of(MailFailure.TOO_LATE);
        }
        return written.stream()
                        .filter(later -> later.number() > letter.number())
                        .filter(letter::isOutdatedBy)
                        .anyMatch(later -> later.to(to.id()).isPresent())
                ? Optional.of(MailFailure.SUPERSEDED)
                : Optional.empty();
    }

    /** From when on it makes no sense any more; null if it always does. */
    private static @Nullable Instant end(WrittenLetter letter) {
        if (letter.offer() != null && letter.offer().until() != null) {
            return letter.offer().until();
        }
        if (letter.session() != null) {
            return letter.session().session().end();
        }
        return letter.appointment() == null ? null : letter.appointment().slot().start();
    }

    private Optional<MailFailure> attempt(WrittenLetter letter, Recipient to, String messageId) {
        Optional<String> address = letters.address(to);
        if (address.isEmpty()) {
            return Optional.of(MailFailure.ADDRESS_UNUSABLE);
        }
        Mails.Envelope envelope =
                new Mails.Envelope(letter.organiser(), address.get(), messageId, clock.instant());
        Optional<Letter> read = letters.read(letter, to);
        return office.send(
                mail -> {
                    if (read.isPresent()) {
                        Mails.write(mail, envelope, read.get());
                    } else {
                        Mails.write(mail, envelope, letter, to);
                    }
                });
    }
}
