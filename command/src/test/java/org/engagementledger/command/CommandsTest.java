package org.engagementledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final CancelBooking COMMAND = new CancelBooking(Cases.ENGAGEMENT, null);
    private static final Answer ACCEPTED = new Answer.Accepted(3, List.of("P1"), List.of());

    private final List<CommandMessage<?>> received = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands =
            Wiring.commands(DefaultCommandGateway.builder().commandBus(bus).build());

    /** The handler's answer to the first attempt, the second, and so on. */
    private void answer(IntFunction<Object> attempt) {
        for (Class<?> type : List.of(CancelBooking.class, Schedule.class)) {
            bus.subscribe(
                    type.getName(),
                    message -> {
                        received.add(message);
                        Object answer = attempt.apply(received.size());
                        if (answer instanceof Exception failure) {
                            throw failure;
                        }
                        return answer;
                    });
        }
    }

    @Test
    void theAnswerIsTheHandlers() {
        answer(attempt -> ACCEPTED);

        assertThat(commands.send(COMMAND, Cases.byDefence())).isEqualTo(ACCEPTED);
        assertThat(received).hasSize(1);
    }

    @Test
    void aCommandSaysByWhomAndByWhichDoor() {
        answer(attempt -> ACCEPTED);
        commands.send(COMMAND, Cases.byDefence());

        assertThat(received.getFirst().getMetaData())
                .containsEntry("actor", "login-D")
                .containsEntry("role", "DEFENCE_PRACTITIONER")
                .containsEntry("firm", "firm-specimen")
                .containsEntry("channel", "http")
                .containsEntry("idempotencyKeyHash", "key-hash");
    }

    @Test
    void aLostRaceIsRunAgain() {
        answer(attempt -> attempt < 3 ? new ConcurrencyException("lost") : ACCEPTED);

        assertThat(commands.send(COMMAND, Cases.byDefence())).isEqualTo(ACCEPTED);
        assertThat(received).hasSize(3);
    }

    @Test
    void soIsOneAboutBeingTheFirst() {
        answer(attempt -> attempt < 2 ? new AggregateStreamCreationException("lost") : ACCEPTED);

        assertThat(commands.send(Cases.schedule(Cases.SURGERY, Cases.START), Cases.byDefence()))
                .isEqualTo(ACCEPTED);
        assertThat(received).hasSize(2);
    }

    @Test
    void everyAttemptIsACommandOfItsOwn() {
        answer(attempt -> attempt < 3 ? new ConcurrencyException("lost") : ACCEPTED);
        commands.send(COMMAND, Cases.byDefence());

        assertThat(received).extracting(CommandMessage::getIdentifier).doesNotHaveDuplicates();
    }

    @Test
    void whoeverLosesAgainAndAgainIsTold() {
        answer(attempt -> new ConcurrencyException("lost " + attempt));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> commands.send(COMMAND, Cases.byDefence()))
                .withMessage("lost 8");
        assertThat(received).hasSize(8);
    }

    @Test
    void anythingElseIsNotTriedAgain() {
        answer(attempt -> new IllegalStateException("broken"));

        assertThatIllegalStateException()
                .isThrownBy(() -> commands.send(COMMAND, Cases.byDefence()));
        assertThat(received).hasSize(1);
    }

    @Test
    void anEngagementThatIsNotThereIsARefusal() {
        answer(attempt -> new AggregateNotFoundException("engagement-1", "no such aggregate"));

        assertThat(commands.send(COMMAND, Cases.byDefence()))
                .isEqualTo(new Answer.Refused(Refusal.of(Rule.ENGAGEMENT_UNKNOWN, "")));
    }
}
