package org.engagementledger.api.invitation;

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
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.query.correspondence.WrittenLetter;

/** The words of letters. A subject is made of nothing that anybody has entered. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private Wording() {}

    /** A mail's subject, on one line. */
    static String subject(Letter letter) {
        String what =
                switch (letter.invitation()) {
                    case null -> "Reminder: engagement surgery, ";
                    case Letter.Invitation(Method method, String uid, int sequence)
                            when method == Method.CANCEL ->
                            "Cancelled: engagement surgery, ";
                    case Letter.Invitation(Method method, String uid, int sequence)
                            when sequence > 0 ->
                            "Changed: engagement surgery, ";
                    default -> "Engagement surgery, ";
                };
        return what + LondonTime.words(letter.appointment().slot().start());
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
        lines.add("When: " + when(appointment));
        if (!isCancelled(letter)) {
            String link = OneLine.link(appointment.joinLink());
            lines.add("Link: " + (link == null ? "not known yet; you will be told" : link));
        }
        lines.add("");
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
        String role = " You are invited " + role(letter.to()) + ".";
        return switch (letter.invitation()) {
            case null -> "This reminds you of a meeting at the engagement surgery." + role;
            case Letter.Invitation(Method method, String uid, int sequence)
                    when method == Method.CANCEL ->
                    "This meeting at the engagement surgery is cancelled, or you are no longer"
                            + " expected at it.";
            case Letter.Invitation(Method method, String uid, int sequence) when sequence > 0 ->
                    "A meeting at the engagement surgery has changed: this is how it stands now."
                            + role;
            default -> "There is a meeting at the engagement surgery." + role;
        };
    }

    private static boolean isCancelled(Letter letter) {
        return letter.invitation() != null && letter.invitation().method() == Method.CANCEL;
    }

    private static String when(Appointment appointment) {
        return time(appointment.slot().start())
                + " to "
                + time(appointment.slot().end())
                + " on "
                + LondonTime.dateOf(appointment.slot().start()).format(DAY)
                + ", London time";
    }

    private static String time(Instant instant) {
        return instant.atZone(LondonTime.ZONE).format(TIME);
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

    /** A notice's subject. */
    static String noticeSubject(WrittenLetter notice) {
        return "Engagement surgery: "
                + (notice.notice() == null ? "notice" : Checks.words(notice.notice()));
    }

    /** A notice as plain text: ids alone, whoever's address it goes to. */
    static String noticeText(WrittenLetter notice) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (notice.notice()) {
                    case null -> "";
                    case NO_JOIN_LINK ->
                            "A session comes near and has no join link: nobody could join it.";
                    case TRIAGE_ESCALATED -> "A request has waited for triage for too long.";
                    case LAST_SURGERY ->
                            notice.surgery() == null
                                    ? "A case still waits, and no surgery is left before its"
                                            + " hearing."
                                    : "A case is about to pass the last surgery before its"
                                            + " hearing.";
                    case BOOKING_RELEASED ->
                            "A booking was released because its session was blocked, or moved to"
                                    + " where the slot comes too late for the case.";
                    case MAIL_GIVEN_UP ->
                            "A letter won't reach somebody by mail: tell them yourself, or have it sent again.";
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
