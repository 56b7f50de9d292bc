package org.engagementledger.api.engagement;

import java.net.URI;
import java.util.Objects;
import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
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
@RequestMapping(
        path = "/api/engagements",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class EngagementController {

    private final Commands commands;
    private final Alternatives alternatives;

    EngagementController(Commands commands, Alternatives alternatives) {
        this.commands = commands;
        this.alternatives = alternatives;
    }

    /**
     * The defence asks to engage on a case. A coordinator does so for a litigant in person, and for
     * nobody else.
     */
    @PostMapping
    ResponseEntity<Result> submit(@RequestBody NewEngagement body, Caller caller) {
        EngagementId engagement = caller.newEngagement();
        return Answers.created(
                URI.create("/api/engagements/" + engagement),
                engagement.value(),
                commands.send(
                        body.command(new Subjects(engagement, caller.request())),
                        caller.provenance(),
                        caller.conditionsOfMaking()));
    }

    /**
     * The defence adds to its request, answers a request for information, or changes how it can be
     * reached. Whatever is left out stays as it is.
     */
    @PatchMapping("/{id}/details")
    ResponseEntity<Result> amend(
            @PathVariable String id, @RequestBody Amendment body, Caller caller) {
        return overwrite(id, body, caller);
    }

    /**
     * The prosecution asks for information: triage or the prosecutor. The answer names the request
     * in {@code created}, such as R1.
     */
    @PostMapping("/{id}/information-requests")
    ResponseEntity<Result> requestInformation(
            @PathVariable String id, @RequestBody InformationRequest body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * A triage officer finds on issues: answers them, puts them forward to a surgery, or leaves
     * them out of scope. Issues without a finding stay with triage.
     */
    @PostMapping("/{id}/triage")
    ResponseEntity<Result> triage(
            @PathVariable String id, @RequestBody Findings body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * Triage or the prosecutor settles issues without a meeting. All that are open must be named.
     */
    @PostMapping("/{id}/resolution")
    ResponseEntity<Result> resolve(
            @PathVariable String id, @RequestBody Resolution body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * Books a slot of a surgery of the case's court, or moves to it. A slot that can't be had is
     * refused with the free ones nearest to it, of all coming surgeries that are in time for the
     * hearing.
     */
    @PostMapping("/{id}/booking")
    ResponseEntity<Result> bookSlot(
            @PathVariable String id, @RequestBody Booking body, Caller caller) {
        Answer answer = send(id, body, caller, caller.conditions());
        return Answers.done(
                id,
                alternatives.beside(
                        answer,
                        id,
                        new Alternatives.Slot(
                                Objects.requireNonNull(body.surgery()),
                                Objects.requireNonNull(body.start())),
                        caller.actor()));
    }

    /** Gives the slot back. */
    @PostMapping("/{id}/booking/cancellation")
    ResponseEntity<Result> cancelBooking(
            @PathVariable String id, @RequestBody Cancellation body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * Waits for a slot, if nothing suitable is free. One that is free is offered to whose turn it
     * is, by custody time limit, hearing and time of asking.
     */
    @PostMapping("/{id}/waiting")
    ResponseEntity<Result> joinWaitingList(
            @PathVariable String id, @RequestBody Joining body, Caller caller) {
        return act(id, body, caller);
    }

    /** Waits no longer; a slot that is on offer is given back. */
    @PostMapping("/{id}/waiting/end")
    ResponseEntity<Result> leaveWaitingList(
            @PathVariable String id, @RequestBody Leaving body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * Books the slot that is on offer, as long as the offer is open. If it isn't any more, that is
     * refused with the free ones nearest to it, as long as the case waits.
     */
    @PostMapping("/{id}/offer/acceptance")
    ResponseEntity<Result> acceptOffer(
            @PathVariable String id, @RequestBody Acceptance body, Caller caller) {
        return Answers.done(
                id,
                alternatives.besideOffer(
                        send(id, body, caller, caller.conditions()), id, caller.actor()));
    }

    /** Turns the slot down that is on offer, and goes on waiting for another. */
    @PostMapping("/{id}/offer/refusal")
    ResponseEntity<Result> declineOffer(
            @PathVariable String id, @RequestBody Declining body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * The prosecutor records a meeting that was held, and what it came to. Every issue that was put
     * forward has an outcome.
     */
    @PostMapping("/{id}/meeting")
    ResponseEntity<Result> holdMeeting(
            @PathVariable String id, @RequestBody Meeting body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * Records that the meeting didn't take place, and who didn't come. The prosecutor or a
     * coordinator does.
     */
    @PostMapping("/{id}/meeting/missed")
    ResponseEntity<Result> missMeeting(
            @PathVariable String id, @RequestBody MissedMeeting body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * The defence offers a plea to one offence of one defendant. The answer names the plea in
     * {@code created}, such as P1.
     */
    @PostMapping("/{id}/pleas")
    ResponseEntity<Result> offerPlea(
            @PathVariable String id, @RequestBody PleaOffer body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * The prosecutor says which plea would be acceptable. The answer names it in {@code created},
     * such as P1.
     */
    @PostMapping("/{id}/pleas/indications")
    ResponseEntity<Result> indicatePlea(
            @PathVariable String id, @RequestBody PleaIndication body, Caller caller) {
        return act(id, body, caller);
    }

    /** The defence takes an offer back. */
    @PostMapping("/{id}/pleas/{plea}/withdrawal")
    ResponseEntity<Result> withdrawPlea(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaWithdrawal body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    /** The prosecutor rejects an offer. */
    @PostMapping("/{id}/pleas/{plea}/rejection")
    ResponseEntity<Result> rejectPlea(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaRejection body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    /** The prosecutor agrees to an offer. That is no plea entered: only a court enters one. */
    @PostMapping("/{id}/pleas/{plea}/agreement")
    ResponseEntity<Result> agreePlea(
            @PathVariable String id,
            @PathVariable String plea,
            @RequestBody PleaAgreement body,
            Caller caller) {
        return actOnPlea(
                id, (shape, subjects) -> body.command(new PleaId(plea), shape, subjects), caller);
    }

    /**
     * Either side or a coordinator records that the court listed the hearing for another day. A
     * slot that would come too late is named in a notice.
     */
    @PostMapping("/{id}/hearing")
    ResponseEntity<Result> relistHearing(
            @PathVariable String id, @RequestBody Relisting body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * A coordinator records that another firm took the case over, or that the defendant goes on in
     * person.
     */
    @PostMapping("/{id}/representation")
    ResponseEntity<Result> transferRepresentation(
            @PathVariable String id, @RequestBody Transfer body, Caller caller) {
        return act(id, body, caller);
    }

    /** The defence withdraws its request, which closes the engagement. */
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Result> withdraw(
            @PathVariable String id, @RequestBody Withdrawal body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * The prosecutor records how the hearing ended. A final outcome closes the engagement; a new
     * date keeps it open.
     */
    @PostMapping("/{id}/outcome")
    ResponseEntity<Result> recordOutcome(
            @PathVariable String id, @RequestBody Outcome body, Caller caller) {
        return act(id, body, caller);
    }

    /**
     * A coordinator marks an earlier event as recorded in error. It stays in the history, and
     * counts no more.
     */
    @PostMapping("/{id}/corrections")
    ResponseEntity<Result> correct(
            @PathVariable String id, @RequestBody Correction body, Caller caller) {
        return overwrite(id, body, caller);
    }

    private ResponseEntity<Result> act(String id, Body body, Caller caller) {
        return Answers.done(id, send(id, body, caller, caller.conditions()));
    }

    /** The same for what could undo what somebody else has just written. */
    private ResponseEntity<Result> overwrite(String id, Body body, Caller caller) {
        return Answers.done(id, send(id, body, caller, caller.conditionsOfOverwriting()));
    }

    /** The same for what is done about a plea that the path names, and no pointer points to. */
    private ResponseEntity<Result> actOnPlea(String id, Body body, Caller caller) {
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
