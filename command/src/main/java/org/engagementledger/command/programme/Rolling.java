package org.engagementledger.command.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.Failure;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.programme.Programmes.Standing;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.programme.Rolled;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Rolls programmes forward: schedules the sessions of the coming weeks, and has those that are
 * scheduled follow their programme in who attends them and where they are joined. A session decides
 * for itself whether it exists already and has followed already, so any number of instances may do
 * it, as often as they like.
 */
@Component
public class Rolling {

    /** The name of what rolls, and the actor of its commands. */
    public static final String NAME = "programme";

    private static final Logger LOG = LoggerFactory.getLogger(Rolling.class);
    private static final Provenance OF_ITSELF = OwnAccord.of(NAME);

    /** It was done before, or there was nothing to do. */
    private static final Set<Rule> HARMLESS = Set.of(Rule.SLOT_IN_PAST, Rule.SESSION_OVER);

    private final Programmes programmes;
    private final RolledSessions sessions;
    private final Commands commands;
    private final Terms terms;
    private final Clock clock;

    Rolling(
            Programmes programmes,
            RolledSessions sessions,
            Commands commands,
            Terms terms,
            Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.commands = commands;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Rolls all programmes forward; one that can't be holds up no other.
     *
     * @throws IllegalStateException at the end, if one couldn't be
     */
    public void rollAll() {
        List<String> failed = new ArrayList<>();
        for (Court court : terms.courts()) {
            try {
                roll(ProgrammeId.of(court.ouCode()));
            } catch (RuntimeException failure) {
                LOG.error(
                        "The programme of {} can't be rolled forward: {}",
                        court.ouCode(),
                        Failure.of(failure));
                failed.add(court.ouCode());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Not rolled forward: " + String.join(", ", failed));
        }
    }

    /** Rolls one forward, if there is such a programme. */
    public void roll(ProgrammeId programme) {
        programmes.standing(programme).ifPresent(this::roll);
    }

    private void roll(Standing standing) {
        LocalDate today = LondonTime.dateOf(clock.instant());
        List<Rolled> before = sessions.of(standing.patterns(), today);
        standing.pattern().sessions(today, terms.workingDays()).stream()
                .filter(session -> isNeeded(session, before))
                .forEach(session -> schedule(standing, session));
        if (standing.since() > 0) {
            before.forEach(it -> follow(standing, it.session().id()));
        }
    }

    /** A week has one session: if it was made when the pattern was another, it is that one. */
    private static boolean isNeeded(Pattern.Session session, List<Rolled> before) {
        return before.stream()
                .filter(it -> it.week().equals(Rolled.week(session.start())))
                .allMatch(it -> it.due().equals(session.start()));
    }

    private void schedule(Standing standing, Pattern.Session session) {
        String court = standing.pattern().court();
        send(
                new Schedule(
                        SurgeryId.of(court, session.start()),
                        court,
                        session.start(),
                        session.end(),
                        session.slot(),
                        standing.hosts(),
                        standing.joinLink(),
                        standing.since()));
    }

    private void follow(Standing standing, SurgeryId session) {
        String link = standing.joinLink();
        send(
                new ChangeSession(
                        session, standing.hosts(), link == null ? "" : link, standing.since()));
    }

    private void send(SurgeryCommand command) {
        switch (commands.send(command, OF_ITSELF)) {
            case Answer.Accepted accepted -> {}
            case Answer.Foreseen foreseen ->
                    throw new IllegalStateException("The programme is meant in earnest");
            case Answer.Refused(var refusals) -> {
                if (!refusals.stream().allMatch(refusal -> HARMLESS.contains(refusal.rule()))) {
                    LOG.error("The programme's {} is refused: {}", command.surgery(), refusals);
                }
            }
        }
    }
}
