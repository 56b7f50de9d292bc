package org.engagementledger.api.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.query.Queries;
import org.engagementledger.query.correspondence.Posting;
import org.engagementledger.query.correspondence.PostingState;
import org.engagementledger.query.correspondence.SeeCorrespondence;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What was written to people about an engagement. */
@RestController
class CorrespondenceController {

    private static final String PATH = "/api/engagements/{id}/correspondence";
    private static final String CALENDAR = "text/calendar";

    private final Queries queries;
    private final Letters letters;
    private final Reveal reveal;

    CorrespondenceController(Queries queries, Letters letters, Reveal reveal) {
        this.queries = queries;
        this.letters = letters;
        this.reveal = reveal;
    }

    /** What a letter is. */
    enum LetterKind {
        /** To a meeting, to one that has changed, or that one is cancelled. */
        INVITATION,
        /** Of a meeting. */
        REMINDER,
        /** To the coordinator, of what needs attention. */
        NOTICE
    }

    /**
     * A letter.
     *
     * @param letter which it is, counted from 1
     * @param preparedAt when it was written
     * @param method what an invitation does to a calendar
     * @param sequence which version of the meeting an invitation tells of, from 0
     * @param meeting the meeting; null if it is a notice
     * @param notice what the coordinator is told
     * @param recipients to whom it is addressed: the defence is told of itself only, and so are the
     *     contacts of courts and the police
     */
    record LetterSeen(
            int letter,
            LetterKind kind,
            Instant preparedAt,
            @Nullable Method method,
            @Nullable Integer sequence,
            @Nullable MeetingSeen meeting,
            @Nullable NoticeKind notice,
            List<RecipientSeen> recipients) {}

    /**
     * The meeting that a letter tells of.
     *
     * @param surgery the session's id
     * @param start when it begins
     * @param end when it ends
     * @param london the start as people at the court say it
     * @param joinLink where it is held; null if that wasn't known
     */
    record MeetingSeen(
            String surgery, Instant start, Instant end, String london, @Nullable String joinLink) {

        static MeetingSeen of(Appointment appointment) {
            return new MeetingSeen(
                    appointment.slot().surgery().value(),
                    appointment.slot().start(),
                    appointment.slot().end(),
                    LondonTime.words(appointment.slot().start()),
                    appointment.joinLink());
        }
    }

    /**
     * A recipient of a letter, and what became of it for them.
     *
     * @param id tells them from the others
     * @param account their login; null if it isn't known
     * @param firm the defence firm they act for
     * @param address null if it wasn't known, or was erased
     * @param secure whether the letter tells them of the case
     * @param delivery what was to be done with it
     * @param state how it stands
     * @param attempts how often it was tried to send it
     * @param at when it was sent, failed last or was given up
     * @param why what it failed for last
     * @param nextAttempt when it will be tried again
     * @param messageId the mail's Message-ID, once it was sent
     * @param calendar where the invitation is, as a calendar takes it; null if it isn't one, or for
     *     whoever may not know the address that it is for
     */
    record RecipientSeen(
            String id,
            Part part,
            @Nullable String account,
            @Nullable String firm,
            @Nullable String address,
            boolean secure,
            Delivery delivery,
            PostingState state,
            int attempts,
            @Nullable Instant at,
            @Nullable MailFailure why,
            @Nullable Instant nextAttempt,
            @Nullable String messageId,
            @Nullable String calendar) {}

    /** The letters about an engagement, in the order in which they were written. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    List<LetterSeen> seeCorrespondence(@PathVariable String id, Caller caller) {
        return known(id, caller).stream().map(letter -> shown(id, letter)).toList();
    }

    /**
     * An invitation as one of its recipients gets it, for a calendar (RFC 5545); for themself, and
     * for whoever may know their address.
     *
     * @param letter which letter
     * @param recipient the recipient's id
     */
    @GetMapping(path = PATH + "/{letter}/{recipient}.ics", produces = CALENDAR)
    ResponseEntity<String> openInvitation(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String recipient,
            Caller caller) {
        Letter read =
                known(id, caller).stream()
                        .filter(it -> Integer.toString(it.number()).equals(letter))
                        .flatMap(
                                it ->
                                        it
                                                .to(recipient)
                                                .filter(to -> !to.withholdsAddress())
                                                .flatMap(to -> letters.read(it, to))
                                                .stream())
                        .findFirst()
                        .orElseThrow(() -> Refused.by(Rule.LETTER_UNKNOWN));
        if (read.invitation() == null) {
            throw Refused.by(Rule.LETTER_UNKNOWN);
        }
        return ResponseEntity.ok()
                .contentType(
                        new MediaType(
                                MediaType.valueOf(CALENDAR),
                                Map.of(
                                        "charset",
                                        StandardCharsets.UTF_8.name(),
                                        "method",
                                        read.invitation().method().name())))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("invitation-" + letter + ".ics")
                                .build()
                                .toString())
                .body(CalendarFile.of(read));
    }

    private List<WrittenLetter> known(String id, Caller caller) {
        SeeCorrespondence.Seen seen = queries.ask(new SeeCorrespondence(caller.actor(), id));
        if (!seen.known()) {
            throw Refused.by(Rule.ENGAGEMENT_UNKNOWN);
        }
        return seen.letters();
    }

    private LetterSeen shown(String engagement, WrittenLetter letter) {
        return new LetterSeen(
                letter.number(),
                kind(letter),
                letter.preparedAt(),
                letter.method(),
                letter.method() == null ? null : (Integer) letter.sequence(),
                Optional.ofNullable(letter.appointment()).map(MeetingSeen::of).orElse(null),
                letter.notice(),
                letter.postings().stream()
                        .flatMap(
                                posting ->
                                        letter
                                                .to(posting.recipient())
                                                .map(to -> shown(engagement, letter, to, posting))
                                                .stream())
                        .toList());
    }

    private static LetterKind kind(WrittenLetter letter) {
        if (letter.method() != null) {
            return LetterKind.INVITATION;
        }
        return letter.notice() == null ? LetterKind.REMINDER : LetterKind.NOTICE;
    }

    private RecipientSeen shown(
            String engagement, WrittenLetter letter, Recipient to, Posting posting) {
        return new RecipientSeen(
                to.id(),
                to.part(),
                to.account(),
                Optional.ofNullable(to.firm()).map(FirmId::value).orElse(null),
                reveal.text(to.address()).orElse(null),
                to.secure(),
                to.delivery(),
                posting.state(),
                posting.attempts(),
                posting.at(),
                posting.why(),
                posting.nextAttempt(),
                posting.messageId(),
                letter.method() == null || to.withholdsAddress()
                        ? null
                        : UriComponentsBuilder.fromPath(PATH + "/{letter}/{recipient}.ics")
                                .encode()
                                .buildAndExpand(engagement, letter.number(), to.id())
                                .toUriString());
    }
}
