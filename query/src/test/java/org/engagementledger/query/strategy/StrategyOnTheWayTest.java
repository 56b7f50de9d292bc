package org.engagementledger.query.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.ledger.axonserver.MessageSerializer;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.strategy.ActionEvidence.Because;
import org.engagementledger.query.strategy.ActionEvidence.CountedEngagement;
import org.engagementledger.query.strategy.ActionEvidence.RuleCount;
import org.engagementledger.query.strategy.ActionHistory.CountingRule;
import org.engagementledger.query.strategy.ActionHistory.LinkedEvidence;
import org.engagementledger.query.strategy.ActionHistory.PastCompletion;
import org.engagementledger.query.strategy.ActionHistory.PastJudgement;
import org.engagementledger.query.strategy.ActionHistory.Rebaselining;
import org.engagementledger.query.strategy.ActionHistory.Reopening;
import org.engagementledger.query.strategy.PlanProgress.AimProgress;
import org.engagementledger.query.strategy.PlanProgress.QuarterProgress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Questions about the strategy and their answers come to another instance as they were. */
class StrategyOnTheWayTest {

    private static final Actor LEAD = new Actor("strategy", Role.STRATEGY_LEAD, null);
    private static final StrategyActionId ACTION =
            StrategyActionId.of("a-plan", new ActionNumber("3.4"));
    private static final LocalDate DAY = LocalDate.of(2022, 10, 1);

    @TempDir private Path directory;

    private static ActionProgress progress() {
        return new ActionProgress(
                "a-plan:3.4",
                "3.4",
                7,
                3,
                "Title",
                "2022-Q2",
                DAY,
                "2022-Q1",
                Timeliness.OVERDUE,
                Completion.STARTED,
                40,
                new Judgement(ConfidenceGrade.IN_DOUBT, DAY, "Reason", true),
                DAY,
                null,
                new EvidenceCount(null, 7, 1, true, 5));
    }

    static Stream<Record> messages() {
        Cursor cursor = new Cursor(7, "8");
        ProgressTotals totals = ProgressTotals.of(List.of(progress()));
        CountingRule rule = new CountingRule("R1", EvidenceCriterion.CHILD, DAY, null);
        LinkedEvidence link = new LinkedEvidence(3, DAY, "e", null, "Note");
        return Stream.of(
                new SeeProgress(LEAD, "a-plan", DAY, DAY),
                new PlanProgress(
                        "a-plan",
                        DAY,
                        totals,
                        List.of(new AimProgress(3, "Aim", totals)),
                        List.of(new QuarterProgress(null, null, totals)),
                        List.of(progress())),
                new SeeAction(LEAD, ACTION, DAY, DAY),
                new SeeAction.Seen(
                        new ActionHistory(
                                DAY,
                                progress(),
                                "Aim",
                                DAY,
                                List.of(
                                        new Rebaselining(
                                                1, DAY, "2022-Q1", "2022-Q2", "Reason", "Board")),
                                List.of(new PastCompletion(3, DAY, DAY, null)),
                                List.of(new Reopening(4, DAY, "Reason")),
                                List.of(
                                        new PastJudgement(
                                                2,
                                                DAY,
                                                40,
                                                ConfidenceGrade.IN_DOUBT,
                                                "Reason",
                                                null)),
                                List.of(link),
                                null,
                                List.of(rule))),
                new FindChanges(LEAD, "a-plan", DAY, ACTION, cursor, 50),
                new FindChanges.Found(
                        List.of(
                                new ActionChange(
                                        1,
                                        DAY,
                                        "a-plan:3.4",
                                        "3.4",
                                        "Title",
                                        0,
                                        "id",
                                        "Reopened",
                                        Instant.parse("2022-10-01T09:00:00.123Z"),
                                        "strategy",
                                        "STRATEGY_LEAD",
                                        null,
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("reason", "Reason"))),
                        null,
                        true),
                new FindEvidence(LEAD, ACTION, DAY, DAY, cursor, 50),
                new FindEvidence.Found(
                        new ActionEvidence(
                                "a-plan:3.4",
                                7,
                                DAY,
                                new EvidenceCount(10L, 0, 1, false, 5),
                                List.of(new RuleCount(rule, null, true)),
                                List.of(
                                        new CountedEngagement(
                                                "e",
                                                List.of(
                                                        new Because(
                                                                "R1",
                                                                EvidenceCriterion.CHILD,
                                                                3,
                                                                "id",
                                                                9,
                                                                DAY)))),
                                List.of(link),
                                2L),
                        cursor));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theyArriveAsTheyWereSent(Record message) {
        MessageSerializer serializer =
                new MessageSerializer(
                        new Sealer(
                                new Keyring(
                                        new DriverManagerDataSource("jdbc:none"),
                                        MasterKey.createFile(directory.resolve("key.json")))));

        Object arrived = serializer.deserialize(serializer.serialize(message, byte[].class));

        assertThat(arrived).isEqualTo(message);
    }
}
