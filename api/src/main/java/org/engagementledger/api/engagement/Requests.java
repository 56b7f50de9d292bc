package org.engagementledger.api.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.api.engagement.Parts.*;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests that act on an engagement; what is left out stands as null. */
final class Requests {

    private Requests() {}

    /** A body that becomes a command. */
    interface Body {
        EngagementCommand command(Shape shape, Subjects subjects);
    }

    record Amendment(
            @Nullable ContactPart contact,
            @Nullable List<DefendantPart> defendants,
            @Nullable List<DetailsPart> details,
            @Nullable List<IssuePart> issues,
            @Nullable List<InformationPart> information,
            @Nullable List<NotePart> notes)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new Amend(
                    subjects.engagement(),
                    contact == null ? null : contact.contact(subjects),
                    shape.each(
                            defendants,
                            "/defendants",
                            (part, at) -> part.defendant(shape, at, subjects)),
                    shape.each(
                            details, "/details", (part, at) -> part.details(shape, at, subjects)),
                    shape.each(issues, "/issues", (part, at) -> part.issue(shape, at, subjects)),
                    shape.each(
                            information,
                            "/information",
                            (part, at) -> part.given(shape, at, subjects)),
                    shape.each(notes, "/notes", (part, at) -> part.note(shape, at, subjects)));
        }
    }

    record InformationRequest(
            @Nullable Party of,
            @Nullable String what,
            @Nullable NotePart why,
            @Nullable LocalDate due)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new RequestInformation(
                    subjects.engagement(),
                    of,
                    Parts.shared(what, subjects),
                    Parts.note(why, shape, "/why", subjects),
                    due);
        }
    }

    record Findings(@Nullable List<FindingPart> findings) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new Triage(
                    subjects.engagement(),
                    shape.each(
                            findings,
                            "/findings",
                            (part, at) -> part.finding(shape, at, subjects)));
        }
    }

    record Resolution(@Nullable List<SettledPart> settled) implements Body {
        record SettledPart(@Nullable String issue, @Nullable NotePart note) {}

        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new Resolve(
                    subjects.engagement(),
                    shape.each(
                            settled,
                            "/settled",
                            (part, at) ->
                                    new Resolve.Settled(
                                            new IssueId(
                                                    shape.required(
                                                            part.issue(), at + "/issue", "")),
                                            Parts.note(
                                                    part.note(), shape, at + "/note", subjects))));
        }
    }

    record Booking(@Nullable String surgery, @Nullable Instant start) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new BookSlot(
                    subjects.engagement(),
                    new SurgeryId(shape.required(surgery, "/surgery", "")),
                    shape.required(start, "/start", Instant.EPOCH));
        }
    }

    record Cancellation(@Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new CancelBooking(
                    subjects.engagement(), Parts.note(note, shape, "/note", subjects));
        }
    }

    record Meeting(
            @Nullable Instant occurredAt,
            @Nullable List<AttendeePart> attendees,
            @Nullable List<OutcomePart> outcomes,
            @Nullable List<ActionPart> actions,
            @Nullable List<NotePart> notes)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new HoldMeeting(
                    subjects.engagement(),
                    occurredAt,
                    shape.each(
                            attendees,
                            "/attendees",
                            (part, at) -> part.attendee(shape, at, subjects)),
                    shape.each(
                            outcomes, "/outcomes", (part, at) -> part.outcome(shape, at, subjects)),
                    shape.each(actions, "/actions", (part, at) -> part.action(shape, at, subjects)),
                    shape.each(notes, "/notes", (part, at) -> part.note(shape, at, subjects)));
        }
    }

    record MissedMeeting(@Nullable List<Party> missedBy, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new MissMeeting(
                    subjects.engagement(),
                    shape.each(missedBy, "/missedBy", (party, at) -> party),
                    Parts.note(note, shape, "/note", subjects));
        }
    }

    record PleaOffer(
            @Nullable String defendant,
            @Nullable String offence,
            @Nullable Plea plea,
            @Nullable String basis,
            @Nullable Instant occurredAt)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new OfferPlea(
                    subjects.engagement(),
                    new DefendantId(shape.required(defendant, "/defendant", "")),
                    new OffenceId(shape.required(offence, "/offence", "")),
                    plea,
                    Parts.shared(basis, subjects),
                    occurredAt);
        }
    }

    record PleaIndication(
            @Nullable String defendant,
            @Nullable String offence,
            @Nullable Plea plea,
            @Nullable String basis,
            @Nullable Instant occurredAt)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new IndicatePlea(
                    subjects.engagement(),
                    new DefendantId(shape.required(defendant, "/defendant", "")),
                    new OffenceId(shape.required(offence, "/offence", "")),
                    plea,
                    Parts.shared(basis, subjects),
                    occurredAt);
        }
    }

    record PleaWithdrawal(@Nullable NotePart reason, @Nullable Instant occurredAt) {
        EngagementCommand command(PleaId plea, Shape shape, Subjects subjects) {
            return new WithdrawPleaOffer(
                    subjects.engagement(),
                    plea,
                    Parts.note(reason, shape, "/reason", subjects),
                    occurredAt);
        }
    }

    record PleaRejection(@Nullable NotePart reason, @Nullable Instant occurredAt) {
        EngagementCommand command(PleaId plea, Shape shape, Subjects subjects) {
            return new RejectPlea(
                    subjects.engagement(),
                    plea,
                    Parts.note(reason, shape, "/reason", subjects),
                    occurredAt);
        }
    }

    record PleaAgreement(
            @Nullable Views victimsViews, @Nullable NotePart note, @Nullable Instant occurredAt) {

        /** The victim's views; whatever is said of them is seen by the prosecution only. */
        record Views(@Nullable Consideration consideration, @Nullable NotePart note) {}

        EngagementCommand command(PleaId plea, Shape shape, Subjects subjects) {
            return new AgreePlea(
                    subjects.engagement(),
                    plea,
                    victimsViews == null
                            ? null
                            : new VictimsViews(
                                    shape.required(
                                            victimsViews.consideration(),
                                            "/victimsViews/consideration",
                                            Consideration.CONSIDERED),
                                    Parts.note(
                                            victimsViews.note(),
                                            shape,
                                            "/victimsViews/note",
                                            subjects)),
                    Parts.note(note, shape, "/note", subjects),
                    occurredAt);
        }
    }

    record Relisting(@Nullable LocalDate newDate, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new RelistHearing(
                    subjects.engagement(), newDate, Parts.note(note, shape, "/note", subjects));
        }
    }

    record Transfer(
            @Nullable String firm, @Nullable Boolean inPerson, @Nullable ContactPart contact)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            String known = shape.id(firm, "/firm");
            if (!Boolean.TRUE.equals(inPerson)) {
                shape.required(firm, "/firm", "");
            } else if (firm != null) {
                shape.refuse(Rule.FIRM_OR_IN_PERSON, "/inPerson");
            }
            return new TransferRepresentation(
                    subjects.engagement(),
                    known == null ? null : new FirmId(known),
                    contact == null ? null : contact.contact(subjects));
        }
    }

    record Withdrawal(@Nullable WithdrawalReason reason, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new Withdraw(
                    subjects.engagement(), reason, Parts.note(note, shape, "/note", subjects));
        }
    }

    record Outcome(
            @Nullable ListingResult result,
            @Nullable String code,
            @Nullable LocalDate newDate,
            @Nullable NotePart note,
            @Nullable Instant occurredAt)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new RecordOutcome(
                    subjects.engagement(),
                    result,
                    code,
                    newDate,
                    Parts.note(note, shape, "/note", subjects),
                    occurredAt);
        }
    }

    record Correction(@Nullable Long sequence, @Nullable NotePart reason) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new RecordInError(
                    subjects.engagement(),
                    shape.required(sequence, "/sequence", -1L),
                    Parts.note(reason, shape, "/reason", subjects));
        }
    }
}
