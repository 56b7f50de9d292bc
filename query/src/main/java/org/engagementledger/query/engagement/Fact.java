package org.engagementledger.query.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.PleaStatus;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.InformationGiven;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.engagementledger.domain.engagement.event.*;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of one part of an engagement, to be shown.
 *
 * @param kind what kind of part
 * @param part which one, such as I1; the event's sequence number if it has no id of its own
 * @param body what is said: a record
 */
record Fact(Kind kind, String part, Object body) {

    enum Kind {
        REQUESTER,
        DEFENDANT,
        OFFENCE,
        ISSUE,
        FINDING,
        SETTLEMENT,
        REQUEST,
        INFORMATION,
        ESCALATION,
        NOTE,
        MEETING,
        MISSED_MEETING,
        RELEASE,
        DECLINED_OFFER,
        PLEA,
        PLEA_STANDING,
        RELISTING,
        OUTCOME,
        WITHDRAWAL
    }

    /** A defendant but for what changes; that is on the sheet. */
    record Person(
            DefendantId id, Personal<String> name, @Nullable Personal<LocalDate> dateOfBirth) {}

    record Charge(OffenceId id, DefendantId defendant, Personal<String> title) {}

    /**
     * A plea as it was offered, or indicated as acceptable.
     *
     * @param indicated whether the prosecution said, unasked, that it would be acceptable
     */
    record OfferedPlea(
            PleaId id,
            DefendantId defendant,
            OffenceId offence,
            Plea plea,
            boolean indicated,
            @Nullable Note basis,
            Instant at) {}

    /** Where a plea stands after it was answered or taken back. */
    record PleaStanding(
            PleaStatus status,
            @Nullable String authority,
            @Nullable VictimsViews victimsViews,
            @Nullable Note note,
            Instant at) {}

    /** What the event says, part by part; nothing if it says nothing that is to be shown. */
    static List<Fact> of(EngagementEvent event, long sequence) {
        Facts facts = new Facts(sequence);
        switch (event) {
            case Submitted e -> {
                facts.add(Kind.REQUESTER, "", e.requester());
                facts.people(e.defendants());
                facts.issues(e.issues());
                facts.notes(e.notes());
            }
            case Amended e -> {
                if (e.requester() != null) {
                    facts.add(Kind.REQUESTER, "", e.requester());
                }
                facts.people(e.defendants());
                for (DefendantDetails details : e.details()) {
                    facts.offences(details.defendant(), details.offences());
                }
                facts.issues(e.issues());
                for (InformationGiven given : e.information()) {
                    facts.add(Kind.INFORMATION, given.request().value(), given);
                }
                facts.notes(e.notes());
            }
            case InformationRequested e -> facts.add(Kind.REQUEST, e.request().value(), e);
            case TriageEscalated e -> facts.add(Kind.ESCALATION, e);
            case PartlyTriaged e -> facts.findings(e.findings());
            case Triaged e -> facts.findings(e.findings());
            case Resolved e ->
                    e.settlements()
                            .forEach(
                                    settled ->
                                            facts.add(
                                                    Kind.SETTLEMENT,
                                                    settled.issue().value(),
                                                    settled));
            case WaitingListJoined e -> {}
            case WaitingListLeft e -> {}
            case SlotOffered e -> {}
            case SlotOfferDeclined e -> facts.add(Kind.DECLINED_OFFER, e);
            case SlotOfferExpired e -> {}
            case SlotOfferWithdrawn e -> {}
            case SlotBooked e -> {}
            case SlotReleased e -> facts.add(Kind.RELEASE, e);
            case MeetingHeld e -> facts.add(Kind.MEETING, e);
            case MeetingMissed e -> facts.add(Kind.MISSED_MEETING, e);
            case PleaOffered e ->
                    facts.add(
                            Kind.PLEA,
                            e.plea().value(),
                            new OfferedPlea(
                                    e.plea(),
                                    e.defendant(),
                                    e.offence(),
                                    e.offered(),
                                    false,
                                    e.basis(),
                                    e.offeredAt()));
            case PleaIndicated e ->
                    facts.add(
                            Kind.PLEA,
                            e.plea().value(),
                            new OfferedPlea(
                                    e.plea(),
                                    e.defendant(),
                                    e.offence(),
                                    e.acceptable(),
                                    true,
                                    e.basis(),
                                    e.indicatedAt()));
            case PleaOfferWithdrawn e ->
                    facts.standing(e.plea(), PleaStatus.WITHDRAWN, e.why(), e.withdrawnAt());
            case PleaRejected e ->
                    facts.standing(e.plea(), PleaStatus.REJECTED, e.why(), e.rejectedAt());
            case PleaAgreed e ->
                    facts.add(
                            Kind.PLEA_STANDING,
                            e.plea().value(),
                            new PleaStanding(
                                    PleaStatus.AGREED,
                                    e.authority(),
                                    e.victimsViews(),
                                    e.note(),
                                    e.agreedAt()));
            case HearingRelisted e -> facts.add(Kind.RELISTING, e);
            case RepresentationTransferred e -> facts.add(Kind.REQUESTER, "", e.requester());
            case Withdrawn e -> facts.add(Kind.WITHDRAWAL, e);
            case OutcomeRecorded e -> facts.add(Kind.OUTCOME, e);
            case RecordedInError e -> {}
        }
        return facts.facts;
    }

    private static final class Facts {

        private final List<Fact> facts = new ArrayList<>();
        private final long sequence;

        Facts(long sequence) {
            this.sequence = sequence;
        }

        void add(Kind kind, String part, Object body) {
            facts.add(new Fact(kind, part, body));
        }

        void add(Kind kind, Object body) {
            add(kind, Long.toString(sequence), body);
        }

        void people(List<Defendant> defendants) {
            for (Defendant defendant : defendants) {
                add(
                        Kind.DEFENDANT,
                        defendant.id().value(),
                        new Person(defendant.id(), defendant.name(), defendant.dateOfBirth()));
                offences(defendant.id(), defendant.offences());
            }
        }

        void offences(DefendantId defendant, List<Offence> offences) {
            for (Offence offence : offences) {
                add(
                        Kind.OFFENCE,
                        offence.id().value(),
                        new Charge(offence.id(), defendant, offence.title()));
            }
        }

        void issues(List<Issue> issues) {
            issues.forEach(issue -> add(Kind.ISSUE, issue.id().value(), issue));
        }

        void findings(List<Finding> findings) {
            findings.forEach(finding -> add(Kind.FINDING, finding.issue().value(), finding));
        }

        void notes(List<Note> notes) {
            for (int i = 0; i < notes.size(); i++) {
                add(Kind.NOTE, sequence + "." + i, notes.get(i));
            }
        }

        void standing(PleaId plea, PleaStatus status, @Nullable Note why, Instant at) {
            add(Kind.PLEA_STANDING, plea.value(), new PleaStanding(status, null, null, why, at));
        }
    }
}
