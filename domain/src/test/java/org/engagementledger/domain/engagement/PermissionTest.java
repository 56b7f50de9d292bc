package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Request.request;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.command.Submit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what, role by role and command by command. */
class PermissionTest {

    private static final List<Role> COLUMNS =
            List.of(
                    Role.DEFENCE_PRACTITIONER,
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.HMCTS_CONTACT,
                    Role.POLICE_CONTACT,
                    Role.COORDINATOR,
                    Role.STRATEGY_LEAD,
                    Role.AUDITOR,
                    Role.DATA_PROTECTION_OFFICER,
                    Role.OPERATOR,
                    Role.SYSTEM);

    /**
     * {@code may} is may, {@code own} is may for the own firm, {@code lip} is may for a litigant in
     * person, {@code -} is may not.
     */
    private static final String TABLE =
            """
                                   defence triage lead hmcts police coord strat audit dpo oper sys
            Submit                 own     -      -    -     -      lip   -     -     -   -    -
            Amend                  own     -      -    -     -      lip   -     -     -   -    -
            RequestInformation     -       may    may  -     -      -     -     -     -   -    -
            EscalateTriage         -       -      -    -     -      -     -     -     -   -    may
            Triage                 -       may    -    -     -      -     -     -     -   -    -
            Resolve                -       may    may  -     -      -     -     -     -   -    -
            BookSlot               own     may    -    -     -      may   -     -     -   -    -
            CancelBooking          own     may    -    -     -      may   -     -     -   -    -
            JoinWaitingList        own     may    -    -     -      may   -     -     -   -    -
            LeaveWaitingList       own     may    -    -     -      may   -     -     -   -    -
            OfferSlot              -       -      -    -     -      -     -     -     -   -    may
            AcceptOffer            own     may    -    -     -      may   -     -     -   -    -
            DeclineOffer           own     may    -    -     -      may   -     -     -   -    -
            ExpireOffer            -       -      -    -     -      -     -     -     -   -    may
            EndWaiting             -       -      -    -     -      -     -     -     -   -    may
            HoldMeeting            -       -      may  -     -      -     -     -     -   -    -
            MissMeeting            -       -      may  -     -      may   -     -     -   -    -
            OfferPlea              own     -      -    -     -      lip   -     -     -   -    -
            WithdrawPleaOffer      own     -      -    -     -      lip   -     -     -   -    -
            IndicatePlea           -       -      may  -     -      -     -     -     -   -    -
            RejectPlea             -       -      may  -     -      -     -     -     -   -    -
            AgreePlea              -       -      may  -     -      -     -     -     -   -    -
            RelistHearing          own     may    may  -     -      may   -     -     -   -    -
            TransferRepresentation -       -      -    -     -      may   -     -     -   -    -
            Withdraw               own     -      -    -     -      lip   -     -     -   -    -
            RecordOutcome          -       -      may  -     -      -     -     -     -   -    -
            RecordInError          -       -      -    -     -      may   -     -     -   -    -
            """;

    private static final List<EngagementCommand> COMMANDS =
            List.of(
                    request().submit(),
                    raise(Request.issue()),
                    requestInformation(),
                    escalateTriage(0, "2020-11-02T09:00:00Z"),
                    triage(answered("I1")),
                    resolve("I1"),
                    bookSlot("15:20"),
                    cancelBooking(),
                    joinWaitingList(),
                    leaveWaitingList(),
                    offerSlot("15:20"),
                    acceptOffer(),
                    declineOffer(),
                    expireOffer("15:20"),
                    endWaiting(),
                    holdMeeting(agreed("I1")),
                    missMeeting(Party.DEFENCE),
                    offerPlea(Plea.GUILTY),
                    withdrawOffer("P1"),
                    indicatePlea(Plea.GUILTY, null),
                    rejectPlea("P1"),
                    agreePlea("P1"),
                    relist("2020-12-01"),
                    transferTo(OTHER_FIRM),
                    withdraw(),
                    recordOutcome(ListingResult.EFFECTIVE),
                    recordInError(1));

