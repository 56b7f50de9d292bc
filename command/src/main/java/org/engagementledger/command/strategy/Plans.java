package org.engagementledger.command.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        Map<StrategyActionId, Placed> firsts = firsts(placed);
        hold(placed, firsts.keySet());
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
        firsts.forEach((first, one) -> sameAim(one, load(first), checks));
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

    /**
     * The first action of each aim of which others are asked for, but not this; with one of them.
     */
    private static Map<StrategyActionId, Placed> firsts(List<Placed> placed) {
        Map<StrategyActionId, Placed> firsts = new LinkedHashMap<>();
        Set<String> aims = new HashSet<>();
        placed.stream()
                .filter(one -> aims.add(one.aim()))
                .forEach(one -> firsts.put(one.adopt().action().firstOfItsAim(), one));
        placed.forEach(one -> firsts.remove(one.adopt().action()));
        return firsts;
    }

    /** An aim is called for all of its actions as it was for the first. */
    private static void sameAim(
            Placed one, Aggregate<StrategyActionAggregate> first, Checks checks) {
        if (first.invoke(StrategyActionAggregate::action) instanceof StrategyAction.Standing it
                && !it.adopted().aimTitle().equals(one.adopt().aimTitle())) {
            checks.refuse(
                    one.inPlan(
                            Refusal.of(
                                    Rule.AIM_CALLED_OTHERWISE,
                                    StrategyAction.AIM_TITLE,
                                    it.adopted().aim(),
                                    it.adopted().aimTitle())));
        }
    }

    /** Whoever loads several loads them in the order of their ids, and so waits for nobody. */
    private void hold(List<Placed> placed, Collection<StrategyActionId> firsts) {
        Stream.concat(placed.stream().map(one -> one.adopt().action()), firsts.stream())
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
