package org.engagementledger.api.calendars;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.calendar.CalendarCommand.Revoke;
import org.engagementledger.domain.calendar.CalendarId;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.query.Queries;
import org.engagementledger.query.calendar.FindCalendars;
import org.engagementledger.query.calendar.OpenedCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calendars are opened, listed and revoked. */
@RestController
@RequestMapping(path = "/api/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarController {

    private static final String CALENDARS = "CALENDARS";

    private final Commands commands;
    private final Queries queries;

    CalendarController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * A calendar to be read by its address.
     *
     * @param kind whose sessions or bookings it shows
     * @param of which one: a court's OU code, a lead's login, a firm's id
     */
    record NewCalendar(@Nullable CalendarKind kind, @Nullable String of) {

        Open command(CalendarId calendar, Address address) {
            Shape shape = new Shape();
            CalendarKind whose = shape.required(kind, "/kind", CalendarKind.COURT);
            String which = shape.required(of, "/of", "");
            if (whose != CalendarKind.COURT) {
                shape.id(of, "/of");
            }
            return shape.complete(new Open(calendar, whose, which, address.hash()));
        }
    }

    /** Nothing more is to be said to revoke one. */
    record Revocation() {}

    /**
     * Opens a calendar of a court, a lead or a firm, which calendar programs read without a login.
     * The answer tells its {@code address}, and nobody is told it again, not even whoever repeats
     * the request: whoever has it reads the calendar until it is revoked. The defence opens its own
     * firm's, a prosecutor that of the sessions they lead, a court's contact those of their courts,
     * a coordinator any.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Result> openCalendar(@RequestBody NewCalendar body, Caller caller) {
        CalendarId calendar = caller.newCalendar();
        Address address = Address.random();
        Open command = body.command(calendar, address);
        return Answers.opened(
                URI.create("/api/calendars/" + calendar),
                calendar.value(),
                commands.send(command, caller.provenance(), caller.conditionsOfMaking()),
                command.hash(),
                address.path());
    }

    /** Takes the address of a calendar back, for ever. Whoever opened it does, or a coordinator. */
    @PostMapping(path = "/{id}/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Result> revokeCalendar(
            @PathVariable String id, @RequestBody Revocation body, Caller caller) {
        return Answers.done(
                id,
                commands.send(
                        new Revoke(new CalendarId(id)), caller.provenance(), caller.conditions()));
    }

    /**
     * A page of the calendars that were opened, the latest first, without their addresses.
     * Everybody's for coordinators and auditors, else those that the reader opened.
     *
     * @param after where the page before ended, as its {@code Link} says
     * @param limit how many at most
     */
    @GetMapping
    ResponseEntity<List<OpenedCalendar>> findCalendars(
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Inquiry inquiry,
            Caller caller) {
        FindCalendars.Found found =
                queries.ask(
                        inquiry.complete(
                                new FindCalendars(
                                        caller.actor(),
                                        null,
                                        Pages.after(after, CALENDARS, inquiry),
                                        Pages.limit(limit, inquiry))));
        return Pages.page(
                found.calendars(),
                Optional.ofNullable(found.next())
                        .map(next -> next.encoded(CALENDARS))
                        .orElse(null));
    }

    /** A calendar that was opened, without its address. */
    @GetMapping("/{id}")
    OpenedCalendar seeCalendar(@PathVariable String id, Caller caller) {
        return queries.ask(new FindCalendars(caller.actor(), id, null, 1)).calendars().stream()
                .findFirst()
                .orElseThrow(() -> Refused.by(Rule.CALENDAR_UNKNOWN));
    }
}
