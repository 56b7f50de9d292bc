package org.engagementledger.api.engagement;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.*;
import org.jspecify.annotations.Nullable;

/**
 * What requests are made of, as JSON. A text that is meant for the other side is written as a plain
 * text; any other says who may see it.
 */
final class Parts {

    private Parts() {}

    /** A text for both sides; null if left out. */
    static @Nullable Note shared(@Nullable String text, Subjects subjects) {
        Personal<String> words = subjects.text(text);
        return words == null ? null : new Note(Visibility.SHARED, words);
    }

    /** A text with the side that may see it; null if left out. */
    static @Nullable Note note(@Nullable NotePart part, Shape shape, String at, Subjects subjects) {
        return part == null ? null : part.note(shape, at, subjects);
    }

    /**
     * A text, with the side that may see it.
     *
     * @param text its words, up to 4,000 characters
     */
    record NotePart(@Nullable Visibility visibility, @Nullable String text) {
        Note note(Shape shape, String at, Subjects subjects) {
            return new Note(
                    shape.required(visibility, at + "/visibility", Visibility.SHARED),
                    subjects.words(shape.required(text, at + "/text", "")));
        }
    }

    /**
     * How whoever asks can be reached: a practitioner, or a litigant in person.
     *
     * @param name their name
     * @param email their address; only a secure one (CJSM) is sent case data
     * @param telephone their telephone number
     */
    record ContactPart(@Nullable String name, @Nullable String email, @Nullable String telephone) {
        Contact contact(Subjects subjects) {
            return new Contact(
                    subjects.of("requester", name),
                    subjects.of("requester", email),
                    subjects.of("requester", telephone));
        }
    }

    /**
     * An offence that a defendant is charged with.
     *
     * @param title what it is called
     */
    record OffencePart(@Nullable String title) {
        NewOffence offence(Subjects subjects) {
            return new NewOffence(subjects.text(title));
        }
    }

    /**
     * A defendant as the request names them.
     *
     * @param name their name
     * @param dateOfBirth their date of birth, if it is known
     * @param custodyTimeLimit by when the trial must begin; with custody only
     * @param offences what they are charged with
     */
    record DefendantPart(
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable CustodyStatus custody,
            @Nullable LocalDate custodyTimeLimit,
            @Nullable List<Need> needs,
            @Nullable List<OffencePart> offences) {
        NewDefendant defendant(Shape shape, String at, Subjects subjects) {
            String person = at.substring(1);
            return new NewDefendant(
                    subjects.of(person, name),
                    subjects.of(person, dateOfBirth),
                    custody,
                    custodyTimeLimit,
                    shape.each(needs, at + "/needs", (need, where) -> need),
                    shape.each(
                            offences, at + "/offences", (part, where) -> part.offence(subjects)));
        }
    }

    /**
     * What is new about a defendant. Needs and offences come to those that are known.
     *
     * @param defendant whose, such as D1
     * @param custodyTimeLimit by when the trial must begin; with custody only
     * @param offences what they are charged with besides
     */
    record DetailsPart(
            @Nullable String defendant,
            @Nullable CustodyStatus custody,
            @Nullable LocalDate custodyTimeLimit,
            @Nullable List<Need> needs,
            @Nullable List<OffencePart> offences) {
        NewDefendantDetails details(Shape shape, String at, Subjects subjects) {
            return new NewDefendantDetails(
                    new DefendantId(shape.required(defendant, at + "/defendant", "")),
                    custody,
                    custodyTimeLimit,
                    shape.each(needs, at + "/needs", (need, where) -> need),
                    shape.each(
                            offences, at + "/offences", (part, where) -> part.offence(subjects)));
        }
    }

    /**
     * An issue that the defence raises.
     *
     * @param matter what it is about, for both sides
     * @param sought what is sought from the other side
     */
    record IssuePart(
            @Nullable IssueCategory category, @Nullable String matter, @Nullable NotePart sought) {
        NewIssue issue(Shape shape, String at, Subjects subjects) {
            return new NewIssue(
                    category,
                    shared(matter, subjects),
                    Parts.note(sought, shape, at + "/sought", subjects));
        }
    }

    /**
     * The answer to a request for information.
     *
     * @param request which request, such as R1
     * @param answer its words, for both sides
     */
    record InformationPart(@Nullable String request, @Nullable String answer) {
        InformationGiven given(Shape shape, String at, Subjects subjects) {
            return new InformationGiven(
                    new RequestId(shape.required(request, at + "/request", "")),
                    new Note(
                            Visibility.SHARED,
                            subjects.words(shape.required(answer, at + "/answer", ""))));
        }
    }

    /**
     * What triage finds on an issue.
     *
     * @param issue which issue, such as I1
     * @param answer the answer, for both sides; required if it is answered
     * @param reason why it is put forward or out of scope, for both sides; required if it is out of
     *     scope
     * @param reasoning what the prosecution thinks of it, for itself
     */
    record FindingPart(
            @Nullable String issue,
            @Nullable FindingKind finding,
            @Nullable String answer,
            @Nullable String reason,
            @Nullable NotePart reasoning) {
        Finding finding(Shape shape, String at, Subjects subjects) {
            return new Finding(
                    new IssueId(shape.required(issue, at + "/issue", "")),
                    shape.required(finding, at + "/finding", FindingKind.PUT_FORWARD),
                    shared(answer, subjects),
                    shared(reason, subjects),
                    Parts.note(reasoning, shape, at + "/reasoning", subjects));
        }
    }

    /**
     * Somebody who came to a meeting.
     *
     * @param name their name
     */
    record AttendeePart(@Nullable AttendeeRole role, @Nullable String name) {
        Attendee attendee(Shape shape, String at, Subjects subjects) {
            return new Attendee(
                    shape.required(role, at + "/role", AttendeeRole.PROSECUTOR),
                    subjects.about(at.substring(1), shape.required(name, at + "/name", "")));
        }
    }

    /**
     * What a meeting came to on an issue.
     *
     * @param issue which issue, such as I1
     * @param note in words
     */
    record OutcomePart(
            @Nullable String issue, @Nullable MeetingResult result, @Nullable NotePart note) {
        MeetingOutcome outcome(Shape shape, String at, Subjects subjects) {
            return new MeetingOutcome(
                    new IssueId(shape.required(issue, at + "/issue", "")),
                    shape.required(result, at + "/result", MeetingResult.AGREED),
                    Parts.note(note, shape, at + "/note", subjects));
        }
    }

    /**
     * What is to be done after a meeting.
     *
     * @param by by whom
     * @param what what, for both sides
     * @param due by when
     */
    record ActionPart(@Nullable Party by, @Nullable String what, @Nullable LocalDate due) {
        ActionPoint action(Shape shape, String at, Subjects subjects) {
            return new ActionPoint(
                    shape.required(by, at + "/by", Party.DEFENCE),
                    new Note(
                            Visibility.SHARED,
                            subjects.words(shape.required(what, at + "/what", ""))),
                    shape.required(due, at + "/due", LocalDate.EPOCH));
        }
    }
}
