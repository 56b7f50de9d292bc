package org.engagementledger.api.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CalledOff;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.OfferNews;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.correspondence.SessionNews;
import org.engagementledger.domain.correspondence.SessionTold;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;

/** The words of letters. A subject is made of nothing that anybody has entered. */
final class Wording {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private Wording() {}

    /** A mail's subject, on one line. */
    static String subject(Letter letter) {
        return what(letter) + LondonTime.words(letter.appointment().slot().start());
    }

    private static String what(Letter letter) {
        if (letter.offer() != null) {
            return letter.offer().news() == OfferNews.OFFERED
                    ? "Slot offered: engagement surgery, "
                    : "Offer ended: engagement surgery, ";
        }
        return switch (letter.invitation()) {
            case null -> "Reminder: engagement surgery, ";
            case Letter.Invitation it when it.method() == Method.CANCEL ->
                    "Cancelled: engagement surgery, ";
            case Letter.Invitation it when it.changed() -> "Changed: engagement surgery, ";
            default -> "Engagement surgery, ";
        };
    }

    /** What a calendar shows of the meeting. */
    static String summary(Letter letter) {
        return letter.secure()
                ? "Engagement surgery: case " + letter.appointment().urn()
                : "Engagement surgery, reference " + letter.reference();
    }

    /** The letter as plain text: whoever reads nothing else knows all. */
    static String text(Letter letter) {
        Appointment appointment = letter.appointment();
        List<String> lines = new ArrayList<>();
        lines.add(opening(letter));
        lines.add("");
        lines.add("Reference: " + letter.reference());
        lines.add("When: " + when(appointment.slot().start(), appointment.slot().end()));
        if (letter.offer() == null && !isCancelled(letter)) {
            lines.add(link(appointment.joinLink()));
        }
        lines.add("");
        if (letter.offer() != null && letter.offer().until() != null) {
            lines.addAll(answers(letter.reference(), letter.offer().until()));
            lines.add("");
        }
        if (letter.secure()) {
            lines.add("Case: " + appointment.urn());
            lines.add("Court: " + OneLine.of(appointment.court().name()));
            lines.add("Stage: " + stage(appointment.stage()));
            lines.add("Hearing: " + appointment.hearingDate().format(DAY));
            letter.requester().ifPresent(name -> lines.add("For the defence: " + OneLine.of(name)));
            if (!appointment.toDiscuss().isEmpty()) {
                lines.add(
                        "To be discussed: "
                                + appointment.toDiscuss().stream()
                                        .distinct()
                                        .map(Checks::words)
                                        .collect(Collectors.joining(", ")));
            }
        } else {
            lines.add("Your address isn't a secure one, so this says nothing of the case.");
        }
        lines.add("");
        lines.add("Whoever asks about this quotes the reference.");
        return String.join("\n", lines) + "\n";
    }

    private static String opening(Letter letter) {
        if (letter.offer() != null) {
            return offered(letter.offer().news(), letter.secure());
        }
        String role = " You are invited " + role(letter.to()) + ".";
        return switch (letter.invitation()) {
            case null -> "This reminds you of a meeting at the engagement surgery." + role;
            case Letter.Invitation it when it.method() == Method.CANCEL ->
                    cancelled(it.calledOff(), letter.to());
            case Letter.Invitation it when it.changed() ->
                    "A meeting at the engagement surgery has changed: this is how it stands now."
                            + role;
            default -> "There is a meeting at the engagement surgery." + role;
        };
    }

    private static String cancelled(@Nullable CalledOff calledOff, Part to) {
        if (calledOff == null) {
            return "You are no longer expected at this meeting at the engagement surgery.";
        }
        return "This meeting at the engagement surgery is cancelled: "
                + switch (calledOff.why()) {
                    case SESSION_BLOCKED ->
                            "its session, or this part of it, was closed by the court.";
                    case SESSION_MOVED -> "its session was moved to another time.";
                    case MOVED, CANCELLED -> "its slot was given back.";
                    case RESOLVED -> "nothing is left to be discussed.";
                    case WITHDRAWN -> "the request was withdrawn.";
                    case CASE_ENDED -> "the case has ended.";
                    case CORRECTED -> "it was recorded in error.";
                }
                + (calledOff.waits() ? waits(to) : "");
    }

    private static String waits(Part to) {
        String others = " The case waits for another slot, with priority before all others";
        return to == Part.DEFENCE
                ? others + "; you will be told when one is offered to you."
                : others + ".";
    }

    private static String offered(OfferNews news, boolean secure) {
        return switch (news) {
            case OFFERED -> "A slot at the engagement surgery is offered to you.";
            case EXPIRED ->
                    "The offer of this slot at the engagement surgery has ended, for nobody answered"
                            + " in time."
                            + goesOn(secure);
            case SLOT_GONE ->
                    "The offer of this slot at the engagement surgery is withdrawn: the slot was"
                            + " closed, or its session moved."
                            + goesOn(secure);
            case WAITS_NO_LONGER ->
                    "The offer of this slot at the engagement surgery is withdrawn"
                            + (secure ? ": the case waits for a slot no longer." : ".");
            case TOO_LATE ->
                    "The offer of this slot at the engagement surgery is withdrawn"
                            + (secure ? ": it is too near to the hearing now." : ".")
                            + goesOn(secure);
        };
    }

    private static String goesOn(boolean secure) {
        return secure ? " The case goes on waiting for another." : "";
    }

