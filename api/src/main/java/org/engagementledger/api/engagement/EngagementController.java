package org.engagementledger.api.engagement;

import java.net.URI;
import org.engagementledger.api.Answers;
import org.engagementledger.api.engagement.Requests.*;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked of an engagement. */
@RestController
@RequestMapping(path = "/api/engagements", produces = MediaType.APPLICATION_JSON_VALUE)
class EngagementController {

    private final Commands commands;

    EngagementController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<?> submit(@RequestBody NewEngagement body, Caller caller) {
        EngagementId engagement = caller.newEngagement();
        return Answers.created(
                URI.create("/api/engagements/" + engagement),
                engagement.value(),
                commands.send(
                        body.command(new Subjects(engagement, caller.request())),
                        caller.provenance(),
                        caller.conditionsOfMaking()));
    }

    @PatchMapping("/{id}/details")
    ResponseEntity<?> amend(@PathVariable String id, @RequestBody Amendment body, Caller caller) {
        return overwrite(id, body, caller);
    }

    @PostMapping("/{id}/information-requests")
    ResponseEntity<?> requestInformation(
            @PathVariable String id, @RequestBody InformationRequest body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/triage")
    ResponseEntity<?> triage(@PathVariable String id, @RequestBody Findings body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/resolution")
    ResponseEntity<?> resolve(
            @PathVariable String id, @RequestBody Resolution body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/booking")
    ResponseEntity<?> book(@PathVariable String id, @RequestBody Booking body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/booking/cancellation")
    ResponseEntity<?> cancel(
            @PathVariable String id, @RequestBody Cancellation body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/meeting")
    ResponseEntity<?> hold(@PathVariable String id, @RequestBody Meeting body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/meeting/missed")
    ResponseEntity<?> miss(
            @PathVariable String id, @RequestBody MissedMeeting body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/pleas")
    ResponseEntity<?> offer(@PathVariable String id, @RequestBody PleaOffer body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/pleas/indications")
    ResponseEntity<?> indicate(
            @PathVariable String id, @RequestBody PleaIndication body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/pleas/{plea}/withdrawal")
    ResponseEntity<?> withdrawOffer(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaWithdrawal body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    @PostMapping("/{id}/pleas/{plea}/rejection")
    ResponseEntity<?> reject(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaRejection body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    @PostMapping("/{id}/pleas/{plea}/agreement")
    ResponseEntity<?> agree(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaAgreement body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    @PostMapping("/{id}/hearing")
    ResponseEntity<?> relist(@PathVariable String id, @RequestBody Relisting body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/representation")
    ResponseEntity<?> transfer(@PathVariable String id, @RequestBody Transfer body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable String id, @RequestBody Withdrawal body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/outcome")
    ResponseEntity<?> recordOutcome(
            @PathVariable String id, @RequestBody Outcome body, Caller caller) {
        return act(id, body, caller);
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<?> correct(
            @PathVariable String id, @RequestBody Correction body, Caller caller) {
        return overwrite(id, body, caller);
    }

    private ResponseEntity<?> act(String id, Body body, Caller caller) {
        return Answers.done(id, send(id, body, caller, caller.conditions()));
    }

    /** The same for what could undo what somebody else has just written. */
    private ResponseEntity<?> overwrite(String id, Body body, Caller caller) {
        return Answers.done(id, send(id, body, caller, caller.conditionsOfOverwriting()));
    }

    /** The same for what is done about a plea that the path names, and no pointer points to. */
    private ResponseEntity<?> actOnPlea(String id, Body body, Caller caller) {
        return Answers.done(
                id,
                switch (send(id, body, caller, caller.conditions())) {
                    case Answer.Refused(var refusals) ->
                            new Answer.Refused(
                                    refusals.stream().map(EngagementController::inPath).toList());
                    case Answer answer -> answer;
                });
    }

    private static Refusal inPath(Refusal refusal) {
        return refusal.field().equals("/plea") ? refusal.at("plea") : refusal;
    }

    private Answer send(String id, Body body, Caller caller, Conditions conditions) {
        EngagementId engagement = new EngagementId(id);
        Shape shape = new Shape();
        EngagementCommand command =
                shape.complete(body.command(shape, new Subjects(engagement, caller.request())));
        return commands.send(command, caller.provenance(), conditions);
    }
}
