package org.engagementledger.command.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.programme.Programmes.Standing;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeId;
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
    private static final Set<Rule> HARMLESS =
            Set.of(Rule.SURGERY_EXISTS, Rule.SURGERY_UNKNOWN, Rule.SLOT_IN_PAST, Rule.SESSION_OVER);

    private final Programmes programmes;
    private final Commands commands;
    private final Terms terms;
    private final Clock clock;

    Rolling(Programmes programmes, Commands commands, Terms terms, Clock clock) {
        this.programmes = programmes;
        this.commands = commands;
        this.terms = terms;
        this.clock = clock;
    }

    /** Rolls all programmes forward. */
    public void rollAll() {
        for (Court court : terms.courts()) {
            roll(ProgrammeId.of(court.ouCode()));
        }
    }

    /** Rolls one forward, if there is such a programme. */
    public void roll(ProgrammeId programme) {
        programmes.standing(programme).ifPresent(this::roll);
    }

    private void roll(Standing standing) {
        LocalDate today = LondonTime.dateOf(clock.instant());
        standing.pattern().sessions(today).forEach(session -> schedule(standing, session));
        if (standing.since() > 0) {
            scheduledSince(standing, today).forEach(session -> follow(standing, session));
        }
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

    /** Whatever the programme may have scheduled, also by an earlier pattern, that isn't over. */
    private static Stream<SurgeryId> scheduledSince(Standing standing, LocalDate today) {
        return standing.patterns().stream()
                .flatMap(
                        pattern ->
                                // A session of the past may have been moved to a day to come.
                                Stream.of(today.minusWeeks(pattern.weeks()), today)
                                        .flatMap(since -> pattern.sessions(since).stream())
                                        .map(Pattern.Session::start)
                                        .map(start -> SurgeryId.of(pattern.court(), start)))
                .distinct();
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
