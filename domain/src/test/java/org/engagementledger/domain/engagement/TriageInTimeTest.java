package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.WorkingDays;
import org.junit.jupiter.api.Test;

/** Submitted on Monday 2 November 2020 at nine o'clock; triage has two working days. */
class TriageInTimeTest {

    private static final String MONDAY = "2020-11-02T09:00:00Z";
    private static final String WEDNESDAY = "2020-11-04T09:00:00Z";

    private static final Actor LEDGER = new Actor("triage-in-time", Role.SYSTEM, null);

    @Test
    void what_waits_for_too_long_is_escalated() {
        given(submitted())
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .then(triageEscalated(MONDAY))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void before_its_time_is_up_it_isnt() {
        given(submitted())
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at("2020-11-04T08:59:59.999Z")
                .thenRefused(TRIAGE_NOT_DUE, "")
                .saying("Triage has time until 09:00 on Wed 4 Nov 2020.");
    }

    @Test
    void the_time_is_counted_in_working_days_and_can_be_another() {
        Terms terms =
                new Terms(
                        TERMS.courts(),
                        Duration.ZERO,
                        10,
                        3,
                        new WorkingDays(Set.of(LocalDate.of(2020, 11, 3))::contains),
                        TERMS.waiting());
        given(submitted())
                .onTerms(terms)
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at("2020-11-06T08:59:59Z")
                .thenRefused(TRIAGE_NOT_DUE, "");
        given(submitted())
                .onTerms(terms)
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at("2020-11-06T09:00:00Z")
                .thenAccepted();
    }

    @Test
    void what_was_triaged_meanwhile_isnt_escalated() {
        given(submitted(), triaged(putForward("I1")))
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .thenRefused(NOTHING_TO_ESCALATE, "");
        given(submitted(), withdrawn())
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .thenRefused(CLOSED, "");
    }

    @Test
    void what_is_partly_triaged_goes_on_waiting() {
        given(submitted(2), partlyTriaged("I2", answered("I1")))
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .then(triageEscalated(MONDAY));
    }

    @Test
    void nothing_is_escalated_twice() {
        given(submitted(), triageEscalated(MONDAY))
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at("2020-11-05T09:00:00Z")
                .thenRefused(NOTHING_TO_ESCALATE, "");
    }

    @Test
    void a_new_issue_that_comes_while_others_wait_waits_with_them() {
        given(submitted(), amendedWithIssue("I2"))
                .when(escalateTriage(1, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .thenRefused(NOTHING_TO_ESCALATE, "");
        given(submitted(), amendedWithIssue("I2"))
                .when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .then(triageEscalated(MONDAY));
    }

    @Test
    void what_comes_back_into_triage_has_its_time_anew() {
        Scenario again =
                given(
                        submitted(),
                        triageEscalated(MONDAY),
                        triaged(putForward("I1")),
                        amendedWithIssue("I2"));
        again.when(escalateTriage(0, MONDAY))
                .by(LEDGER)
                .at("2020-11-09T09:00:00Z")
                .thenRefused(NOTHING_TO_ESCALATE, "");
        again.when(escalateTriage(3, "2020-11-05T09:00:00Z"))
                .by(LEDGER)
                .at("2020-11-09T09:00:00Z")
                .then(triageEscalated("2020-11-05T09:00:00Z"));
    }

    @Test
    void findings_recorded_in_error_bring_it_back_into_triage() {
        given(submitted(), triaged(putForward("I1")), recordedInError(1))
                .when(escalateTriage(2, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .then(triageEscalated(MONDAY));
    }

    @Test
    void a_withdrawal_recorded_in_error_does_too() {
        given(submitted(), triageEscalated(MONDAY), withdrawn(), recordedInError(2))
                .when(escalateTriage(3, MONDAY))
                .by(LEDGER)
                .at(WEDNESDAY)
                .then(triageEscalated(MONDAY));
    }

    @Test
    void what_is_wrong_comes_back_together() {
        given(submitted())
                .when(escalateTriage(5, MONDAY))
                .by(LEDGER)
                .thenRefusedWith(broken(NOTHING_TO_ESCALATE, ""), broken(TRIAGE_NOT_DUE, ""));
    }

    @Test
    void an_escalation_isnt_corrected() {
        given(submitted(), triageEscalated(MONDAY))
                .when(recordInError(1))
                .by(coordinator())
                .thenRefused(NOT_CORRECTABLE, "/sequence")
                .saying("That triage took too long follows from the calendar.");
    }
}
