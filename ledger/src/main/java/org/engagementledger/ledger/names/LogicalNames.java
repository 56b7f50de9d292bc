package org.engagementledger.ledger.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engagementledger.domain.calendar.CalendarOpened;
import org.engagementledger.domain.calendar.CalendarRevoked;
import org.engagementledger.domain.claim.ClaimReleased;
import org.engagementledger.domain.claim.ClaimTaken;
import org.engagementledger.domain.correspondence.InvitationPrepared;
import org.engagementledger.domain.correspondence.MailFailed;
import org.engagementledger.domain.correspondence.MailGivenUp;
import org.engagementledger.domain.correspondence.MailSent;
import org.engagementledger.domain.correspondence.MailTakenUp;
import org.engagementledger.domain.correspondence.NoticePrepared;
import org.engagementledger.domain.correspondence.OfferLetterPrepared;
import org.engagementledger.domain.correspondence.ReminderPrepared;
import org.engagementledger.domain.correspondence.SessionLetterPrepared;
import org.engagementledger.domain.courtday.SessionPlaced;
import org.engagementledger.domain.courtday.SessionTakenOff;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.HearingRelisted;
import org.engagementledger.domain.engagement.event.InformationRequested;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;
import org.engagementledger.domain.engagement.event.PartlyTriaged;
import org.engagementledger.domain.engagement.event.PleaAgreed;
import org.engagementledger.domain.engagement.event.PleaIndicated;
import org.engagementledger.domain.engagement.event.PleaOfferWithdrawn;
import org.engagementledger.domain.engagement.event.PleaOffered;
import org.engagementledger.domain.engagement.event.PleaRejected;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.Resolved;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotOfferDeclined;
import org.engagementledger.domain.engagement.event.SlotOfferExpired;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.engagement.event.TriageEscalated;
import org.engagementledger.domain.engagement.event.Triaged;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.engagement.event.WaitingListLeft;
import org.engagementledger.domain.engagement.event.Withdrawn;
import org.engagementledger.domain.programme.ProgrammeEnded;
import org.engagementledger.domain.programme.ProgrammeSet;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.EvidenceRuleDeclared;
import org.engagementledger.domain.strategy.EvidenceRuleEnded;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Rebaselined;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.Started;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;

/** Which class is stored under which name and revision. Immutable. */
public final class LogicalNames {

    private final Map<String, LogicalName> byName;
    private final Map<Class<?>, LogicalName> byType;

    private LogicalNames(List<LogicalName> all) {
        byName = new LinkedHashMap<>();
        byType = new LinkedHashMap<>();
        for (LogicalName one : all) {
            LogicalName sameName = byName.put(one.name(), one);
            LogicalName sameType = byType.put(one.type(), one);
            if (sameName != null || sameType != null) {
                throw new IllegalArgumentException(
                        one
                                + " shares its name or its type with "
                                + (sameName != null ? sameName : sameType));
            }
        }
    }

