package org.engagementledger.api.strategy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.PlannedAction;
import org.engagementledger.domain.strategy.PlannedAim;
import org.engagementledger.domain.strategy.PlannedRule;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan, as a file or a request has it.
 *
 * @param plan its name
 * @param aims its aims, with the actions that serve them
 */
public record PlanFile(@Nullable String plan, @Nullable List<PlanAim> aims) {

    private static final ClassPathResource PROJECTS =
            new ClassPathResource("/strategy/defendants-2022-2023.json", PlanFile.class);

    /**
     * An aim, with its actions.
     *
     * @param aim its number
     * @param title the aim in a few words
     * @param actions the actions that serve it
     */
    public record PlanAim(
            @Nullable Integer aim, @Nullable String title, @Nullable List<PlanAction> actions) {}

    /**
     * An action of a plan.
     *
     * @param number its aim's number and its own within it, such as 1.1
     * @param title the action in a few words; official, and nobody's name
     * @param due the quarter by whose end it is to be done, such as 2022-Q2 for July to September
     *     2022; left out if the plan doesn't say
     * @param evidence by which rules engagements count as evidence of it
     */
    public record PlanAction(
            @Nullable String number,
            @Nullable String title,
            @Nullable String due,
            @Nullable List<PlanRule> evidence) {}

    /**
     * A rule by which engagements count as evidence of an action.
     *
     * @param criterion what an engagement has about it to count
     * @param from the first day in London on which what fits the criterion counts if it is
     *     recorded, whenever the engagement was submitted
     */
    public record PlanRule(@Nullable EvidenceCriterion criterion, @Nullable LocalDate from) {}

    /** The Defendants Strategy Action Plan 2022–2023, with short titles of the project's own. */
    public static PlanFile ofTheProject() {
        try (InputStream file = PROJECTS.getInputStream()) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, PlanFile.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Asks for it to be adopted. */
    public AdoptPlan command() {
        Shape shape = new Shape();
        return shape.complete(
                new AdoptPlan(plan, shape.each(aims, "/aims", (aim, at) -> aim(aim, at, shape))));
    }

    private static PlannedAim aim(PlanAim aim, String at, Shape shape) {
        return new PlannedAim(
                aim.aim(),
                aim.title(),
                shape.each(
                        aim.actions(),
                        at + "/actions",
                        (action, place) -> action(action, place, shape)));
    }

    private static PlannedAction action(PlanAction action, String at, Shape shape) {
        return new PlannedAction(
                action.number(),
                action.title(),
                action.due(),
                shape.each(
                        action.evidence(),
                        at + "/evidence",
                        (rule, place) -> new PlannedRule(rule.criterion(), rule.from())));
    }
}
