package org.engagementledger.api.surgery;

import java.time.Duration;
import java.time.Instant;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A coordinator schedules sessions beside the programme's. */
@RestController
@RequestMapping(
        path = "/api/surgeries",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SurgeryController {

    /** The letter: a 20 minute surgery slot. */
    private static final int SLOT_MINUTES = 20;

    private final Commands commands;

    SurgeryController(Commands commands) {
        this.commands = commands;
    }

    /**
     * A court's session.
     *
     * @param court the court's OU code
     * @param start when it begins, and its first slot
     * @param end when it ends: a whole number of slots later, on the same day
     * @param slotMinutes how long a slot is, in minutes; 20 unless said otherwise
     * @param lead the login of the District Crown Prosecutor who leads it, if known
     */
    record NewSurgery(
            @Nullable String court,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Integer slotMinutes,
            @Nullable String lead) {

        Schedule command() {
            Shape shape = new Shape();
            String at = shape.required(court, "/court", "");
            Instant from = shape.required(start, "/start", Instant.EPOCH);
            Instant to = shape.required(end, "/end", Instant.EPOCH);
            int minutes = slotMinutes == null ? SLOT_MINUTES : slotMinutes;
            return shape.complete(
                    new Schedule(
                            SurgeryId.of(at, from),
                            at,
                            from,
                            to,
                            Duration.ofMinutes(minutes),
                            Host.lead(shape.id(lead, "/lead")),
                            null,
                            null));
        }
    }

    /** A coordinator schedules a session of a court beside the programme's. */
    @PostMapping
    ResponseEntity<Result> scheduleSurgery(@RequestBody NewSurgery surgery, Caller caller) {
        Schedule command = surgery.command();
        return Answers.created(
                UriComponentsBuilder.fromPath("/api/surgeries/{id}")
                        .encode()
                        .buildAndExpand(command.surgery())
                        .toUri(),
                command.surgery().value(),
                commands.send(command, caller.provenance(), caller.conditionsOfMaking()));
    }
}
