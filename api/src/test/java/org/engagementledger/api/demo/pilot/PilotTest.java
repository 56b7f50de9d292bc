package org.engagementledger.api.demo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.command.bulk.NewEvent;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a play comes to, on the pure domain: for twenty seeds, and the default's. */
class PilotTest {

    /** The pilot had slots for everybody, and no waiting list. */
    private static final Set<Class<?>> WAITING =
            Set.of(
                    WaitingListJoined.class,
                    WaitingListLeft.class,
                    SlotOffered.class,
                    SlotOfferDeclined.class,
                    SlotOfferExpired.class,
                    SlotOfferWithdrawn.class);

    static Stream<Played> plays() {
        return LongStream.concat(LongStream.of(2020), LongStream.rangeClosed(1, 20))
                .mapToObj(Played::pilot);
    }

    @ParameterizedTest
    @MethodSource("plays")
    void everyPathIsThere(Played played) {
        Map<Class<?>, Long> counts =
                played.events().stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> event.payload().getClass(),
                                        Collectors.counting()));

        assertThat(played.engagements()).hasSizeBetween(150, 200);
        assertThat(played.events()).hasSizeBetween(Pilot.EVENTS * 9 / 10, Pilot.EVENTS * 11 / 10);
        Set<Class<?>> types = new HashSet<>(Set.of(EngagementEvent.class.getPermittedSubclasses()));
        types.removeAll(WAITING);
        for (Class<?> type : types) {
            assertThat(counts.getOrDefault(type, 0L)).as(type.getSimpleName()).isGreaterThan(2);
        }
        assertThat(played.all(SlotReleased.class).stream().map(SlotReleased::why))
                .contains(
                        ReleaseReason.MOVED,
                        ReleaseReason.CANCELLED,
                        ReleaseReason.RESOLVED,
                        ReleaseReason.WITHDRAWN,
                        ReleaseReason.CASE_ENDED);
        assertThat(
                        played.all(MeetingMissed.class).stream()
                                .map(MeetingMissed::missedBy)
                                .flatMap(Collection::stream))
                .contains(Party.values());
        assertThat(played.all(OutcomeRecorded.class).stream().map(OutcomeRecorded::result))
                .contains(ListingResult.values());
        assertThat(played.all(RepresentationTransferred.class))
                .extracting(event -> event.requester().firm() == null)
                .contains(true, false);
        assertThat(played.refused())
                .hasSizeBetween(6, 40)
                .containsOnly(Rule.SLOT_TAKEN, Rule.ALREADY_ENGAGED, Rule.NOTHING_PUT_FORWARD)
                .contains(Rule.SLOT_TAKEN, Rule.ALREADY_ENGAGED);
    }

    @ParameterizedTest
    @MethodSource("plays")
    void theMixIsPlausible(Played played) {
        List<Submitted> requests = played.all(Submitted.class);
        List<Defendant> defendants =
                requests.stream().flatMap(request -> request.defendants().stream()).toList();

        assertThat(share(requests, Submitted::shortNotice)).isBetween(0.02, 0.5);
        assertThat(share(requests, request -> request.stage() == Stage.PRE_TRIAL))
                .isBetween(0.4, 0.7);
        assertThat(share(requests, request -> request.requester().firm() == null))
                .isBetween(0.01, 0.1);
        assertThat(share(defendants, one -> one.custody() == CustodyStatus.CUSTODY))
                .isBetween(0.05, 0.35);
        for (Need need : Need.values()) {
            assertThat(share(defendants, one -> one.needs().contains(need)))
                    .as(need.name())
                    .isBetween(0.005, 0.3);
        }
        assertThat(share(requests, request -> isOf(request, "example-and-co")))
                .isBetween(0.1, 0.35);
        assertThat(share(requests, request -> isOf(request, "sample-llp"))).isBetween(0.05, 0.3);
        assertThat(requests.stream().map(request -> request.requester().firm()).distinct())
                .hasSize(13);
        assertThat(requests.stream().map(Submitted::urn)).doesNotHaveDuplicates();
        assertThat(played.all(MeetingHeld.class)).hasSizeBetween(50, 100);
    }

    private static <T> double share(List<T> all, Predicate<T> such) {
        return all.stream().filter(such).count() / (double) all.size();
    }

    private static boolean isOf(Submitted request, String firm) {
        return new FirmId(firm).equals(request.requester().firm());
    }

    @ParameterizedTest
    @MethodSource("plays")
    void noSlotIsHadByTwoNorOffTheGrid(Played played) {
        List<Slot> taken = new ArrayList<>();
        for (NewEvent event : played.events()) {
            switch (event.payload()) {
                case SlotAllocated e -> {
                    ZonedDateTime start = e.start().atZone(LondonTime.ZONE);
                    assertThat(start.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
                    assertThat(start.toLocalTime()).isBetween("15:00", "17:40");
                    assertThat(start.getMinute() % 20).isZero();
                    Slot slot = new Slot(e.surgery(), e.start(), e.start());
                    assertThat(taken).doesNotContain(slot);
                    taken.add(slot);
                }
                case SlotFreed e ->
                        assertThat(taken.remove(new Slot(e.surgery(), e.start(), e.start())))
                                .isTrue();
                default -> {}
            }
        }
        assertThat(played.all(SurgeryScheduled.class)).hasSize(12);
        assertThat(taken).hasSizeBetween(60, 108);
    }

    @ParameterizedTest
    @MethodSource("plays")
    void oneSessionIsReleasedForTheLeadsIllnessAndBookedAgain(Played played) {
        List<List<EngagementEvent>> hit =
                played.engagements().values().stream()
                        .filter(events -> events.stream().anyMatch(PilotTest::isForIllness))
                        .toList();

        assertThat(hit).hasSize(6);
        assertThat(hit.stream().flatMap(List::stream).filter(PilotTest::isForIllness))
                .extracting(event -> slotOf(event).surgery())
                .containsOnly(slotOf(firstForIllness(hit)).surgery());
        for (List<EngagementEvent> events : hit) {
            assertThat(events.stream().filter(SlotBooked.class::isInstance)).hasSize(2);
            assertThat(events.stream().filter(MeetingHeld.class::isInstance)).hasSize(1);
        }
    }

    private static EngagementEvent firstForIllness(List<List<EngagementEvent>> hit) {
        return hit.getFirst().stream().filter(PilotTest::isForIllness).findFirst().orElseThrow();
    }

    private static boolean isForIllness(EngagementEvent event) {
        Optional<String> why =
                switch (event) {
                    case SlotReleased e ->
                            e.note() == null ? Optional.empty() : e.note().text().value();
                    case MeetingMissed e ->
                            e.note() == null ? Optional.empty() : e.note().text().value();
                    default -> Optional.empty();
                };
        return why.filter(text -> text.contains("fallen ill")).isPresent();
    }

    private static Slot slotOf(EngagementEvent event) {
        return switch (event) {
            case SlotReleased e -> e.slot();
            case MeetingMissed e -> e.slot();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    /** But once: that is for whoever evaluates to find. */
    @ParameterizedTest
    @MethodSource("plays")
    void crackedTrialsAgreeWithWhatWasOffered(Played played) {
        int contradictions = 0;
        for (List<EngagementEvent> events : played.engagements().values()) {
            boolean offered = false;
            boolean rejected = false;
            for (EngagementEvent event : events) {
                offered |= event instanceof PleaOffered;
                rejected |= event instanceof PleaRejected;
                if (event instanceof OutcomeRecorded e && e.result() == ListingResult.CRACKED) {
                    boolean firstToday = Set.of("A", "C", "E").contains(e.code());
                    boolean rejectedBefore = Set.of("B", "D", "F").contains(e.code());
                    contradictions += firstToday && offered ? 1 : 0;
                    assertThat(rejectedBefore && !rejected).isFalse();
                }
            }
        }
        assertThat(contradictions).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("plays")
    void vacatedForAPleaMeansThatOneWasAgreed(Played played) {
        for (List<EngagementEvent> events : played.engagements().values()) {
            List<Plea> agreed = new ArrayList<>();
            Map<String, Plea> offers = new HashMap<>();
            for (EngagementEvent event : events) {
                switch (event) {
                    case PleaOffered e -> offers.put(e.plea().value(), e.offered());
                    case PleaAgreed e -> agreed.add(offers.get(e.plea().value()));
                    case OutcomeRecorded e when e.result() == ListingResult.VACATED -> {
                        if ("L".equals(e.code())) {
                            assertThat(agreed).contains(Plea.GUILTY);
                        }
                        if ("M".equals(e.code())) {
                            assertThat(agreed)
                                    .containsAnyOf(
                                            Plea.GUILTY_TO_A_LESSER_OFFENCE,
                                            Plea.GUILTY_TO_AN_ALTERNATIVE_OFFENCE);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plays")
    void timesAreThoseOfPeopleAtWork(Played played) {
        Instant before = DemoClock.BEGIN;
        for (NewEvent event : played.events()) {
            Instant at = event.recordedAt();
            assertThat(at).isBetween(before, PilotPlay.END);
            assertThat(at).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
            before = at;
            ZonedDateTime local = at.atZone(LondonTime.ZONE);
            assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            LocalTime time = local.toLocalTime();
            switch (event.payload()) {
                case Triaged e -> assertThat(time).isBetween("09:00", "17:31");
                case PartlyTriaged e -> assertThat(time).isBetween("09:00", "17:31");
                case MeetingHeld e ->
                        assertThat(at).isBetween(e.heldAt(), e.slot().end().plusSeconds(3_600));
                case OutcomeRecorded e
                        when e.result() != ListingResult.VACATED
                                && e.result() != ListingResult.DISCONTINUED ->
                        assertThat(local.toLocalDate()).isEqualTo(e.hearingDate());
                default -> assertThat(time).isBetween("09:00", "21:31");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plays")
    void someAreStillOpenAtTheEnd(Played played) {
        List<List<EngagementEvent>> open =
                played.engagements().values().stream().filter(events -> !isClosed(events)).toList();
        long future =
                open.stream()
                        .map(List::getFirst)
                        .filter(
                                event ->
                                        event instanceof Submitted e
                                                && e.hearingDate()
                                                        .isAfter(LocalDate.of(2020, 11, 27)))
                        .count();

        assertThat(open).hasSizeBetween(30, 100);
        assertThat(future).isGreaterThan(20);
    }

    private static boolean isClosed(List<EngagementEvent> events) {
        return events.stream()
                .anyMatch(
                        event ->
                                event instanceof Withdrawn
                                        || (event instanceof OutcomeRecorded e && e.isFinal()));
    }

    @Test
    void theSameSeedPlaysTheSame() {
        assertThat(Played.pilot(7).told()).isEqualTo(Played.pilot(7).told());
    }

    @Test
    void anotherSeedPlaysAnother() {
        assertThat(Played.pilot(8).told()).isNotEqualTo(Played.pilot(7).told());
        assertThat(Played.pilot(8).engagements().keySet())
                .doesNotContainAnyElementsOf(Played.pilot(7).engagements().keySet());
    }

    @Test
    void idsAreUuidsOfVersionEight() {
        assertThat(Played.pilot(7).engagements().keySet())
                .allSatisfy(id -> assertThat(UUID.fromString(id.value()).version()).isEqualTo(8));
    }

    @Test
    void scaledItIsThePilotAmongOthers() {
        Played pilot = Played.pilot(7);
        Played scaled = Played.of(7, 4);
        Set<String> ofThePilot = pilot.aggregates();

        assertThat(
                        Played.told(
                                scaled.events().stream()
                                        .filter(e -> ofThePilot.contains(e.aggregateId()))))
                .isEqualTo(pilot.told());
        assertThat(scaled.events()).hasSizeGreaterThan(35 * pilot.events().size() / 10);
        assertThat(scaled.all(Submitted.class).stream().map(Submitted::court).distinct())
                .hasSize(12)
                .filteredOn(court -> !court.startsWith("B01"))
                .hasSize(9)
                .allMatch(court -> court.startsWith("X"));
        assertThat(
                        scaled.all(Submitted.class).stream()
                                .filter(request -> isOf(request, "example-and-co"))
                                .count())
                .isEqualTo(
                        pilot.all(Submitted.class).stream()
                                .filter(request -> isOf(request, "example-and-co"))
                                .count());
    }

    @Test
    void everyStoryOfTheDeckIsReachable() {
        List<Story> all =
                Stream.of(true, false).flatMap(ill -> Deck.ofCourt(ill).stream()).toList();

        assertThat(all.stream().map(Story::meeting)).contains(Story.Meeting.values());
        assertThat(all.stream().map(Story::pleas)).contains(Story.Pleas.values());
        assertThat(all.stream().map(Story::twist)).contains(Story.Twist.values());
        assertThat(all.stream().map(Story::triage)).contains(Story.Triage.values());
        assertThat(
                        all.stream()
                                .map(Story::ending)
                                .collect(
                                        Collectors.toCollection(
                                                () -> EnumSet.noneOf(Story.Ending.class))))
                .containsAll(Arrays.asList(Story.Ending.values()));
    }
}