    @TestFactory
    Stream<DynamicTest> each_role_may_do_what_the_table_says() {
        return TABLE.lines()
                .skip(1)
                .flatMap(
                        line -> {
                            List<String> cells = List.of(line.split(" +", -1));
                            EngagementCommand command = command(cells.getFirst());
                            return Stream.iterate(0, i -> i < COLUMNS.size(), i -> i + 1)
                                    .map(i -> test(command, COLUMNS.get(i), cells.get(i + 1)));
                        });
    }

    private static DynamicTest test(EngagementCommand command, Role role, String cell) {
        return DynamicTest.dynamicTest(
                command.getClass().getSimpleName() + " by " + role + ": " + cell,
                () -> {
                    switch (cell) {
                        case "may" -> {
                            assertThat(asked(command, actor(role), false)).isEmpty();
                            assertThat(asked(command, actor(role), true)).isEmpty();
                        }
                        case "own" -> {
                            assertThat(asked(command, practitioner(), false)).isEmpty();
                            assertThat(asked(command, practitionerOf(OTHER_FIRM), false))
                                    .containsExactly(ENGAGEMENT_UNKNOWN);
                            assertThat(asked(command, practitioner(), true))
                                    .containsExactly(ENGAGEMENT_UNKNOWN);
                            assertThat(asked(command, new Actor("x", role, null), false))
                                    .containsExactly(FIRM_REQUIRED);
                        }
                        case "lip" -> {
                            assertThat(asked(command, actor(role), true)).isEmpty();
                            assertThat(asked(command, actor(role), false))
                                    .isEqualTo(
                                            command instanceof Submit
                                                    ? List.of()
                                                    : List.of(ON_BEHALF_OF_IN_PERSON));
                        }
                        default -> {
                            assertThat(asked(command, actor(role), false))
                                    .containsExactly(NOT_PERMITTED);
                            assertThat(asked(command, actor(role), true))
                                    .containsExactly(NOT_PERMITTED);
                            assertThat(never(command, actor(role))).containsExactly(NOT_PERMITTED);
                        }
                    }
                });
    }

    /** Why whoever asks may not; other rules that the command may break don't matter here. */
    private static List<Rule> asked(EngagementCommand command, Actor actor, boolean inPerson) {
        Scenario engagement = given(inPerson ? submittedInPerson() : submitted());
        return forbidden(engagement.when(command).by(actor).refusals());
    }

    private static List<Rule> never(EngagementCommand command, Actor actor) {
        return forbidden(given().when(command).by(actor).refusals());
    }

    private static List<Rule> forbidden(List<Refusal> refusals) {
        return refusals.stream()
                .map(Refusal::rule)
                .filter(rule -> rule.kind() == Rule.Kind.FORBIDDEN || rule == ENGAGEMENT_UNKNOWN)
                .toList();
    }

    private static EngagementCommand command(String name) {
        return COMMANDS.stream()
                .filter(command -> command.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_table_is_whole() {
        assertThat(COLUMNS).containsExactly(Role.values());
        assertThat(TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(
                        Arrays.stream(EngagementCommand.class.getPermittedSubclasses())
                                .flatMap(
                                        kind ->
                                                kind.isSealed()
                                                        ? Arrays.stream(
                                                                kind.getPermittedSubclasses())
                                                        : Stream.of(kind))
                                .map(Class::getSimpleName)
                                .toList());
    }

    @Test
    void a_coordinator_submits_for_a_litigant_in_person_only() {
        given().when(request().inPerson()).by(coordinator()).thenAccepted();
        given().when(request())
                .by(coordinator())
                .thenRefused(IN_PERSON_BY_COORDINATOR, "/inPerson");
    }

    @Test
    void what_is_closed_is_closed_to_everybody_but_for_a_correction() {
        Scenario closed = given(submitted(), withdrawn());
        for (EngagementCommand command : COMMANDS) {
            for (Role role : Role.values()) {
                List<Refusal> refusals = closed.when(command).by(actor(role)).refusals();
                boolean correction = command instanceof RecordInError && role == Role.COORDINATOR;
                assertThat(refusals.isEmpty()).isEqualTo(correction);
            }
        }
    }
}
