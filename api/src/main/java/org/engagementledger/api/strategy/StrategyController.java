package org.engagementledger.api.strategy;

import java.time.LocalDate;
import java.util.Optional;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Adoption;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.strategy.StrategyCommand.Complete;
import org.engagementledger.domain.strategy.StrategyCommand.DeclareEvidenceRule;
import org.engagementledger.domain.strategy.StrategyCommand.EndEvidenceRule;
import org.engagementledger.domain.strategy.StrategyCommand.LinkEvidence;
import org.engagementledger.domain.strategy.StrategyCommand.Rebaseline;
import org.engagementledger.domain.strategy.StrategyCommand.Reopen;
import org.engagementledger.domain.strategy.StrategyCommand.ReportProgress;
import org.engagementledger.domain.strategy.StrategyCommand.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A strategy lead adopts the plan, and says how its actions go. */
@RestController
@RequestMapping(
        path = "/api/strategy",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class StrategyController {

    private final Commands commands;

    StrategyController(Commands commands) {
        this.commands = commands;
    }

    /** Nothing more is to be said to start one. */
    record ActionStart() {}

    /**
     * How far an action is. It is official, and says nothing about a person or a case.
     *
     * @param percent which share of it is done, from 0 to 100
     * @param confidence how likely it is to be delivered, as whoever reports it judges
     * @param reason why they judge so
     * @param note what else there is to say
     */
    record ProgressReport(
            @Nullable Integer percent,
            @Nullable ConfidenceGrade confidence,
            @Nullable String reason,
            @Nullable String note) {}

    /**
     * What is evidence of an action: either an engagement or a document.
     *
     * @param engagement an engagement's id, which isn't looked up. It is shown to whoever may see
     *     the engagement
     * @param document an https link
     * @param note what it is evidence of; official, and nothing about a person
     */
    record EvidenceLink(
            @Nullable String engagement, @Nullable String document, @Nullable String note) {}

    /**
     * Another quarter for an action.
     *
     * @param to the quarter by whose end it is to be done from now on, such as 2022-Q4
     * @param reason why
     * @param decidedBy who decided it: an office or a board, nobody's name
     */
    record ActionRebaseline(
            @Nullable String to, @Nullable String reason, @Nullable String decidedBy) {

        /** Without a quarter if it is none that can be read: then it is refused. */
        Rebaseline command(StrategyActionId action) {
            return new Rebaseline(
                    action,
                    Optional.ofNullable(to).flatMap(Quarter::read).orElse(null),
                    reason,
                    decidedBy);
        }

        /** The answer to it: a quarter that can't be read isn't one that is missing. */
        Answer answer(Answer answer) {
            return answer instanceof Answer.Refused(var refusals)
                            && to != null
                            && !Checks.isBlank(to)
                    ? new Answer.Refused(refusals.stream().map(ActionRebaseline::unread).toList())
                    : answer;
        }

        private static Refusal unread(Refusal refusal) {
            return refusal.rule() == Rule.REQUIRED && refusal.field().equals("/to")
                    ? Refusal.of(Rule.QUARTER_MALFORMED, "/to")
                    : refusal;
        }
    }

    /**
     * That an action is done.
     *
     * @param on on which day it was done, in London: it says whether that was in time. It may lie
     *     before the plan was adopted here, but not before the day on which the action was last
     *     reopened, nor before the year 2000, and never in the future
     * @param note what there is to say about it
     */
    record ActionCompletion(@Nullable LocalDate on, @Nullable String note) {}

    /**
     * That an action isn't done after all.
     *
     * @param reason why
     */
    record ActionReopening(@Nullable String reason) {}

    /**
     * A further rule by which engagements count as evidence of an action.
     *
     * @param criterion what an engagement has about it to count
     * @param from the first day in London on which what fits the criterion counts if it is
     *     recorded, whenever the engagement was submitted
     */
    record NewEvidenceRule(@Nullable EvidenceCriterion criterion, @Nullable LocalDate from) {}

    /**
     * That a rule counts no longer.
     *
     * @param last the last day in London on which what fits the rule counts if it is recorded
     */
    record EvidenceRuleEnd(@Nullable LocalDate last) {}

    /**
     * A strategy lead adopts the plan: the project's own, or the one in the body. All its actions
     * are adopted, or none and every mistake is named. Those that stand already as the plan has
     * them stay as they are; the answer says which. One that stands otherwise is a mistake: its
     * date is changed by rebaselining it, its rules are declared and ended one by one.
     */
    @PostMapping("/adoption")
    ResponseEntity<Adoption> adoptPlan(
            @RequestBody(required = false) @Nullable PlanFile body, Caller caller) {
        AdoptPlan command = (body == null ? PlanFile.ofTheProject() : body).command();
        return Answers.adopted(
                command, commands.send(command, caller.provenance(), caller.conditionsOfMaking()));
    }

    /** A strategy lead says that work on an action has begun. */
    @PostMapping("/actions/{number}/start")
    ResponseEntity<Result> startAction(
            @PathVariable String number, @RequestBody ActionStart body, Caller caller) {
        return act(new Start(action(number)), caller);
    }

    /**
     * A strategy lead says how far an action is, and how confident they are that it is delivered.
     */
    @PostMapping("/actions/{number}/progress")
    ResponseEntity<Result> reportProgress(
            @PathVariable String number, @RequestBody ProgressReport body, Caller caller) {
        return act(
                new ReportProgress(
                        action(number),
                        body.percent(),
                        body.confidence(),
                        body.reason(),
                        body.note()),
                caller);
    }

    /**
     * A strategy lead or a coordinator names an engagement or a document as evidence of an action.
     * Whether there is such an engagement isn't said.
     */
    @PostMapping("/actions/{number}/evidence")
    ResponseEntity<Result> linkEvidence(
            @PathVariable String number, @RequestBody EvidenceLink body, Caller caller) {
        return act(
                new LinkEvidence(
                        action(number),
                        body.engagement() == null ? null : new EngagementId(body.engagement()),
                        body.document(),
                        body.note()),
                caller);
    }

    /**
     * A strategy lead has an action due in another quarter. One that has no date never gets one.
     */
    @PostMapping("/actions/{number}/rebaseline")
    ResponseEntity<Result> rebaselineAction(
            @PathVariable String number, @RequestBody ActionRebaseline body, Caller caller) {
        Rebaseline command = body.command(action(number));
        return Answers.done(command.action().value(), body.answer(send(command, caller)));
    }

    /** A strategy lead says that an action is done. */
    @PostMapping("/actions/{number}/completion")
    ResponseEntity<Result> completeAction(
            @PathVariable String number, @RequestBody ActionCompletion body, Caller caller) {
        return act(new Complete(action(number), body.on(), body.note()), caller);
    }

    /** A strategy lead says that an action isn't done after all: it is under way again. */
    @PostMapping("/actions/{number}/reopening")
    ResponseEntity<Result> reopenAction(
            @PathVariable String number, @RequestBody ActionReopening body, Caller caller) {
        return act(new Reopen(action(number), body.reason()), caller);
    }

    /**
     * A strategy lead has engagements count as evidence of an action by a further rule. Its id,
     * such as R1, is among what was {@code created}.
     */
    @PostMapping("/actions/{number}/rules")
    ResponseEntity<Result> declareEvidenceRule(
            @PathVariable String number, @RequestBody NewEvidenceRule body, Caller caller) {
        return act(new DeclareEvidenceRule(action(number), body.criterion(), body.from()), caller);
    }

    /** A strategy lead has what is recorded of engagements later not count by a rule any more. */
    @PostMapping("/actions/{number}/rules/{rule}/end")
    ResponseEntity<Result> endEvidenceRule(
            @PathVariable String number,
            @PathVariable String rule,
            @RequestBody EvidenceRuleEnd body,
            Caller caller) {
        return act(new EndEvidenceRule(action(number), rule, body.last()), caller);
    }

    private static StrategyActionId action(String number) {
        return ActionNumber.read(number)
                .map(it -> StrategyActionId.of(AdoptPlan.PLAN, it))
                .orElseThrow(() -> Refused.by(Rule.ACTION_UNKNOWN));
    }

    private ResponseEntity<Result> act(StrategyCommand command, Caller caller) {
        return Answers.done(command.action().value(), send(command, caller));
    }

    private Answer send(StrategyCommand command, Caller caller) {
        return commands.send(command, caller.provenance(), caller.conditions());
    }
}
