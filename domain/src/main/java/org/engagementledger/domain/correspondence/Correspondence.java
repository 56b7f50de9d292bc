package org.engagementledger.domain.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.CallOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Notify;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordFailure;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordSent;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Remind;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.SendAgain;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfOffer;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfSession;
import org.jspecify.annotations.Nullable;

/**
 * A correspondence as decisions need it: what was written last, and what is still to be sent;
 * nothing personal. This is what snapshots hold.
 *
 * <p>Whatever is asked may be asked twice: one event leads to one letter, and a letter is on record
 * as sent to somebody once.
 *
 * @param engagement what it is about; null if it is about a session, or empty
 * @param letters how many letters there are
 * @param meetings how many meetings somebody was invited to
 * @param meeting the one to which somebody is invited; null if there is none
 * @param outgoing what is still to be sent, and what was given up
 * @param heard the last event of each thing because of which something was written, by what was
 *     written and its id
 */
public record Correspondence(
        @Nullable EngagementId engagement,
        int letters,
        int meetings,
        @Nullable Meeting meeting,
        List<Outgoing> outgoing,
        Map<String, Long> heard) {

    /**
     * How long after each failure the next attempt is. After the last of them it goes on at that
     * pace, for as long as the letter makes sense: a server may be away for days.
     */
    static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12));

    /** How often a letter is tried that makes sense for ever: for about a fortnight. */
    private static final int ATTEMPTS = 32;

    private static final String INVITATION = "INVITATION";
    private static final String OFFER = "OFFER";
    private static final String SESSION = "SESSION";

    /**
     * A meeting to which somebody is invited.
     *
     * @param invited the ids of those who are
     * @param reminded whether they were reminded of it
     */
    public record Meeting(
            String uid,
            int sequence,
            String organiser,
            Appointment appointment,
            List<String> invited,
            boolean reminded) {
        public Meeting {
            invited = List.copyOf(invited);
        }

        private Instant start() {
            return appointment.slot().start();
        }
    }

    /**
     * A letter that is still to be sent to somebody, or was given up and can be sent again.
     *
     * @param failures how often that failed
     * @param until from when on it makes no sense any more; null if it always does
     * @param of what it tells of, where a later letter tells how that stands then: a meeting by its
     *     uid, {@code OFFER} or {@code SESSION}; null if none does
     */
    public record Outgoing(
            int letter,
            String recipient,
            int failures,
            @Nullable Instant until,
            @Nullable String of,
            boolean givenUp) {

        private Outgoing with(int more, boolean over) {
            return new Outgoing(letter, recipient, more, until, of, over);
        }
    }

    public Correspondence {
        outgoing = List.copyOf(outgoing);
        heard = Map.copyOf(heard);
    }

    /** Before the first letter. */
    public static Correspondence empty() {
        return new Correspondence(null, 0, 0, null, List.of(), Map.of());
    }

    /** What the command comes to. */
    public Decision<CorrespondenceEvent> decide(
            CorrespondenceCommand command, Actor actor, Instant now) {
        if (actor.role() != asker(command)) {
            return Decision.refused(Refusal.of(Rule.NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return switch (command) {
            case Invite c -> accepted(invite(c, now));
            case CallOff c -> accepted(callOff(c, now));
            case Remind c -> accepted(remind(c, now));
            case Notify c -> accepted(notify(c));
            case TellOfOffer c -> accepted(tellOfOffer(c, now));
            case TellOfSession c -> accepted(tellOfSession(c, now));
            case RecordSent c -> accepted(sent(c));
            case RecordFailure c -> accepted(failed(c, now));
            case SendAgain c -> sendAgain(c, actor, now);
        };
    }

    private static Role asker(CorrespondenceCommand command) {
        return command instanceof SendAgain ? Role.COORDINATOR : Role.SYSTEM;
    }

    private static Decision<CorrespondenceEvent> accepted(List<CorrespondenceEvent> events) {
        return new Decision.Accepted<>(events);
    }

    private List<CorrespondenceEvent> invite(Invite c, Instant now) {
        Optional<Meeting> open = stillToCome(c.cause());
        boolean isOther =
                !c.booking()
                        && open.filter(it -> it.appointment().slot().equals(c.appointment().slot()))
                                .isEmpty();
        if (isHeard(INVITATION, c.cause()) || isOther || isOver(c.appointment(), now)) {
            return List.of();
        }
        List<String> ids = c.recipients().stream().map(Recipient::id).toList();
        if (open.filter(it -> it.appointment().equals(c.appointment()))
                .filter(it -> it.invited().equals(ids))
                .isPresent()) {
            return List.of();
        }
        String uid = open.map(Meeting::uid).orElseGet(() -> uid(c.engagement(), meetings + 1));
        int sequence = open.map(it -> it.sequence() + 1).orElse(0);
        String organiser = open.map(Meeting::organiser).orElse(c.organiser());
        List<CorrespondenceEvent> events = new ArrayList<>();
        open.ifPresent(
                it -> {
                    List<Recipient> dropped =
                            invited(it, c.former()).stream()
                                    .filter(former -> !ids.contains(former.id()))
                                    .toList();
                    if (!dropped.isEmpty()) {
                        events.add(
                                new InvitationPrepared(
                                        c.correspondence(),
                                        c.engagement(),
                                        letters + 1,
                                        c.cause(),
                                        Method.CANCEL,
                                        uid,
                                        sequence,
                                        organiser,
                                        it.appointment(),
                                        null,
                                        null,
                                        dropped));
                    }
                });
        events.add(
                new InvitationPrepared(
                        c.correspondence(),
                        c.engagement(),
                        letters + events.size() + 1,
                        c.cause(),
                        Method.REQUEST,
                        uid,
                        sequence,
                        organiser,
                        c.appointment(),
                        null,
                        c.requester(),
                        c.recipients()));
        return events;
    }

    /**
     * What calendars call the meeting: the same for all who are invited, so it says nothing of the
     * engagement, which not all of them may know.
     */
    static String uid(EngagementId engagement, int meeting) {
        return UUID.nameUUIDFromBytes((engagement + "-" + meeting).getBytes(UTF_8)).toString();
    }

    private List<CorrespondenceEvent> callOff(CallOff c, Instant now) {
        return stillToCome(c.cause())
                .filter(open -> !isHeard(INVITATION, c.cause()))
                .filter(open -> !isOver(open.appointment(), now))
                .<CorrespondenceEvent>map(
                        open ->
                                new InvitationPrepared(
                                        c.correspondence(),
                                        c.engagement(),
                                        letters + 1,
                                        c.cause(),
                                        Method.CANCEL,
                                        open.uid(),
                                        open.sequence() + 1,
                                        open.organiser(),
                                        open.appointment(),
                                        c.calledOff(),
                                        null,
                                        invited(open, c.former())))
                .stream()
                .toList();
    }

    private List<CorrespondenceEvent> remind(Remind c, Instant now) {
        return Optional.ofNullable(meeting)
                .filter(open -> open.appointment().slot().equals(c.appointment().slot()))
                .filter(open -> !open.reminded() && !isOver(open.appointment(), now))
                .<CorrespondenceEvent>map(
                        open ->
                                new ReminderPrepared(
                                        c.correspondence(),
                                        c.engagement(),
                                        letters + 1,
                                        open.uid(),
                                        open.organiser(),
                                        c.appointment(),
                                        c.requester(),
                                        invited(open, c.invited())))
                .stream()
                .toList();
    }

    private List<CorrespondenceEvent> notify(Notify c) {
        return isHeard(c.kind().name(), c.cause())
                ? List.of()
                : List.of(
                        new NoticePrepared(
                                c.correspondence(),
                                c.engagement(),
                                letters + 1,
                                c.cause(),
                                c.kind(),
                                c.surgery(),
                                c.organiser(),
                                List.of(c.coordinator())));
    }

    private List<CorrespondenceEvent> tellOfOffer(TellOfOffer c, Instant now) {
        boolean ended = c.until() != null && !c.until().isAfter(now);
        return isHeard(OFFER, c.cause()) || ended || isOver(c.appointment(), now)
                ? List.of()
                : List.of(
                        new OfferLetterPrepared(
                                c.correspondence(),
                                c.engagement(),
                                letters + 1,
                                c.cause(),
                                c.news(),
                                c.organiser(),
                                c.appointment(),
                                c.until(),
                                c.requester(),
                                c.recipients()));
    }

    private List<CorrespondenceEvent> tellOfSession(TellOfSession c, Instant now) {
        return isHeard(c.news().name(), c.cause()) || !c.session().end().isAfter(now)
                ? List.of()
                : List.of(
                        new SessionLetterPrepared(
                                c.correspondence(),
                                letters + 1,
                                c.cause(),
                                c.news(),
                                c.session(),
                                c.organiser(),
                                c.recipients()));
    }

    private List<CorrespondenceEvent> sent(RecordSent c) {
        return find(c.letter(), c.recipient(), false)
                .<CorrespondenceEvent>map(
                        it ->
                                new MailSent(
                                        c.correspondence(),
                                        engagement,
                                        c.letter(),
                                        c.recipient(),
                                        c.messageId(),
                                        it.failures() + 1))
                .stream()
                .toList();
    }

    private List<CorrespondenceEvent> failed(RecordFailure c, Instant now) {
        return find(c.letter(), c.recipient(), false).stream()
                .map(
                        it ->
                                nextAttempt(it, c.why(), now)
                                        .<CorrespondenceEvent>map(
                                                next ->
                                                        new MailFailed(
                                                                c.correspondence(),
                                                                engagement,
                                                                c.letter(),
                                                                c.recipient(),
                                                                c.why(),
                                                                it.failures() + 1,
                                                                next))
                                        .orElseGet(
                                                () ->
                                                        new MailGivenUp(
                                                                c.correspondence(),
                                                                engagement,
                                                                c.letter(),
                                                                c.recipient(),
                                                                c.why(),
                                                                it.failures() + 1)))
                .toList();
    }

    private Decision<CorrespondenceEvent> sendAgain(SendAgain c, Actor actor, Instant now) {
        if (c.letter() < 1 || c.letter() > letters || !Objects.equals(engagement, c.engagement())) {
            return Decision.refused(Refusal.of(Rule.LETTER_UNKNOWN, ""));
        }
        Optional<Outgoing> over = find(c.letter(), c.recipient(), true);
        return new Checks(actor)
                .refuseIf(over.isEmpty(), Rule.NOTHING_TO_SEND_AGAIN, "")
                .refuseIf(
                        over.map(Outgoing::until).filter(it -> !it.isAfter(now)).isPresent(),
                        Rule.LETTER_TOO_LATE,
                        "")
                .refuseIf(!c.server(), Rule.NO_MAIL_SERVER, "")
                .then(
                        () ->
                                over
                                        .<CorrespondenceEvent>map(
                                                it ->
                                                        new MailTakenUp(
                                                                c.correspondence(),
                                                                engagement,
                                                                c.letter(),
                                                                c.recipient(),
                                                                it.failures()))
                                        .stream()
                                        .toList());
    }

    private static Optional<Instant> nextAttempt(Outgoing it, MailFailure why, Instant now) {
        Instant until = it.until();
        return why.isLasting() || (until == null && it.failures() + 1 >= ATTEMPTS)
                ? Optional.empty()
                : Optional.of(now.plus(BACK_OFF.get(Math.min(it.failures(), BACK_OFF.size() - 1))))
                        .filter(next -> until == null || next.isBefore(until));
    }

    /** The meeting, unless it had begun when this happened: then it can't be about that one. */
    private Optional<Meeting> stillToCome(Cause cause) {
        return Optional.ofNullable(meeting).filter(open -> open.start().isAfter(cause.at()));
    }

    private static boolean isOver(Appointment appointment, Instant now) {
        return !appointment.slot().start().isAfter(now);
    }

    private static List<Recipient> invited(Meeting meeting, List<Recipient> known) {
        return known.stream().filter(it -> meeting.invited().contains(it.id())).toList();
    }

    private boolean isHeard(String what, Cause cause) {
        Long last = heard.get(what + " " + cause.of());
        return last != null && cause.sequence() <= last;
    }

    private Optional<Outgoing> find(int letter, String recipient, boolean givenUp) {
        return outgoing.stream()
                .filter(it -> it.letter() == letter && it.recipient().equals(recipient))
                .filter(it -> it.givenUp() == givenUp)
                .findFirst();
    }

    /** The correspondence after the event. */
    public Correspondence evolve(CorrespondenceEvent event) {
        return switch (event) {
            case InvitationPrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            e.method() == Method.REQUEST && e.sequence() == 0
                                    ? meetings + 1
                                    : meetings,
                            after(e),
                            and(
                                    current(e.recipients(), e.uid(), OFFER),
                                    e.letter(),
                                    e.recipients(),
                                    e.appointment().slot().start(),
                                    e.uid()),
                            and(INVITATION, e.cause()));
            case ReminderPrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            meetings,
                            reminded(),
                            and(
                                    outgoing,
                                    e.letter(),
                                    e.recipients(),
                                    e.appointment().slot().start(),
                                    e.uid()),
                            heard);
            case NoticePrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            meetings,
                            meeting,
                            and(outgoing, e.letter(), e.recipients(), null, null),
                            and(e.kind().name(), e.cause()));
            case OfferLetterPrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            meetings,
                            meeting,
                            and(
                                    current(e.recipients(), OFFER),
                                    e.letter(),
                                    e.recipients(),
                                    end(e),
                                    OFFER),
                            and(OFFER, e.cause()));
            case SessionLetterPrepared e ->
                    new Correspondence(
                            engagement,
                            e.letter(),
                            meetings,
                            meeting,
                            and(
                                    current(e.recipients(), SESSION),
                                    e.letter(),
                                    e.recipients(),
                                    e.session().end(),
                                    SESSION),
                            and(e.news().name(), e.cause()));
            case MailSent e -> with(without(e, e.recipient()));
            case MailFailed e -> with(changed(e, e.recipient(), e.attempt(), false));
            case MailGivenUp e when e.why() == MailFailure.SUPERSEDED ->
                    with(without(e, e.recipient()));
            case MailGivenUp e -> with(changed(e, e.recipient(), e.failures(), true));
            case MailTakenUp e -> with(changed(e, e.recipient(), e.failures(), false));
        };
    }

    /** When a letter about an offer makes no sense any more. */
    private static Instant end(OfferLetterPrepared e) {
        return e.until() == null ? e.appointment().slot().start() : e.until();
    }

    private @Nullable Meeting after(InvitationPrepared e) {
        List<String> ids = e.recipients().stream().map(Recipient::id).toList();
        if (e.method() == Method.REQUEST) {
            boolean reminded =
                    meeting != null
                            && meeting.reminded()
                            && meeting.uid().equals(e.uid())
                            && meeting.appointment().slot().equals(e.appointment().slot());
            return new Meeting(
                    e.uid(), e.sequence(), e.organiser(), e.appointment(), ids, reminded);
        }
        return meeting == null || ids.containsAll(meeting.invited())
                ? null
                : new Meeting(
                        meeting.uid(),
                        meeting.sequence(),
                        meeting.organiser(),
                        meeting.appointment(),
                        meeting.invited().stream().filter(id -> !ids.contains(id)).toList(),
                        meeting.reminded());
    }

    private @Nullable Meeting reminded() {
        return meeting == null
                ? null
                : new Meeting(
                        meeting.uid(),
                        meeting.sequence(),
                        meeting.organiser(),
                        meeting.appointment(),
                        meeting.invited(),
                        true);
    }

    /** Whoever is told anew of one of these needs no letter of it that was given up. */
    private List<Outgoing> current(List<Recipient> told, String... topics) {
        return outgoing.stream()
                .filter(
                        it ->
                                !it.givenUp()
                                        || Arrays.stream(topics).noneMatch(of -> of.equals(it.of()))
                                        || told.stream()
                                                .noneMatch(to -> to.id().equals(it.recipient())))
                .toList();
    }

    private static List<Outgoing> and(
            List<Outgoing> others,
            int letter,
            List<Recipient> recipients,
            @Nullable Instant until,
            @Nullable String of) {
        return Stream.concat(
                        others.stream(),
                        recipients.stream()
                                .filter(it -> it.delivery() == Delivery.MAIL)
                                .map(it -> new Outgoing(letter, it.id(), 0, until, of, false)))
                .toList();
    }

    private Map<String, Long> and(String what, Cause cause) {
        Map<String, Long> more = new TreeMap<>(heard);
        more.merge(what + " " + cause.of(), cause.sequence(), Math::max);
        return more;
    }

    private List<Outgoing> without(CorrespondenceEvent mail, String recipient) {
        return outgoing.stream().filter(it -> !isOf(mail, recipient, it)).toList();
    }

    private List<Outgoing> changed(
            CorrespondenceEvent mail, String recipient, int failures, boolean givenUp) {
        return outgoing.stream()
                .map(it -> isOf(mail, recipient, it) ? it.with(failures, givenUp) : it)
                .toList();
    }

    private static boolean isOf(CorrespondenceEvent mail, String recipient, Outgoing it) {
        return it.letter() == mail.letter() && it.recipient().equals(recipient);
    }

    private Correspondence with(List<Outgoing> left) {
        return new Correspondence(engagement, letters, meetings, meeting, left, heard);
    }
}
