package org.engagementledger.domain.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers every rule that a command breaks, so that all of them come back together. */
public final class Checks {

    private static final int LONGEST_LINE = 200;

    /** Enough to catch a slip; whether an address exists only its mail server knows. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    /** White space, controls, and what only says how others are shown, as Unicode has them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}]*");

    private final Actor actor;
    private final List<Refusal> refusals = new ArrayList<>();

    public Checks(Actor actor) {
        this.actor = actor;
    }

    /** Refuses if the rule is broken. */
    public Checks refuseIf(boolean broken, Rule rule, String field, Object... gaps) {
        return broken ? refuse(Refusal.of(rule, field, gaps)) : this;
    }

    /** Refuses for this reason; the same reason twice counts once. */
    public Checks refuse(Refusal refusal) {
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
        return this;
    }

    /** Whether something is there; refuses if it isn't. */
    public Checks required(@Nullable Object value, String field) {
        boolean missing =
                value == null
                        || (value instanceof Personal<?> personal && isBlank(personal))
                        || (value instanceof String text && isBlank(text));
        return refuseIf(missing, Rule.REQUIRED, field, field.substring(field.lastIndexOf('/') + 1));
    }

    /** Whether a text has no character that can be seen. */
    public static boolean isBlank(String text) {
        return UNSEEN.matcher(text).matches();
    }

    private static boolean isBlank(Personal<?> personal) {
        return personal.value().filter(value -> isBlank(value.toString())).isPresent();
    }

    /** A text must not be blank, nor too long, nor written for the other side's eyes only. */
    public Checks note(@Nullable Note note, String field) {
        return note(note, field, field + "/text");
    }

    private Checks note(@Nullable Note note, String field, String textField) {
        if (note == null) {
            return this;
        }
        required(note.text(), textField);
        refuseIf(
                note.text().value().orElse("").length() > Note.LONGEST,
                Rule.TEXT_TOO_LONG,
                textField,
                Note.LONGEST);
        return refuseIf(
                !actor.role().writes(note.visibility()),
                Rule.VISIBILITY_NOT_YOURS,
                field + "/visibility",
                words(actor.role()),
                words(note.visibility()));
    }

    /**
     * The same for a text that the other side has to read: whoever asks writes it as a plain text,
     * so that is where it is wrong.
     */
    public Checks sharedNote(@Nullable Note note, String field) {
        refuseIf(
                note != null && note.visibility() != Visibility.SHARED,
                Rule.MUST_BE_SHARED,
                field + "/visibility");
        return note(note, field, field);
    }

    /** The same for a text that the other side must never read. */
    public Checks prosecutionNote(@Nullable Note note, String field) {
        refuseIf(
                note != null && note.visibility() != Visibility.PROSECUTION_ONLY,
                Rule.MUST_STAY_WITH_PROSECUTION,
                field + "/visibility");
        return note(note, field);
    }

    /** The same for several texts. */
    public Checks notes(List<Note> notes, String field) {
        for (int i = 0; i < notes.size(); i++) {
            note(notes.get(i), field + "/" + i);
        }
        return this;
    }

    /**
     * A short personal text, such as a name: not blank, at most 200 characters, and nothing in it
     * that breaks a line.
     */
    public Checks line(@Nullable Personal<String> line, String field) {
        required(line, field);
        return line(line == null ? null : line.value().orElse(null), field);
    }

    /** The same for a text that isn't personal, unless there is none. */
    public Checks line(@Nullable String line, String field) {
        return line(line, LONGEST_LINE, field);
    }

    /** The same with up to so many characters. */
    public Checks line(@Nullable String line, int longest, String field) {
        String text = line == null ? "" : line;
        refuseIf(text.length() > longest, Rule.TEXT_TOO_LONG, field, longest);
        return refuseIf(
                text.codePoints().anyMatch(Character::isISOControl), Rule.LINE_BROKEN, field);
    }

    /** A text that isn't personal must not be too long, unless there is none. */
    public Checks text(@Nullable String text, String field) {
        return refuseIf(
                text != null && text.length() > Note.LONGEST,
                Rule.TEXT_TOO_LONG,
                field,
                Note.LONGEST);
    }

    /** An e-mail address, on one line. */
    public Checks email(@Nullable Personal<String> email, String field) {
        line(email, field);
        return refuseIf(
                email != null
                        && email.value()
                                .filter(address -> !EMAIL.matcher(address).matches())
                                .isPresent(),
                Rule.EMAIL_MALFORMED,
                field);
    }

    /**
     * What is recorded as having happened must not lie in the future, nor before what it depends
     * on.
     */
    public Checks occurred(Instant occurredAt, Instant notBefore, String dependsOn, Instant now) {
        refuseIf(occurredAt.isAfter(now), Rule.OCCURRED_IN_FUTURE, "/occurredAt");
        return refuseIf(
                occurredAt.isBefore(notBefore), Rule.OCCURRED_TOO_EARLY, "/occurredAt", dependsOn);
    }

    public boolean passed() {
        return refusals.isEmpty();
    }

    /** The events if no rule was broken; they are computed only then. */
    public <E> Decision<E> then(Supplier<List<E>> events) {
        return passed() ? new Decision.Accepted<>(events.get()) : new Decision.Refused<>(refusals);
    }

    /** A constant's name as words: {@code TRIAGE_OFFICER} as "triage officer". */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
