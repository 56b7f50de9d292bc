package org.engagementledger.command.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.AdoptPlan.Placed;
import org.engagementledger.domain.strategy.StrategyAction;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.springframework.stereotype.Component;

/** Adopts a plan's actions in one unit of work: all of them, or none. */
@Component
class Plans {

    private final Repository<StrategyActionAggregate> actions;

    Plans(Repository<StrategyActionAggregate> actions) {
        this.actions = actions;
    }

    /**
     * What was created are the numbers of the actions that weren't adopted before, and the version
     * that of the last of them.
     */
    @CommandHandler
    Answer handle(AdoptPlan command, Asked asked) {
        if (!StrategyAction.adopters().contains(asked.actor().role())) {
            return new Answer.Refused(
                    Refusal.of(Rule.NOT_PERMITTED, "", Checks.words(asked.actor().role())));
        }
        Checks checks = new Checks(asked.actor());
        List<Placed> placed = command.actions(checks);
        hold(placed);
        Together together = new Together();
        List<String> adopted = new ArrayList<>();
        long version = -1;
        for (Placed one : placed) {
            StrategyActionId id = one.adopt().action();
            Aggregate<StrategyActionAggregate> aggregate = load(id);
            Decision<StrategyEvent> decision =
                    aggregate.invoke(
                            it -> it.action().decide(one.adopt(), asked.actor(), asked.now()));
            decision.refusals().forEach(refusal -> checks.refuse(one.inPlan(refusal)));
            if (decision instanceof Decision.Accepted(List<StrategyEvent> events)
                    && !events.isEmpty()) {
                adopted.add(id.number().value());
                version = events.size() - 1L;
            }
            together.plan(decision, event -> aggregate.execute(it -> it.write(event, asked.now())));
        }
        Decision<Object> decision = checks.then(together::events);
        if (decision instanceof Decision.Refused(var refusals)) {
            return new Answer.Refused(refusals);
        }
        Answer.Accepted answer = new Answer.Accepted(version, adopted, List.of());
        if (asked.conditions().dryRun()) {
            return Answer.Foreseen.with(answer, together.events());
        }
        together.write();
        return answer;
    }

    /** Whoever loads several loads them in the order of their ids, and so waits for nobody. */
    private void hold(List<Placed> placed) {
        placed.stream()
                .map(one -> one.adopt().action())
                .sorted(Comparator.comparing(StrategyActionId::value))
                .forEach(this::load);
    }

    private Aggregate<StrategyActionAggregate> load(StrategyActionId id) {
        Callable<StrategyActionAggregate> empty = StrategyActionAggregate::new;
        try {
            return actions.loadOrCreate(id.value(), empty);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The action could not be loaded", failed);
        }
    }
}
