package org.engagementledger.command.programme;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.springframework.stereotype.Component;

/**
 * Commands to programmes. The sessions that are scheduled already are looked up only to name those
 * that remain: nothing is written to them.
 */
@Component
class ProgrammesAndSessions {

    private final Repository<ProgrammeAggregate> programmes;
    private final RolledSessions sessions;

    ProgrammesAndSessions(Repository<ProgrammeAggregate> programmes, RolledSessions sessions) {
        this.programmes = programmes;
        this.sessions = sessions;
    }

    @CommandHandler
    Answer handle(SetProgramme command, Asked asked) {
        List<Pattern> before = sessions.patterns(command.programme());
        return carryOut(
                new SetProgramme(
                        command.programme(),
                        command.pattern(),
                        command.hosts(),
                        command.joinLink(),
                        remaining(before, command.pattern(), asked)),
                asked);
    }

    @CommandHandler
    Answer handle(EndProgramme command, Asked asked) {
        List<Pattern> before = sessions.patterns(command.programme());
        return carryOut(
                command.last() == null || before.isEmpty()
                        ? command
                        : new EndProgramme(
                                command.programme(),
                                command.last(),
                                remaining(before, before.getLast().until(command.last()), asked)),
                asked);
    }

    private List<SurgeryId> remaining(List<Pattern> before, Pattern after, Asked asked) {
        return sessions.of(before, LondonTime.dateOf(asked.now())).stream()
                .filter(it -> it.remainsBeside(after, asked.now(), asked.terms().workingDays()))
                .map(it -> it.session().id())
                .toList();
    }

    private Answer carryOut(ProgrammeCommand command, Asked asked) {
        Aggregate<ProgrammeAggregate> programme = load(command.programme());
        long version = programme.invoke(ProgrammeAggregate::version);
        Decision<ProgrammeEvent> decision =
                asked.conditions()
                        .on(
                                version,
                                programme
                                        .invoke(ProgrammeAggregate::programme)
                                        .decide(
                                                command,
                                                asked.actor(),
                                                asked.now(),
                                                asked.terms()));
        return switch (decision) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<ProgrammeEvent> events) -> {
                Answer.Accepted answer = Answer.Accepted.with(version + events.size(), events);
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(answer, events);
                }
                events.forEach(event -> programme.execute(it -> it.write(event, asked.now())));
                yield answer;
            }
        };
    }

    private Aggregate<ProgrammeAggregate> load(ProgrammeId id) {
        try {
            return programmes.loadOrCreate(id.value(), ProgrammeAggregate::new);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The programme could not be loaded", failed);
        }
    }
}
