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

    /**
     * What the defence adds or changes.
     *
     * @param contact how it can be reached from now on
     * @param defendants defendants besides those that are known
     * @param details what is new about those that are known
     * @param issues issues besides those that are known
     * @param information answers to requests for information
     * @param notes further texts
     */
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

    /**
     * What the prosecution wants to know.
     *
     * @param of of whom
     * @param what what, for both sides
     * @param why why it is asked
     * @param due by when; not before today
     */
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

    /**
     * What triage finds.
     *
     * @param findings at least one, each on another issue
     */
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

    /**
     * How issues are settled without a meeting.
     *
     * @param settled every issue that is open
     */
    record Resolution(@Nullable List<SettledPart> settled) implements Body {
        /**
         * An issue that is settled.
         *
         * @param issue which issue, such as I1
         * @param note in words
         */
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

    /**
     * The slot that is wanted.
     *
     * @param surgery the surgery's id, such as B01CN00-2020-11-05T1500
     * @param start when the slot begins
     */
    record Booking(@Nullable String surgery, @Nullable Instant start) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new BookSlot(
                    subjects.engagement(),
                    new SurgeryId(shape.required(surgery, "/surgery", "")),
                    shape.required(start, "/start", Instant.EPOCH));
        }
    }

    /**
     * Why a slot is given back.
     *
     * @param note in words
     */
    record Cancellation(@Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new CancelBooking(
                    subjects.engagement(), Parts.note(note, shape, "/note", subjects));
        }
    }

    /**
     * A meeting that was held.
     *
     * @param occurredAt when it began, not before the slot; the slot's start unless said
     * @param attendees who came: the defence, and a lead or an adviser who may decide
     * @param outcomes what it came to on each issue that was put forward
     * @param actions what is to be done
     * @param notes further texts
     */
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

    /**
     * When a slot would do.
     *
     * @param suitableFrom the first day; any if it is left out
     * @param suitableUntil the last day; any if it is left out
     */
    record Joining(@Nullable LocalDate suitableFrom, @Nullable LocalDate suitableUntil)
            implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new JoinWaitingList(subjects.engagement(), suitableFrom, suitableUntil);
        }
    }

    /** Nothing more is to be said. */
    record Leaving() implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new LeaveWaitingList(subjects.engagement());
        }
    }

    /** Nothing more is to be said. */
    record Acceptance() implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new AcceptOffer(subjects.engagement());
        }
    }

    /**
     * Why an offered slot isn't wanted.
     *
     * @param note in words
     */
    record Declining(@Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new DeclineOffer(
                    subjects.engagement(), Parts.note(note, shape, "/note", subjects));
        }
    }

    /**
     * A meeting that didn't take place.
     *
     * @param missedBy who didn't come; at least one
     * @param note in words
     */
    record MissedMeeting(@Nullable List<Party> missedBy, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new MissMeeting(
                    subjects.engagement(),
                    shape.each(missedBy, "/missedBy", (party, at) -> party),
                    Parts.note(note, shape, "/note", subjects));
        }
    }

    /**
     * A plea that the defence offers.
     *
     * @param defendant whose plea, such as D1
     * @param offence to which offence, such as O1
     * @param plea which; not one that only a court records
     * @param basis the other offence, or the basis in writing; for both sides, and required for
     *     such a plea
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
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

    /**
     * A plea that the prosecution would accept.
     *
     * @param defendant whose plea, such as D1
     * @param offence to which offence, such as O1
     * @param plea which; not one that only a court records
     * @param basis the other offence, or the basis in writing; for both sides, and required for
     *     such a plea
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
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

    /**
     * Why an offer is taken back.
     *
     * @param reason in words
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
    record PleaWithdrawal(@Nullable NotePart reason, @Nullable Instant occurredAt) {
        EngagementCommand command(PleaId plea, Shape shape, Subjects subjects) {
            return new WithdrawPleaOffer(
                    subjects.engagement(),
                    plea,
                    Parts.note(reason, shape, "/reason", subjects),
                    occurredAt);
        }
    }

    /**
     * Why an offer is rejected.
     *
     * @param reason in words, for both sides
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
    record PleaRejection(@Nullable NotePart reason, @Nullable Instant occurredAt) {
        EngagementCommand command(PleaId plea, Shape shape, Subjects subjects) {
            return new RejectPlea(
                    subjects.engagement(),
                    plea,
                    Parts.note(reason, shape, "/reason", subjects),
                    occurredAt);
        }
    }

    /**
     * That a plea is agreed, and the victim's views.
     *
     * @param note in words
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
    record PleaAgreement(
            @Nullable Views victimsViews, @Nullable NotePart note, @Nullable Instant occurredAt) {

        /**
         * The victim's views; whatever is said of them is seen by the prosecution only.
         *
         * @param note what they were
         */
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

    /**
     * The day that the hearing is listed for from now on.
     *
     * @param newDate the new day
     * @param note in words
     */
    record Relisting(@Nullable LocalDate newDate, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new RelistHearing(
                    subjects.engagement(), newDate, Parts.note(note, shape, "/note", subjects));
        }
    }

    /**
     * Who represents the defence from now on: a firm, or nobody.
     *
     * @param firm the firm's id; none if the defendant goes on in person
     * @param inPerson whether the defendant goes on in person
     * @param contact how they can be reached
     */
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

    /**
     * Why a request is withdrawn.
     *
     * @param note in words
     */
    record Withdrawal(@Nullable WithdrawalReason reason, @Nullable NotePart note) implements Body {
        @Override
        public EngagementCommand command(Shape shape, Subjects subjects) {
            return new Withdraw(
                    subjects.engagement(), reason, Parts.note(note, shape, "/note", subjects));
        }
    }

    /**
     * How a hearing ended.
     *
     * @param code why, as a code of a trial that cracked, was ineffective or was vacated; for those
     *     only
     * @param newDate when it goes on; required if it is adjourned or ineffective, possible if it is
     *     vacated
     * @param note in words
     * @param occurredAt when it happened, not after now; when it is recorded unless said
     */
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

    /**
     * Which event was recorded in error.
     *
     * @param sequence the event's sequence number
     * @param reason why, in words
     */
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
