package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.engagementledger.command.Answer;
import org.engagementledger.command.MovableClock;
import org.engagementledger.command.Wiring;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command reaches its engagement, and what follows is written with who, when and why. */
class EngagementAggregateTest {

    private static final PleaId PLEA = PleaId.numbered(1);
    private static final Instant AFTER_THE_SLOT = START.plus(Duration.ofHours(1));
    private static final Note WORDS = shared("In so many words");
    private static final VictimsViews VIEWS =
            new VictimsViews(
                    Consideration.CONSIDERED,
                    new Note(Visibility.PROSECUTION_ONLY, personal("As said")));

    private final MovableClock clock = new MovableClock(AFTER_THE_SLOT);
    private FixtureConfiguration<EngagementAggregate> fixture;

    @BeforeEach
    void open() {
        fixture = Wiring.fixture(EngagementAggregate.class, clock);
    }

    private EventMessage<?> lastWritten() {
        return fixture.getEventStore().readEvents(ENGAGEMENT.value()).asStream().toList().getLast();
    }

    /** A command, the events before it, who asks, and the event that follows from it. */
    static Stream<Arguments> commands() {
        Object triaged = new Triaged(ENGAGEMENT, putForward(ENGAGEMENT).findings());
        Object booked = new SlotBooked(ENGAGEMENT, slot(SURGERY, START));
        PleaOffered offered =
                new PleaOffered(
                        ENGAGEMENT, PLEA, DEFENDANT, OFFENCE, Plea.GUILTY, null, AFTER_THE_SLOT);
        List<Object> inTheMeeting = List.of(submitted(ENGAGEMENT), triaged, booked);
        List<Object> inTriage = List.of(submitted(ENGAGEMENT));
        List<Object> withAnOffer = List.of(submitted(ENGAGEMENT), offered);
        Role defence = Role.DEFENCE_PRACTITIONER;
        Role lead = Role.DISTRICT_CROWN_PROSECUTOR;
        return Stream.of(
                Arguments.of(
                        inTriage,
                        new RequestInformation(ENGAGEMENT, Party.DEFENCE, WORDS, WORDS, null),
                        Role.TRIAGE_OFFICER,
                        new InformationRequested(
                                ENGAGEMENT,
                                RequestId.numbered(1),
                                Party.DEFENCE,
                                WORDS,
                                WORDS,
                                null)),
                Arguments.of(inTheMeeting, hold(), lead, held()),
                Arguments.of(
                        inTheMeeting,
                        new MissMeeting(ENGAGEMENT, List.of(Party.DEFENCE), null),
                        lead,
                        new MeetingMissed(
                                ENGAGEMENT, slot(SURGERY, START), List.of(Party.DEFENCE), null)),
                Arguments.of(
                        inTriage,
                        new OfferPlea(ENGAGEMENT, DEFENDANT, OFFENCE, Plea.GUILTY, null, null),
                        defence,
                        offered),
                Arguments.of(
                        withAnOffer,
                        new WithdrawPleaOffer(ENGAGEMENT, PLEA, WORDS, null),
                        defence,
                        new PleaOfferWithdrawn(ENGAGEMENT, PLEA, WORDS, AFTER_THE_SLOT)),
                Arguments.of(
                        inTriage,
                        new IndicatePlea(ENGAGEMENT, DEFENDANT, OFFENCE, Plea.GUILTY, null, null),
                        lead,
                        new PleaIndicated(
                                ENGAGEMENT,
                                PLEA,
                                DEFENDANT,
                                OFFENCE,
                                Plea.GUILTY,
                                null,
                                AFTER_THE_SLOT)),
                Arguments.of(
                        withAnOffer,
                        new RejectPlea(ENGAGEMENT, PLEA, WORDS, null),
                        lead,
                        new PleaRejected(ENGAGEMENT, PLEA, WORDS, AFTER_THE_SLOT)),
                Arguments.of(
                        withAnOffer,
                        new AgreePlea(ENGAGEMENT, PLEA, VIEWS, null, null),
                        lead,
                        new PleaAgreed(
                                ENGAGEMENT,
                                PLEA,
                                by(lead).actor().id(),
                                VIEWS,
                                null,
                                AFTER_THE_SLOT)));
    }

