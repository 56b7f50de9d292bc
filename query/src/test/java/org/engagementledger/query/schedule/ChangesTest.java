package org.engagementledger.query.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.detail.Requester;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.engagement.event.Triaged;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.query.schedule.Changes.Booked;
import org.engagementledger.query.schedule.Changes.BookingId;
import org.engagementledger.query.schedule.Changes.Ended;
import org.engagementledger.query.schedule.Changes.Wrong;
import org.junit.jupiter.api.Test;

/** What events change in the schedule. */
class ChangesTest {

    private static final EngagementId CASE = new EngagementId("case-1");
    private static final Instant RECORDED = Instant.parse("2020-11-02T09:00:00Z");
    private static final SurgeryId SURGERY = new SurgeryId("B01CN00-2020-11-05T1500");
    private static final Slot FIRST = slot("2020-11-05T15:00:00Z");
    private static final Slot SECOND = slot("2020-11-05T15:20:00Z");
    private static final IssueId I1 = IssueId.numbered(1);
    private static final IssueId I2 = IssueId.numbered(2);

    private final List<FeedEntry> feed = new ArrayList<>();
    private Map<String, Agenda> known = Map.of();
    private Map<String, Sitting> sittings = Map.of();

    private static Slot slot(String start) {
        Instant from = Instant.parse(start);
        return new Slot(SURGERY, from, from.plusSeconds(1200));
    }

    private static Note note(String text) {
        return new Note(Visibility.SHARED, Personal.known("subject", text));
    }

    private static Requester requester(String firm) {
        return new Requester(
                new FirmId(firm), Personal.known("subject", "Ada Specimen"), null, false, null);
    }

    private static Issue issue(IssueId id, IssueCategory category) {
        return new Issue(id, category, note("Who is needed?"), null);
    }

    private static Submitted submitted() {
        return new Submitted(
                CASE,
                RECORDED,
                requester("example-and-co"),
                new Urn("01ZD0303920"),
                "B01CN00",
                Stage.PRE_TRIAL,
                LocalDate.parse("2020-11-20"),
                true,
                List.of(),
                List.of(issue(I1, IssueCategory.WITNESSES)),
                List.of());
    }

    private static Triaged putForward(IssueId... issues) {
        return new Triaged(
                CASE,
                List.of(issues).stream()
                        .map(it -> new Finding(it, FindingKind.PUT_FORWARD, null, null, null))
                        .toList());
    }

    private static Amended raising(IssueId id, IssueCategory category) {
        return new Amended(
                CASE,
                null,
                List.of(),
                List.of(),
                List.of(issue(id, category)),
                List.of(),
                List.of());
    }

    private static MeetingHeld held(Slot slot) {
        return new MeetingHeld(
                CASE,
                slot,
                slot.start(),
                List.of(),
                List.of(new MeetingOutcome(I1, MeetingResult.DISPUTED, null)),
                List.of(),
                List.of());
    }

    private static RecordedInError inError(long sequence) {
        return new RecordedInError(CASE, sequence, note("Wrong case"), null);
    }

    private FeedEntry entry(String type, String id, long sequence, Object payload) {
        return new FeedEntry(
                feed.size() + 1L,
                type,
                id,
                new StoredEvent(
                        sequence, "event-" + sequence, type, "1", RECORDED, Map.of(), payload));
    }

    /** The next events of the case. */
    private ChangesTest happens(EngagementEvent... events) {
        for (EngagementEvent event : events) {
            feed.add(entry("engagement", CASE.value(), feed.size(), event));
        }
        return this;
    }

    /** What has happened since, as one batch. */
    private Changes changes() {
        Changes changes = new Changes(known, sittings);
        feed.forEach(changes::add);
        Map<String, Agenda> after = new HashMap<>(known);
        changes.agendas().forEach(agenda -> after.put(CASE.value(), agenda));
        known = after;
        Map<String, Sitting> then = new HashMap<>(sittings);
        changes.sittings().forEach(it -> then.put(it.surgery(), it));
        sittings = then;
        return changes;
    }

    private static BookingId booking(long sequence) {
        return new BookingId(CASE.value(), sequence);
    }

