package org.engagementledger.domain.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param outgoing what is still to be sent
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

    /** How long after each failure the next attempt is; after the last of them there is none. */
    static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12));

    private static final String INVITATION = "INVITATION";

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
     * A letter that is still to be sent to somebody.
     *
     * @param failures how often that failed
     * @param until from when on it makes no sense any more; null if it always does
     */
    public record Outgoing(int letter, String recipient, int failures, @Nullable Instant until) {}

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
        if (actor.role() != Role.SYSTEM) {
            return Decision.refused(Refusal.of(Rule.NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return new Decision.Accepted<>(
                switch (command) {
                    case Invite c -> invite(c, now);
                    case CallOff c -> callOff(c, now);
                    case Remind c -> remind(c, now);
                    case Notify c -> notify(c);
                    case RecordSent c -> sent(c);
                    case RecordFailure c -> failed(c, now);
                });
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
                                        null,
                                        invited(open, c.former())))
                .stream()
                .toList();
    }

    private List<CorrespondenceEvent> remind(Remind c, Instant now) {
        return Optional.ofNullable(meeting)
                .filter(open -> open.start().equals(c.start()) && !open.reminded())
                .filter(open -> !isOver(open.appointment(), now))
                .<CorrespondenceEvent>map(
                        open ->
                                new ReminderPrepared(
                                        c.correspondence(),
                                        c.engagement(),
                                        letters + 1,
                                        open.uid(),
                                        open.organiser(),
                                        open.appointment(),
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

    private List<CorrespondenceEvent> sent(RecordSent c) {
        return find(c.letter(), c.recipient())
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
        return find(c.letter(), c.recipient()).stream()
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

    private static Optional<Instant> nextAttempt(Outgoing it, MailFailure why, Instant now) {
        return why.isLasting() || it.failures() >= BACK_OFF.size()
                ? Optional.empty()
                : Optional.of(now.plus(BACK_OFF.get(it.failures())))
                        .filter(next -> it.until() == null || next.isBefore(it.until()));
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

    private Optional<Outgoing> find(int letter, String recipient) {
        return outgoing.stream()
                .filter(it -> it.letter() == letter && it.recipient().equals(recipient))
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
                            and(e.letter(), e.recipients(), e.appointment().slot().start()),
                            and(INVITATION, e.cause()));
            case ReminderPrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            meetings,
                            reminded(),
                            and(e.letter(), e.recipients(), e.appointment().slot().start()),
                            heard);
            case NoticePrepared e ->
                    new Correspondence(
                            e.engagement(),
                            e.letter(),
                            meetings,
                            meeting,
                            and(e.letter(), e.recipients(), null),
                            and(e.kind().name(), e.cause()));
            case MailSent e -> with(without(e));
            case MailFailed e ->
                    with(
                            outgoing.stream()
                                    .map(
                                            it ->
                                                    isOf(e, e.recipient(), it)
                                                            ? new Outgoing(
                                                                    it.letter(),
                                                                    it.recipient(),
                                                                    e.attempt(),
                                                                    it.until())
                                                            : it)
                                    .toList());
            case MailGivenUp e -> with(without(e));
        };
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

    private List<Outgoing> and(int letter, List<Recipient> recipients, @Nullable Instant until) {
        return Stream.concat(
                        outgoing.stream(),
                        recipients.stream()
                                .filter(it -> it.delivery() == Delivery.MAIL)
                                .map(it -> new Outgoing(letter, it.id(), 0, until)))
                .toList();
    }

    private Map<String, Long> and(String what, Cause cause) {
        Map<String, Long> more = new TreeMap<>(heard);
        more.merge(what + " " + cause.of(), cause.sequence(), Math::max);
        return more;
    }

    private List<Outgoing> without(CorrespondenceEvent mail) {
        String recipient =
                mail instanceof MailSent sent ? sent.recipient() : ((MailGivenUp) mail).recipient();
        return outgoing.stream().filter(it -> !isOf(mail, recipient, it)).toList();
    }

    private static boolean isOf(CorrespondenceEvent mail, String recipient, Outgoing it) {
        return it.letter() == mail.letter() && it.recipient().equals(recipient);
    }

    private Correspondence with(List<Outgoing> left) {
        return new Correspondence(engagement, letters, meetings, meeting, left, heard);
    }
}