    private static HoldMeeting hold() {
        return new HoldMeeting(
                ENGAGEMENT,
                START.plus(Duration.ofMinutes(5)),
                attendees(),
                List.of(new MeetingOutcome(ISSUE, MeetingResult.DISPUTED, null)),
                List.of(),
                List.of());
    }

    private static MeetingHeld held() {
        return new MeetingHeld(
                ENGAGEMENT,
                slot(SURGERY, START),
                START.plus(Duration.ofMinutes(5)),
                attendees(),
                hold().outcomes(),
                List.of(),
                List.of());
    }

    private static List<Attendee> attendees() {
        return List.of(
                new Attendee(AttendeeRole.LEAD_DISTRICT_CROWN_PROSECUTOR, personal("Lee Invented")),
                new Attendee(AttendeeRole.DEFENCE_PRACTITIONER, personal("Ada Specimen")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsRoutedAndItsEventIsWritten(
            List<Object> before, EngagementCommand command, Role role, EngagementEvent event) {
        List<String> created = event.created() == null ? List.of() : List.of(event.created());
        fixture.given(before)
                .when(command, by(role).metadata())
                .expectEvents(event)
                .expectResultMessagePayload(
                        new Answer.Accepted(before.size(), created, event.notices()));

        EventMessage<?> written = lastWritten();
        Instant occurredAt = event.occurredAt();
        assertThat(written.getMetaData())
                .containsAllEntriesOf(by(role).metadata())
                .containsEntry("recordedAt", AFTER_THE_SLOT.toString())
                .containsEntry(
                        "occurredAt", (occurredAt == null ? AFTER_THE_SLOT : occurredAt).toString())
                .containsKeys("correlationId", "causationId");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRefusalIsAnAnswerAndWritesNothing(
            List<Object> before, EngagementCommand command, Role role, EngagementEvent event) {
        fixture.given(before)
                .when(command, by(Role.AUDITOR).metadata())
                .expectNoEvents()
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(
                        new Answer.Refused(Refusal.of(Rule.NOT_PERMITTED, "", "auditor")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nobodyAsksAnonymously(
            List<Object> before, EngagementCommand command, Role role, EngagementEvent event) {
        fixture.given(before)
                .when(command, Map.of())
                .expectNoEvents()
                .expectException(NoHandlerForCommandException.class);
    }

    @Test
    void whenSomethingHappenedIsTheEventsWhenItWasWrittenIsTheCommands() {
        fixture.given(
                        submitted(ENGAGEMENT),
                        new Triaged(ENGAGEMENT, putForward(ENGAGEMENT).findings()),
                        new SlotBooked(ENGAGEMENT, slot(SURGERY, START)))
                .when(hold(), by(Role.DISTRICT_CROWN_PROSECUTOR).metadata())
                .expectSuccessfulHandlerExecution();

        assertThat(lastWritten().getMetaData())
                .containsEntry("occurredAt", "2020-11-05T15:05:00Z")
                .containsEntry("recordedAt", "2020-11-05T16:00:00Z");
    }

    @Test
    void theStateIsThatOfTheEventsAndHoldsNothingPersonal() {
        fixture.given(submitted(ENGAGEMENT))
                .when(
                        new OfferPlea(ENGAGEMENT, DEFENDANT, OFFENCE, Plea.GUILTY, null, null),
                        byDefence().metadata())
                .expectState(
                        aggregate ->
                                assertThat(aggregate)
                                        .usingRecursiveAssertion()
                                        .allFieldsSatisfy(
                                                value -> !String.valueOf(value).contains("Ada")));
    }
}