    /** The names of all events, slice by slice in the order of a case's life. */
    public static LogicalNames ofTheLedger() {
        return new LogicalNames(
                List.of(
                        new LogicalName("engagement.Submitted", 1, Submitted.class),
                        new LogicalName("engagement.Amended", 1, Amended.class),
                        new LogicalName(
                                "engagement.InformationRequested", 1, InformationRequested.class),
                        new LogicalName("engagement.TriageEscalated", 1, TriageEscalated.class),
                        new LogicalName("engagement.PartlyTriaged", 1, PartlyTriaged.class),
                        new LogicalName("engagement.Triaged", 1, Triaged.class),
                        new LogicalName("engagement.Resolved", 1, Resolved.class),
                        new LogicalName("engagement.WaitingListJoined", 1, WaitingListJoined.class),
                        new LogicalName("engagement.WaitingListLeft", 1, WaitingListLeft.class),
                        new LogicalName("engagement.SlotOffered", 1, SlotOffered.class),
                        new LogicalName("engagement.SlotOfferDeclined", 1, SlotOfferDeclined.class),
                        new LogicalName("engagement.SlotOfferExpired", 1, SlotOfferExpired.class),
                        new LogicalName(
                                "engagement.SlotOfferWithdrawn", 1, SlotOfferWithdrawn.class),
                        new LogicalName("engagement.SlotBooked", 1, SlotBooked.class),
                        new LogicalName("engagement.SlotReleased", 1, SlotReleased.class),
                        new LogicalName("engagement.MeetingHeld", 1, MeetingHeld.class),
                        new LogicalName("engagement.MeetingMissed", 3, MeetingMissed.class),
                        new LogicalName("engagement.PleaOffered", 1, PleaOffered.class),
                        new LogicalName(
                                "engagement.PleaOfferWithdrawn", 1, PleaOfferWithdrawn.class),
                        new LogicalName("engagement.PleaIndicated", 1, PleaIndicated.class),
                        new LogicalName("engagement.PleaRejected", 1, PleaRejected.class),
                        new LogicalName("engagement.PleaAgreed", 1, PleaAgreed.class),
                        new LogicalName("engagement.HearingRelisted", 1, HearingRelisted.class),
                        new LogicalName(
                                "engagement.RepresentationTransferred",
                                1,
                                RepresentationTransferred.class),
                        new LogicalName("engagement.Withdrawn", 1, Withdrawn.class),
                        new LogicalName("engagement.OutcomeRecorded", 1, OutcomeRecorded.class),
                        new LogicalName("engagement.RecordedInError", 1, RecordedInError.class),
                        new LogicalName("surgery.SurgeryScheduled", 2, SurgeryScheduled.class),
                        new LogicalName("surgery.SessionChanged", 1, SessionChanged.class),
                        new LogicalName("surgery.SessionMoved", 1, SessionMoved.class),
                        new LogicalName("surgery.SlotsBlocked", 1, SlotsBlocked.class),
                        new LogicalName("surgery.SlotsUnblocked", 1, SlotsUnblocked.class),
                        new LogicalName("surgery.SlotAllocated", 1, SlotAllocated.class),
                        new LogicalName("surgery.SlotFreed", 1, SlotFreed.class),
                        new LogicalName("surgery.SlotReserved", 1, SlotReserved.class),
                        new LogicalName("surgery.ReservationEnded", 1, ReservationEnded.class),
                        new LogicalName("courtday.SessionPlaced", 1, SessionPlaced.class),
                        new LogicalName("courtday.SessionTakenOff", 1, SessionTakenOff.class),
                        new LogicalName("waitinglist.PlaceTaken", 1, PlaceTaken.class),
                        new LogicalName("waitinglist.PlaceChanged", 1, PlaceChanged.class),
                        new LogicalName("waitinglist.PlaceLeft", 1, PlaceLeft.class),
                        new LogicalName("waitinglist.OfferWithdrawn", 1, OfferWithdrawn.class),
                        new LogicalName("waitinglist.OfferDecided", 1, OfferDecided.class),
                        new LogicalName("waitinglist.LastSurgeryNear", 1, LastSurgeryNear.class),
                        new LogicalName("programme.ProgrammeSet", 2, ProgrammeSet.class),
                        new LogicalName("programme.ProgrammeEnded", 2, ProgrammeEnded.class),
                        new LogicalName("strategy.Adopted", 2, Adopted.class),
                        new LogicalName(
                                "strategy.EvidenceRuleDeclared", 1, EvidenceRuleDeclared.class),
                        new LogicalName("strategy.EvidenceRuleEnded", 1, EvidenceRuleEnded.class),
                        new LogicalName("strategy.Started", 1, Started.class),
                        new LogicalName("strategy.ProgressReported", 1, ProgressReported.class),
                        new LogicalName("strategy.EvidenceLinked", 1, EvidenceLinked.class),
                        new LogicalName("strategy.Rebaselined", 1, Rebaselined.class),
                        new LogicalName("strategy.Completed", 1, Completed.class),
                        new LogicalName("strategy.Reopened", 1, Reopened.class),
                        new LogicalName("claim.ClaimTaken", 1, ClaimTaken.class),
                        new LogicalName("claim.ClaimReleased", 1, ClaimReleased.class),
                        new LogicalName(
                                "correspondence.InvitationPrepared", 2, InvitationPrepared.class),
                        new LogicalName(
                                "correspondence.ReminderPrepared", 1, ReminderPrepared.class),
                        new LogicalName("correspondence.NoticePrepared", 1, NoticePrepared.class),
                        new LogicalName(
                                "correspondence.OfferLetterPrepared", 1, OfferLetterPrepared.class),
                        new LogicalName(
                                "correspondence.SessionLetterPrepared",
                                1,
                                SessionLetterPrepared.class),
                        new LogicalName("correspondence.MailSent", 1, MailSent.class),
                        new LogicalName("correspondence.MailFailed", 1, MailFailed.class),
                        new LogicalName("correspondence.MailGivenUp", 1, MailGivenUp.class),
                        new LogicalName("correspondence.MailTakenUp", 1, MailTakenUp.class),
                        new LogicalName("calendar.CalendarOpened", 1, CalendarOpened.class),
                        new LogicalName("calendar.CalendarRevoked", 1, CalendarRevoked.class)));
    }

    /**
     * These names and one more, such as a snapshot's.
     *
     * @throws IllegalArgumentException if the name or the type is taken
     */
    public LogicalNames and(LogicalName another) {
        List<LogicalName> more = new ArrayList<>(all());
        more.add(another);
        return new LogicalNames(more);
    }

    /** These names and one more; see {@link #and(LogicalName)}. */
    public LogicalNames and(String name, int revision, Class<?> type) {
        return and(new LogicalName(name, revision, type));
    }

    /** All names, in the order in which they were given. */
    public List<LogicalName> all() {
        return List.copyOf(byName.values());
    }

    /** The name and the current revision of the class. */
    public Optional<LogicalName> of(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** What is stored under the name, at its current revision. */
    public Optional<LogicalName> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
