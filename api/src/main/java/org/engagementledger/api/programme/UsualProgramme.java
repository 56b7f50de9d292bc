package org.engagementledger.api.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.programme.Programmes;
import org.engagementledger.command.programme.Rolling;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.surgery.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives each court in scope that never had a programme the configured one, at start, if one is
 * configured. From then on the court's programme is changed by commands.
 */
@Component
class UsualProgramme {

    private static final Logger LOG = LoggerFactory.getLogger(UsualProgramme.class);

    /** Another instance may be at it too. */
    private static final Conditions FOR_THE_FIRST_TIME = new Conditions(Set.of(-1L), false);

    private final Commands commands;
    private final Programmes programmes;
    private final Rolling rolling;
    private final LedgerProperties properties;
    private final Clock clock;

    UsualProgramme(
            Commands commands,
            Programmes programmes,
            Rolling rolling,
            LedgerProperties properties,
            Clock clock) {
        this.commands = commands;
        this.programmes = programmes;
        this.rolling = rolling;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void setAndRoll() {
        LedgerProperties.Programme usual = properties.programme();
        LocalDate today = LondonTime.dateOf(clock.instant());
        if (usual != null && (usual.until() == null || !usual.until().isBefore(today))) {
            properties.courts().forEach(court -> set(court, usual, today));
        }
        try {
            rolling.rollAll();
        } catch (IllegalStateException logged) {
            LOG.error("The service starts all the same; programmes are rolled again tonight");
        }
    }

    private void set(Court court, LedgerProperties.Programme usual, LocalDate today) {
        ProgrammeId id = ProgrammeId.of(court.ouCode());
        if (programmes.standing(id).isPresent()) {
            return;
        }
        Pattern pattern =
                new Pattern(
                        court.ouCode(),
                        usual.day(),
                        usual.from(),
                        usual.to(),
                        Math.toIntExact(usual.slot().toMinutes()),
                        today,
                        usual.until(),
                        usual.weeks(),
                        List.of());
        Answer answer =
                commands.send(
                        new SetProgramme(id, pattern, Host.lead(usual.lead()), null),
                        OwnAccord.of(Rolling.NAME),
                        FOR_THE_FIRST_TIME);
        if (answer instanceof Answer.Refused(var refusals)
                && refusals.stream().anyMatch(it -> it.rule() != Rule.VERSION_OUTDATED)) {
            LOG.error("The configured programme of {} is refused: {}", court.ouCode(), refusals);
        }
    }
}
