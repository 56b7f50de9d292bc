package org.engagementledger.command.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.engagementledger.command.Cases.*;

import java.util.List;
import org.engagementledger.command.Answer;
import org.engagementledger.command.WriteSide;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.Withdraw;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The write side with two surgeries, on which a case is brought as far as a test needs. */
abstract class WithTwoSurgeries {

    static final EngagementId ANOTHER = new EngagementId("engagement-2");

    final WriteSide side = new WriteSide();

    @BeforeEach
    void twoSurgeries() {
        Role coordinator = Role.COORDINATOR;
        assertAccepted(side.commands().send(schedule(SURGERY, START), by(coordinator)));
        assertAccepted(side.commands().send(schedule(NEXT_SURGERY, NEXT_START), by(coordinator)));
    }

    @AfterEach
    void close() {
        side.close();
    }

    Answer ask(EngagementCommand command, Role role) {
        return side.commands().send(command, by(role));
    }

    static void assertAccepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    void given(EngagementCommand command, Role role) {
        assertAccepted(ask(command, role));
    }

    void givenBooked() {
        given(submit(ENGAGEMENT), Role.DEFENCE_PRACTITIONER);
        given(putForward(ENGAGEMENT), Role.TRIAGE_OFFICER);
        given(book(ENGAGEMENT, SURGERY, START), Role.DEFENCE_PRACTITIONER);
    }

    void assertRefused(Answer answer, Rule rule, int unitsBefore) {
        assertThat(answer)
                .asInstanceOf(type(Answer.Refused.class))
                .extracting(refused -> refused.refusals().stream().map(Refusal::rule).toList())
                .isEqualTo(List.of(rule));
        assertThat(side.written()).hasSize(unitsBefore);
    }

    static Withdraw withdraw() {
        return new Withdraw(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, null);
    }
}