    private static List<String> answers(String reference, Instant until) {
        String offer = "/api/engagements/" + reference + "/offer/";
        return List.of(
                "It is kept for you until "
                        + LondonTime.time(until)
                        + " on "
                        + LondonTime.dateOf(until).format(DAY)
                        + ", London time.",
                "To take it: POST " + offer + "acceptance",
                "To leave it to others: POST " + offer + "refusal",
                "If nobody answers until then, it is offered to the next.");
    }

    private static String link(@Nullable String joinLink) {
        String link = OneLine.link(joinLink);
        return "Link: " + (link == null ? "not known yet; you will be told" : link);
    }

    private static boolean isCancelled(Letter letter) {
        return letter.invitation() != null && letter.invitation().method() == Method.CANCEL;
    }

    private static String when(Instant start, Instant end) {
        return LondonTime.time(start)
                + " to "
                + LondonTime.time(end)
                + " on "
                + LondonTime.dateOf(start).format(DAY)
                + ", London time";
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case PRE_FIRST_HEARING -> "before the first hearing";
            case PRE_TRIAL -> "before the trial";
        };
    }

    private static String role(Part part) {
        return switch (part) {
            case LEAD -> "to lead it";
            case DEFENCE -> "for the defence";
            case HMCTS_CONTACT -> "as HMCTS' contact";
            case POLICE_CONTACT -> "as the police's contact";
            case COORDINATOR -> "as the coordinator";
        };
    }

    /**
     * What a letter about a session, or a notice, says: the same to an address that isn't secure.
     */
    static String text(WrittenLetter letter, Recipient to) {
        return letter.session() == null
                ? noticeText(letter)
                : sessionText(letter.session(), to.part());
    }

    /** A subject of a letter about a session. */
    static String sessionSubject(WrittenLetter.SessionChange change) {
        return "Engagement surgery, session of "
                + LondonTime.words(change.session().start())
                + switch (change.news()) {
                    case BLOCKED -> ": closed";
                    case UNBLOCKED -> ": open again";
                    case MOVED -> ": moved";
                    case CHANGED -> ": changed";
                    case EXPECTED -> ": you are expected";
                    case NOT_EXPECTED -> ": you are no longer expected";
                };
    }

    private static String sessionText(WrittenLetter.SessionChange change, Part to) {
        SessionTold session = change.session();
        boolean whole = isWhole(session);
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (change.news()) {
                    case BLOCKED ->
                            whole
                                    ? "A session of the engagement surgery was closed by the court."
                                    : "A part of a session of the engagement surgery was closed by"
                                            + " the court.";
                    case UNBLOCKED ->
                            "What was closed of a session of the engagement surgery is open again, or"
                                    + " some of it.";
                    case MOVED ->
                            "A session of the engagement surgery was moved: this is how it stands now.";
                    case CHANGED ->
                            "A session of the engagement surgery has another lead or another link:"
                                    + " this is how it stands now.";
                    case EXPECTED ->
                            "You are expected at a session of the engagement surgery "
                                    + role(to)
                                    + ".";
                    case NOT_EXPECTED ->
                            "You are no longer expected at this session of the engagement surgery.";
                });
        lines.add("");
        lines.add("Reference: " + OneLine.of(session.surgery().value()));
        lines.add("When: " + when(session.start(), session.end()));
        if (change.news() != SessionNews.NOT_EXPECTED) {
            lines.add(link(session.joinLink()));
            if (session.lead() != null) {
                lines.add("Led by: " + OneLine.of(session.lead()));
            }
            if (!session.closed().isEmpty()) {
                lines.add("Closed: " + (whole ? "the whole session" : closed(session.closed())));
            }
        }
        lines.add("");
        lines.add("Whoever asks about this quotes the reference.");
        return String.join("\n", lines) + "\n";
    }

    private static boolean isWhole(SessionTold session) {
        return session.closed().stream()
                .map(slot -> Duration.between(slot.start(), slot.end()))
                .reduce(Duration.ZERO, Duration::plus)
                .equals(Duration.between(session.start(), session.end()));
    }

    private static String closed(List<Slot> slots) {
        return slots.stream()
                .map(slot -> LondonTime.time(slot.start()) + " to " + LondonTime.time(slot.end()))
                .collect(Collectors.joining(", "));
    }

    /** A notice's subject. */
    static String noticeSubject(WrittenLetter notice) {
        return "Engagement surgery: "
                + (notice.notice() == null ? "notice" : Checks.words(notice.notice()));
    }

    /** A notice as plain text: ids alone, whoever's address it goes to. */
    private static String noticeText(WrittenLetter notice) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (notice.notice()) {
                    case null -> "";
                    case NO_JOIN_LINK ->
                            "A session comes near and has no join link: nobody could join it.";
                    case TRIAGE_ESCALATED -> "A request has waited for triage for too long.";
                    case LAST_SURGERY ->
                            notice.surgery() == null
                                    ? "A case has no slot, and no surgery is left for it."
                                    : "A case is about to pass the last surgery before its hearing.";
                    case BOOKING_RELEASED ->
                            "A booking was released because its session was blocked, or moved to"
                                    + " where the slot comes too late for the case.";
                    case MAIL_GIVEN_UP ->
                            "A letter won't reach somebody by mail: tell them yourself, or have it"
                                    + " sent again.";
                });
        lines.add("");
        if (notice.surgery() != null) {
            lines.add("Session: " + OneLine.of(notice.surgery().value()));
        }
        if (notice.engagement() != null) {
            lines.add("Reference: " + notice.engagement());
        }
        return String.join("\n", lines) + "\n";
    }
}
