package org.engagementledger.command.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.engagementledger.command.Answer;
import org.engagementledger.command.MovableClock;
import org.engagementledger.command.Wiring;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.Cause;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordSent;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.InvitationPrepared;
import org.engagementledger.domain.correspondence.MailSent;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.surgery.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrespondenceAggregateTest {

    private static final CorrespondenceId ID = CorrespondenceId.of(ENGAGEMENT);
    private static final Recipient DEFENCE =
            new Recipient(
                    "defence-1",
                    Part.DEFENCE,
                    null,
                    FIRM,
                    personal("ada@specimen.cjsm.net"),
                    true,
                    Delivery.MAIL);
    private static final Appointment APPOINTMENT =
            new Appointment(
                    new Slot(SURGERY, START, START.plusSeconds(1200)),
                    null,
                    new Court(BROMLEY, "Bromley Magistrates' Court"),
                    URN,
                    Stage.PRE_TRIAL,
                    LocalDate.parse("2020-11-20"),
                    List.of());
    private static final Cause CAUSE = new Cause(ENGAGEMENT.value(), 2, NOW);
    private static final InvitationPrepared PREPARED =
            new InvitationPrepared(
                    ID,
                    ENGAGEMENT,
                    1,
                    CAUSE,
                    Method.REQUEST,
                    UUID.nameUUIDFromBytes((ENGAGEMENT + "-1").getBytes(UTF_8)).toString(),
                    0,
                    "surgery@ledger.example",
                    APPOINTMENT,
                    personal("Ada Specimen"),
                    List.of(DEFENCE));

    private FixtureConfiguration<CorrespondenceAggregate> fixture;

    @BeforeEach
    void open() {
        fixture = Wiring.fixture(CorrespondenceAggregate.class, new MovableClock(NOW));
    }

    private static Invite invite() {
        return new Invite(
                ID,
                ENGAGEMENT,
                CAUSE,
                true,
                APPOINTMENT,
                "surgery@ledger.example",
                personal("Ada Specimen"),
                List.of(DEFENCE),
                List.of());
    }

    @Test
    void theFirstInvitationBeginsTheCorrespondence() {
        fixture.givenNoPriorActivity()
                .when(invite(), by(Role.SYSTEM).metadata())
                .expectEvents(PREPARED)
                .expectResultMessagePayload(new Answer.Accepted(0, List.of(), List.of()));

        assertThat(
                        fixture.getEventStore()
                                .readEvents(ID.value())
                                .asStream()
                                .toList()
                                .getLast()
                                .getMetaData())
                .containsEntry("recordedAt", NOW.toString())
                .containsKeys("correlationId", "causationId");
    }

    @Test
    void whatIsAskedTwiceIsWrittenOnce() {
        fixture.given(PREPARED)
                .when(invite(), by(Role.SYSTEM).metadata())
                .expectNoEvents()
                .expectResultMessagePayload(new Answer.Accepted(0, List.of(), List.of()));
    }

    @Test
    void aSendingIsWritten() {
        fixture.given(PREPARED)
                .when(
                        new RecordSent(ID, 1, "defence-1", "<1@ledger.example>"),
                        by(Role.SYSTEM).metadata())
                .expectEvents(
                        new MailSent(ID, ENGAGEMENT, 1, "defence-1", "<1@ledger.example>", 1));
    }

    @Test
    void whereNothingWasWrittenNothingIsSent() {
        fixture.givenNoPriorActivity()
                .when(
                        new RecordSent(ID, 1, "defence-1", "<1@ledger.example>"),
                        by(Role.SYSTEM).metadata())
                .expectNoEvents()
                .expectResultMessagePayload(new Answer.Accepted(-1, List.of(), List.of()));
    }

    @Test
    void nobodyElseAsksForALetter() {
        fixture.givenNoPriorActivity()
                .when(invite(), by(Role.COORDINATOR).metadata())
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Answer.Refused(Refusal.of(Rule.NOT_PERMITTED, "", "coordinator")));
    }
}
