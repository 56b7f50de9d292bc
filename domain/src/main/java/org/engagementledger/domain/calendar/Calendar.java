package org.engagementledger.domain.calendar;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.calendar.CalendarCommand.Revoke;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;

/**
 * A calendar of a court, a lead or a firm, which is read by its address until that is revoked. It
 * shows what whoever opened it might see of the sessions or bookings, and no more.
 */
public sealed interface Calendar {

    /** Before it is opened. */
    static Calendar unopened() {
        return new Unopened();
    }

    /**
     * What the command comes to.
     *
     * @param actor who asks
     */
    Decision<CalendarEvent> decide(CalendarCommand command, Actor actor, Terms terms);

    /** What the calendar is after the event. */
    Calendar evolve(CalendarEvent event);

    /** The roles that may open calendars, and revoke them. */
    static Set<Role> roles() {
        return EnumSet.of(
                Role.DEFENCE_PRACTITIONER,
                Role.DISTRICT_CROWN_PROSECUTOR,
                Role.HMCTS_CONTACT,
                Role.POLICE_CONTACT,
                Role.COORDINATOR);
    }

    /**
     * Whether somebody may open such a calendar: the defence its own firm's, a prosecutor their own
     * as a lead, a court's contact their courts', a coordinator any.
     */
    static boolean mayOpen(CalendarKind kind, String of, Actor actor) {
        return switch (actor.role()) {
            case DEFENCE_PRACTITIONER ->
                    kind == CalendarKind.FIRM && new FirmId(of).equals(actor.firm());
            case DISTRICT_CROWN_PROSECUTOR -> kind == CalendarKind.LEAD && of.equals(actor.id());
            case HMCTS_CONTACT, POLICE_CONTACT ->
                    kind == CalendarKind.COURT && actor.courts().contains(of);
            case COORDINATOR -> true;
            default -> false;
        };
    }

    private static Optional<Refusal> refusal(Actor actor) {
        return roles().contains(actor.role())
                ? Optional.empty()
                : Optional.of(Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role())));
    }

    /** Nothing has been opened under this id. */
    record Unopened() implements Calendar {

        @Override
        public Decision<CalendarEvent> decide(CalendarCommand command, Actor actor, Terms terms) {
            Optional<Refusal> refusal = refusal(actor);
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
            return switch (command) {
                case Open c -> open(c, actor, terms);
                case Revoke c -> Decision.refused(Refusal.of(CALENDAR_UNKNOWN, ""));
            };
        }

        private static Decision<CalendarEvent> open(Open c, Actor actor, Terms terms) {
            return new Checks(actor)
                    .refuseIf(
                            c.kind() == CalendarKind.COURT && terms.court(c.of()).isEmpty(),
                            COURT_OUT_OF_SCOPE,
                            "/of",
                            terms.courtsInScope())
                    .refuseIf(!mayOpen(c.kind(), c.of(), actor), CALENDAR_NOT_YOURS, "/of")
                    .then(
                            () ->
                                    List.of(
                                            new CalendarOpened(
                                                    c.calendar(),
                                                    c.kind(),
                                                    c.of(),
                                                    actor.id(),
                                                    actor.role(),
                                                    actor.firm(),
                                                    c.hash())));
        }

        @Override
        public Calendar evolve(CalendarEvent event) {
            return event instanceof CalendarOpened e
                    ? new Opened(e.calendar(), e.owner(), false)
                    : this;
        }
    }

    /**
     * It was opened.
     *
     * @param owner the account of whoever opened it
     * @param revoked whether its address leads nowhere any more
     */
    record Opened(CalendarId id, String owner, boolean revoked) implements Calendar {

        @Override
        public Decision<CalendarEvent> decide(CalendarCommand command, Actor actor, Terms terms) {
            Optional<Refusal> refusal = refusal(actor);
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
            if (actor.role() != Role.COORDINATOR && !actor.id().equals(owner)) {
                return Decision.refused(Refusal.of(CALENDAR_UNKNOWN, ""));
            }
            return switch (command) {
                case Open c -> Decision.refused(Refusal.of(CALENDAR_EXISTS, ""));
                case Revoke c ->
                        revoked
                                ? Decision.refused(Refusal.of(CALENDAR_REVOKED, ""))
                                : Decision.accepted(new CalendarRevoked(id));
            };
        }

        @Override
        public Calendar evolve(CalendarEvent event) {
            return event instanceof CalendarRevoked ? new Opened(id, owner, true) : this;
        }
    }
}