    @Test
    void aBookingSaysWhatItIsFor() {
        Changes changes =
                happens(submitted(), putForward(I1), new SlotBooked(CASE, FIRST)).changes();

        assertThat(changes.booked())
                .containsExactly(new Booked(booking(2), FIRST, RECORDED.toEpochMilli()));
        Agenda agenda = changes.agenda(CASE.value());
        assertThat(agenda.waiting()).isEqualTo("I1");
        assertThat(agenda.shortNotice()).isTrue();
        assertThat(agenda.booking()).hasValue(2);
        assertThat(agenda.topics()).containsExactly(new Topic("I1", IssueCategory.WITNESSES));
        assertThat(changes.ended()).isEmpty();
        assertThat(changes.transferred()).isEmpty();
    }

    @Test
    void whatIsInTheScheduleAlreadyChangesNothing() {
        happens(submitted(), putForward(I1), new SlotBooked(CASE, FIRST)).changes();

        Changes again = changes();

        assertThat(again.booked()).isEmpty();
        assertThat(again.agendas()).isEmpty();
    }

    @Test
    void anEngagementThatDoesntBeginAtItsBeginningIsAnError() {
        assertThatThrownBy(() -> happens(putForward(I1)).changes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("case-1");
    }

    @Test
    void aMovedBookingIsReleasedAndMadeAnew() {
        happens(submitted(), putForward(I1), new SlotBooked(CASE, FIRST)).changes();
        Changes moved =
                happens(
                                new SlotReleased(CASE, FIRST, ReleaseReason.MOVED, null),
                                new SlotBooked(CASE, SECOND))
                        .changes();

        assertThat(moved.ended())
                .containsExactly(new Ended(booking(2), BookingStatus.RELEASED, "MOVED", 3, "I1"));
        assertThat(moved.booked()).extracting(Booked::id).containsExactly(booking(4));
        assertThat(known.get(CASE.value()).booking()).hasValue(4);
    }

    @Test
    void aMeetingKeepsWhatItWasFor() {
        Changes changes =
                happens(
                                submitted(),
                                putForward(I1),
                                new SlotBooked(CASE, FIRST),
                                held(FIRST),
                                raising(I2, IssueCategory.DISCLOSURE),
                                putForward(I2))
                        .changes();

        assertThat(changes.ended())
                .containsExactly(new Ended(booking(2), BookingStatus.HELD, null, 3, "I1"));
        assertThat(changes.agenda(CASE.value()).waiting()).isEqualTo("I1 I2");
        assertThat(changes.agenda(CASE.value()).booking()).isEmpty();
    }

    @Test
    void aMeetingRecordedInErrorGivesTheSlotBack() {
        Changes changes =
                happens(
                                submitted(),
                                putForward(I1),
                                new SlotBooked(CASE, FIRST),
                                held(FIRST),
                                inError(3),
                                new MeetingMissed(CASE, FIRST, List.of(Party.DEFENCE), null))
                        .changes();

        assertThat(changes.wrong()).containsExactly(new Wrong(CASE.value(), 3));
        assertThat(changes.ended())
                .containsExactly(new Ended(booking(2), BookingStatus.MISSED, null, 5, "I1"));
    }

    @Test
    void anIssueRaisedInErrorIsGone() {
        Changes changes =
                happens(
                                submitted(),
                                raising(I2, IssueCategory.DISCLOSURE),
                                putForward(I1, I2),
                                inError(1))
                        .changes();

        Agenda agenda = changes.agenda(CASE.value());
        assertThat(agenda.waiting()).isEqualTo("I1");
        assertThat(agenda.topics()).containsExactly(new Topic("I1", IssueCategory.WITNESSES));
    }

    @Test
    void aTransferIsTakenBackWithTheEventThatSaidSo() {
        happens(
                        submitted(),
                        new RepresentationTransferred(
                                CASE, new FirmId("example-and-co"), requester("sample-llp")))
                .changes();
        assertThat(known.get(CASE.value()).file().firm()).hasValue(new FirmId("sample-llp"));

        Changes back = happens(inError(1)).changes();

        assertThat(back.transferred())
                .singleElement()
                .satisfies(
                        agenda ->
                                assertThat(agenda.file().firm())
                                        .hasValue(new FirmId("example-and-co")));
    }

    @Test
    void aSessionHasTheVersionOfItsLastEvent() {
        feed.add(
                entry(
                        "surgery",
                        SURGERY.value(),
                        0,
                        new SurgeryScheduled(
                                SURGERY,
                                "B01CN00",
                                FIRST.start(),
                                SECOND.end(),
                                20,
                                Host.lead("prosecutor"),
                                null,
                                null)));
        feed.add(
                entry(
                        "surgery",
                        SURGERY.value(),
                        1,
                        new SlotAllocated(SURGERY, FIRST.start(), CASE)));

        Changes changes = changes();

        assertThat(changes.sittings())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.version()).isEqualTo(1);
                            assertThat(it.lead()).isEqualTo("prosecutor");
                        });
        assertThat(changes().sittings()).as("what is there already").isEmpty();
        assertThat(changes.agendas()).isEmpty();
    }

    private void befalls(SurgeryEvent... events) {
        for (SurgeryEvent event : events) {
            feed.add(entry("surgery", SURGERY.value(), feed.size(), event));
        }
    }

    private static SurgeryScheduled session() {
        return new SurgeryScheduled(
                SURGERY,
                "B01CN00",
                FIRST.start(),
                SECOND.end(),
                20,
                Host.lead("prosecutor"),
                "https://meet.example/1",
                3L);
    }

    @Test
    void whatIsBlockedMovesWithTheSession() {
        Personal<String> reason = Personal.known("surgery", "No court room");
        Instant later = FIRST.start().plusSeconds(86_400);
        befalls(
                session(),
                new SlotsBlocked(SURGERY, List.of(SECOND.start(), FIRST.start()), reason),
                new SlotsUnblocked(SURGERY, List.of(FIRST.start())),
                new SessionMoved(SURGERY, later, later.plusSeconds(2400), List.of()));

        Sitting sitting = changes().sittings().getFirst();

        assertThat(sitting.start()).isEqualTo(later);
        assertThat(sitting.end()).isEqualTo(later.plusSeconds(2400));
        assertThat(sitting.first()).isEqualTo(FIRST.start());
        assertThat(sitting.blocked())
                .containsExactly(new Sitting.Blocked(later.plusSeconds(1200), reason));
    }

    @Test
    void aChangeSaysOnlyWhatIsNew() {
        befalls(session(), new SessionChanged(SURGERY, null, "", null));
        Sitting unlinked = changes().sittings().getFirst();
        assertThat(unlinked.joinLink()).isNull();
        assertThat(unlinked.lead()).isEqualTo("prosecutor");

        befalls(new SessionChanged(SURGERY, List.of(), null, null));
        assertThat(changes().sittings().getFirst().lead()).isNull();
    }

    @Test
    void howeverTheFeedIsCutASessionComesToTheSame() {
        Personal<String> reason = Personal.known("surgery", "No court room");
        befalls(
                session(),
                new SlotAllocated(SURGERY, FIRST.start(), CASE),
                new SlotsBlocked(SURGERY, List.of(SECOND.start()), reason),
                new SessionMoved(
                        SURGERY, SECOND.start(), SECOND.start().plusSeconds(2400), List.of(CASE)),
                new SessionChanged(SURGERY, List.of(), null, 4L));
        List<FeedEntry> all = List.copyOf(feed);
        Sitting atOnce = changes().sittings().getFirst();

        sittings = Map.of();
        for (FeedEntry one : all) {
            feed.clear();
            feed.add(one);
            changes();
        }

        assertThat(sittings.get(SURGERY.value())).isEqualTo(atOnce);
    }

    @Test
    void topicsAreReadAsTheyAreWritten() {
        List<Topic> topics =
                List.of(
                        new Topic("I1", IssueCategory.WITNESSES),
                        new Topic("I2", IssueCategory.DISCLOSURE),
                        new Topic("I12", IssueCategory.OTHER));

        String written = Topic.written(topics);

        assertThat(written).isEqualTo("I1:WITNESSES I2:DISCLOSURE I12:OTHER");
        assertThat(Topic.read(written, "I12 I1"))
                .containsExactly(topics.getFirst(), topics.getLast());
        assertThat(Topic.read("", "")).isEmpty();
    }
}
