package org.engagementledger.domain.programme;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.JoinLink;
import org.engagementledger.domain.surgery.Surgery;

/**
 * The weekly sessions of a court. It only says which there are to be: each session is a {@link
 * org.engagementledger.domain.surgery.Surgery} of its own from when it is scheduled.
 *
 * <p>The first argument of {@link #decide} is what is asked, then who asks, when and on which
 * terms.
 */
public sealed interface Programme {

    /** Before one was set for the court. */
    static Programme unset() {
        return new Unset();
    }

    /** The programme after the event. */
    default Programme evolve(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeSet e -> new Weekly(e.pattern());
            case ProgrammeEnded e ->
                    this instanceof Weekly(Pattern pattern)
                            ? new Weekly(pattern.until(e.last()))
                            : this;
        };
    }

    /** What the command comes to. */
    default Decision<ProgrammeEvent> decide(
            ProgrammeCommand command, Actor actor, Instant now, Terms terms) {
        if (actor.role() != Role.COORDINATOR && actor.role() != Role.SYSTEM) {
            return Decision.refused(Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return switch (command) {
            case SetProgramme c -> set(c, actor, now, terms);
            case EndProgramme c -> end(c, actor, now);
        };
    }

    private static Decision<ProgrammeEvent> set(
            SetProgramme c, Actor actor, Instant now, Terms terms) {
        Pattern pattern = c.pattern();
        LocalDate last = pattern.last();
        Checks checks = new Checks(actor);
        checks.refuseIf(
                        terms.court(pattern.court()).isEmpty(),
                        COURT_OUT_OF_SCOPE,
                        "/court",
                        terms.courtsInScope())
                .refuseIf(!isWholeMinute(pattern.from()), NOT_ON_THE_MINUTE, "/from")
                .refuseIf(!isWholeMinute(pattern.to()), NOT_ON_THE_MINUTE, "/to")
                .refuseIf(!isEven(pattern), GRID_UNEVEN, "/to")
                .refuseIf(isTooLong(pattern), TOO_MANY_SLOTS, "/to", Surgery.MOST_SLOTS)
                .refuseIf(
                        pattern.weeks() < 1 || pattern.weeks() > Pattern.MOST_WEEKS,
                        WEEKS_OUT_OF_RANGE,
                        "/weeks",
                        Pattern.MOST_WEEKS)
                .refuseIf(
                        last != null && last.isBefore(pattern.first()), LAST_BEFORE_FIRST, "/last")
                .refuseIf(
                        last != null && last.isBefore(LondonTime.dateOf(now)),
                        LAST_DAY_PASSED,
                        "/last");
        Host.check(checks, c.hosts(), "/hosts");
        JoinLink.check(checks, c.joinLink(), "/joinLink");
        return checks.then(
                () ->
                        List.of(
                                new ProgrammeSet(
                                        c.programme(),
                                        pattern,
                                        c.hosts(),
                                        c.joinLink(),
                                        c.remaining())));
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean isTooLong(Pattern pattern) {
        return pattern.slotMinutes() >= 1
                && Duration.between(pattern.from(), pattern.to())
                                .compareTo(
                                        Duration.ofMinutes(pattern.slotMinutes())
                                                .multipliedBy(Surgery.MOST_SLOTS))
                        > 0;
    }

    /** A session is a whole number of slots long. */
    private static boolean isEven(Pattern pattern) {
        Duration length = Duration.between(pattern.from(), pattern.to());
        return pattern.slotMinutes() >= 1
                && length.isPositive()
                && length.equals(
                        Duration.ofMinutes(pattern.slotMinutes())
                                .multipliedBy(
                                        length.dividedBy(
                                                Duration.ofMinutes(pattern.slotMinutes()))));
    }

    private Decision<ProgrammeEvent> end(EndProgramme c, Actor actor, Instant now) {
        if (!(this instanceof Weekly(Pattern pattern))) {
            return Decision.refused(Refusal.of(PROGRAMME_UNKNOWN, ""));
        }
        LocalDate last = c.last();
        Checks checks = new Checks(actor).required(last, "/last");
        if (last == null) {
            return checks.then(List::of);
        }
        LocalDate present = pattern.last();
        return checks.refuseIf(last.isBefore(LondonTime.dateOf(now)), LAST_DAY_PASSED, "/last")
                .refuseIf(
                        present != null && !last.isBefore(present),
                        ENDS_ALREADY,
                        "/last",
                        String.valueOf(present))
                .then(() -> List.of(new ProgrammeEnded(c.programme(), last, c.remaining())));
    }

    /** The court has no programme. */
    record Unset() implements Programme {}

    /**
     * The court has one. Who attends its sessions isn't here: that is personal, and nothing is
     * decided on it.
     */
    record Weekly(Pattern pattern) implements Programme {}
}
