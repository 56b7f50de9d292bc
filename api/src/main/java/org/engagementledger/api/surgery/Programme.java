package org.engagementledger.api.surgery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Schedules the coming weeks' sessions of each court, at start and every night. Scheduling one
 * twice is refused by the session itself, so any number of instances may do it.
 */
@Component
class Programme {

    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);
    private static final Provenance PROGRAMME =
            new Provenance(new Actor("programme", Role.SYSTEM, null), "programme", null);

    private final Commands commands;
    private final LedgerProperties properties;
    private final Clock clock;

    Programme(Commands commands, LedgerProperties properties, Clock clock) {
        this.commands = commands;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 10 0 * * *", zone = "Europe/London")
    void roll() {
        days().forEach(day -> properties.courts().forEach(court -> schedule(court, day)));
    }

    private Stream<LocalDate> days() {
        LedgerProperties.Programme programme = properties.programme();
        LocalDate first =
                LondonTime.dateOf(clock.instant())
                        .with(TemporalAdjusters.nextOrSame(programme.day()));
        return Stream.iterate(first, day -> day.plusWeeks(1))
                .limit(programme.weeks())
                .filter(day -> programme.until() == null || !day.isAfter(programme.until()));
    }

    private void schedule(Court court, LocalDate day) {
        LedgerProperties.Programme programme = properties.programme();
        var start = day.atTime(programme.from()).atZone(LondonTime.ZONE).toInstant();
        var end = day.atTime(programme.to()).atZone(LondonTime.ZONE).toInstant();
        SurgeryId surgery = SurgeryId.of(court.ouCode(), start);
        Answer answer =
                commands.send(
                        new Schedule(
                                surgery,
                                court.ouCode(),
                                start,
                                end,
                                programme.slot(),
                                Host.lead(programme.lead()),
                                null,
                                null),
                        PROGRAMME);
        switch (answer) {
            case Answer.Accepted accepted -> LOG.info("Scheduled {}", surgery);
            case Answer.Foreseen foreseen ->
                    throw new IllegalStateException("The programme is meant in earnest");
            case Answer.Refused refused -> {
                boolean harmless =
                        refused.refusals().stream()
                                .allMatch(
                                        refusal ->
                                                refusal.rule() == Rule.SURGERY_EXISTS
                                                        || refusal.rule() == Rule.SLOT_IN_PAST);
                if (!harmless) {
                    LOG.error(
                            "The programme's session {} is refused: {}",
                            surgery,
                            refused.refusals());
                }
            }
        }
    }
}
