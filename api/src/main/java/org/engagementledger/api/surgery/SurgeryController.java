package org.engagementledger.api.surgery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A coordinator schedules sessions beside the programme's, and changes any. */
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
     * @param start when it begins, and its first slot: a whole minute
     * @param end when it ends: a whole number of slots later, 48 at most, on the same day
     * @param slotMinutes how long a slot is, in minutes; 20 unless said otherwise
     * @param lead the login of the District Crown Prosecutor who leads it, if known: the same as a
     *     host of that role. If hosts of that role are named too, it is one of them
     * @param hosts who attends it for the authorities, as far as known
     * @param joinLink where it is joined, if known: an https link
     */
    record NewSurgery(
            @Nullable String court,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Integer slotMinutes,
            @Nullable String lead,
            @Nullable List<HostPart> hosts,
            @Nullable String joinLink) {

        Schedule command() {
            Shape shape = new Shape();
            String at = shape.required(court, "/court", "");
            Instant from = shape.required(start, "/start", Instant.EPOCH);
            Instant to = shape.required(end, "/end", Instant.EPOCH);
            int minutes = slotMinutes == null ? SLOT_MINUTES : slotMinutes;
            SurgeryId surgery = SurgeryId.of(at, from);
            return shape.complete(
                    new Schedule(
                            surgery,
                            at,
                            from,
                            to,
                            Duration.ofMinutes(minutes),
                            HostPart.hosts(lead, hosts, shape, "surgery/" + surgery),
                            joinLink,
                            null));
        }
    }

    /**
     * What is new about a session; what is left out stays as it is.
     *
     * @param hosts everybody who attends it for the authorities from now on; somebody leads it if
     *     anybody has a slot in it
     * @param joinLink where it is joined from now on: an https link, or empty for none known
     */
    record SessionChange(@Nullable List<HostPart> hosts, @Nullable String joinLink) {

        ChangeSession command(SurgeryId surgery) {
            Shape shape = new Shape();
            return shape.complete(
                    new ChangeSession(
                            surgery,
                            hosts == null
                                    ? null
                                    : HostPart.hosts(hosts, shape, "surgery/" + surgery),
                            joinLink,
                            null));
        }
    }

    /**
     * Another time for a session.
     *
     * @param start when it begins: a whole minute; it stays as long as it is
     */
    record SessionMove(@Nullable Instant start) {

        Move command(SurgeryId surgery) {
            Shape shape = new Shape();
            Instant to = shape.required(start, "/start", Instant.EPOCH);
            return shape.complete(new Move(surgery, to, Set.of()));
        }
    }

    /**
     * What is taken out of a session.
     *
     * @param starts when the slots begin; left out for all that are still to come
     * @param reason why, in words
     */
    record SlotBlock(@Nullable List<Instant> starts, @Nullable String reason) {

        Block command(SurgeryId surgery) {
            Shape shape = new Shape();
            String words = shape.required(reason, "/reason", "");
            return shape.complete(
                    new Block(
                            surgery,
                            named(starts, shape),
                            Personal.known("surgery/" + surgery, words)));
        }
    }

    /**
     * What is offered again of a session.
     *
     * @param starts when the slots begin; left out for all that are still to come
     */
    record SlotUnblock(@Nullable List<Instant> starts) {

        Unblock command(SurgeryId surgery) {
            Shape shape = new Shape();
            return shape.complete(new Unblock(surgery, named(starts, shape)));
        }
    }

    private static @Nullable List<Instant> named(@Nullable List<Instant> starts, Shape shape) {
        return starts == null ? null : shape.each(starts, "/starts", (start, at) -> start);
    }

    /**
     * A coordinator schedules a session of a court beside the programme's. Sessions of a court at
     * one time each have a lead of their own, who has a login: that holds whatever is changed about
     * them later. Whoever leads at two courts at one time is no hindrance, but a notice.
     */
    @PostMapping
    ResponseEntity<Result> scheduleSurgery(@RequestBody NewSurgery surgery, Caller caller) {
        Schedule command = surgery.command();
        Answer answer = commands.send(command, caller.provenance(), caller.conditionsOfMaking());
        String id =
                answer instanceof Answer.Accepted accepted && !accepted.created().isEmpty()
                        ? accepted.created().getFirst()
                        : command.surgery().value();
        return Answers.created(
                UriComponentsBuilder.fromPath("/api/surgeries/{id}")
                        .encode()
                        .buildAndExpand(id)
                        .toUri(),
                id,
                answer);
    }

    /**
     * A coordinator names other people for a session, or another link to join it by. It follows the
     * court's programme in this no more.
     */
    @PatchMapping("/{id}")
    ResponseEntity<Result> changeSession(
            @PathVariable String id, @RequestBody SessionChange body, Caller caller) {
        return Answers.done(
                id,
                commands.send(
                        body.command(new SurgeryId(id)),
                        caller.provenance(),
                        caller.conditionsOfOverwriting()));
    }

    /**
     * A coordinator holds a session at another time, which keeps its id. Whoever has a slot has the
     * one at the same distance from the new start, and is named in {@code moved}; whose hearing
     * comes too soon after that loses the slot, and is named in {@code released}. Slots on offer
     * are offered no longer; to whom they were is named in {@code offersWithdrawn}. Where it was,
     * another can be scheduled.
     */
    @PostMapping("/{id}/move")
    ResponseEntity<Result> moveSession(
            @PathVariable String id, @RequestBody SessionMove body, Caller caller) {
        return act(id, body.command(new SurgeryId(id)), caller);
    }

    /**
     * A coordinator blocks a session, or some of its slots. Whoever has one of them loses it, and
     * is named in {@code released}; to whom one was on offer, in {@code offersWithdrawn}.
     */
    @PostMapping("/{id}/block")
    ResponseEntity<Result> blockSlots(
            @PathVariable String id, @RequestBody SlotBlock body, Caller caller) {
        return act(id, body.command(new SurgeryId(id)), caller);
    }

    /** A coordinator offers blocked slots again. */
    @PostMapping("/{id}/unblock")
    ResponseEntity<Result> unblockSlots(
            @PathVariable String id, @RequestBody SlotUnblock body, Caller caller) {
        return act(id, body.command(new SurgeryId(id)), caller);
    }

    private ResponseEntity<Result> act(String id, SurgeryCommand command, Caller caller) {
        return Answers.done(id, commands.send(command, caller.provenance(), caller.conditions()));
    }
}
