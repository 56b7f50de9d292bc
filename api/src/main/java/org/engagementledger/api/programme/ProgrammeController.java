package org.engagementledger.api.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.api.security.Caller;
import org.engagementledger.api.surgery.HostPart;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.Queries;
import org.engagementledger.query.programme.CourtProgramme;
import org.engagementledger.query.programme.FindProgrammes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator sets up once which sessions a court has each week. */
@RestController
@RequestMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
class ProgrammeController {

    /** The letter: a 20 minute surgery slot. */
    private static final int SLOT_MINUTES = 20;

    private static final int WEEKS = 4;

    private final Commands commands;
    private final Queries queries;
    private final Opener opener;

    ProgrammeController(Commands commands, Queries queries, Opener opener) {
        this.commands = commands;
        this.queries = queries;
        this.opener = opener;
    }

    /**
     * A court's weekly sessions, in London local time.
     *
     * @param weekday on which day of the week
     * @param from when a session begins, such as 15:00
     * @param to when it ends: a whole number of slots later, 48 at most
     * @param slotMinutes how long a slot is, in minutes; 20 unless said otherwise
     * @param first the first day on which there can be a session
     * @param last the last such day; left out while no end is in sight
     * @param weeks for how many weeks ahead sessions are scheduled; 4 unless said otherwise
     * @param except days on which there is none, beside England's bank holidays
     * @param hosts who attends them for the authorities, as far as known
     * @param joinLink where they are joined, if known: an https link
     */
    record NewProgramme(
            @Nullable DayOfWeek weekday,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Integer slotMinutes,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable Integer weeks,
            @Nullable List<LocalDate> except,
            @Nullable List<HostPart> hosts,
            @Nullable String joinLink) {

        SetProgramme command(String court) {
            Shape shape = new Shape();
            ProgrammeId programme = ProgrammeId.of(court);
            return shape.complete(
                    new SetProgramme(
                            programme,
                            new Pattern(
                                    court,
                                    shape.required(weekday, "/weekday", DayOfWeek.MONDAY),
                                    shape.required(from, "/from", LocalTime.MIN),
                                    shape.required(to, "/to", LocalTime.MIN),
                                    slotMinutes == null ? SLOT_MINUTES : slotMinutes,
                                    shape.required(first, "/first", LocalDate.EPOCH),
                                    last,
                                    weeks == null ? WEEKS : weeks,
                                    shape.each(except, "/except", (day, at) -> day)),
                            HostPart.hosts(hosts, shape, programme.value()),
                            joinLink));
        }
    }

    /**
     * How a programme ends.
     *
     * @param last the last day on which there can be a session; not before today
     */
    record ProgrammeEnd(@Nullable LocalDate last) {}

    /**
     * A coordinator sets a court's programme, or another instead. The sessions of the coming weeks
     * are scheduled at once, but none in a week that has one of the programme's already. Those that
     * are scheduled already keep their times; they follow in who attends and where to join, unless
     * they were changed on their own. Those to come that aren't in the pattern any more are named
     * in {@code remaining}, to be moved or blocked.
     */
    @PutMapping(path = "/{court}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Result> setProgramme(
            @PathVariable String court, @RequestBody NewProgramme body, Caller caller) {
        SetProgramme command = body.command(court);
        return Answers.done(
                command.programme().value(),
                commands.send(command, caller.provenance(), caller.conditions()));
    }

    /**
     * A coordinator ends a court's programme. Sessions after its last day that are scheduled
     * already stay until they are moved or blocked, and are named in {@code remaining}.
     */
    @PostMapping(path = "/{court}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Result> endProgramme(
            @PathVariable String court, @RequestBody ProgrammeEnd body, Caller caller) {
        EndProgramme command = new EndProgramme(ProgrammeId.of(court), body.last());
        return Answers.done(
                command.programme().value(),
                commands.send(command, caller.provenance(), caller.conditions()));
    }

    /** The courts' programmes; a court's contact sees those of the own courts. */
    @GetMapping
    List<CourtProgramme> findProgrammes(Caller caller) {
        return shown(new FindProgrammes(caller.actor(), null));
    }

    /** A court's programme; its version is the entity tag. */
    @GetMapping("/{court}")
    ResponseEntity<CourtProgramme> seeProgramme(@PathVariable String court, Caller caller) {
        List<CourtProgramme> found = shown(new FindProgrammes(caller.actor(), court));
        if (found.isEmpty()) {
            throw Refused.by(Rule.PROGRAMME_UNKNOWN);
        }
        CourtProgramme programme = found.getFirst();
        return ResponseEntity.ok().eTag(Problems.entityTag(programme.version())).body(programme);
    }

    private List<CourtProgramme> shown(FindProgrammes question) {
        List<CourtProgramme> found = queries.ask(question).programmes();
        UnaryOperator<Personal<String>> opening =
                opener.opening(found.stream().flatMap(CourtProgramme::personal).toList());
        return found.stream().map(programme -> programme.with(opening)).toList();
    }
}
