package org.engagementledger.api.invitation;

import org.engagementledger.api.Answers;
import org.engagementledger.api.Answers.Result;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.security.Caller;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.SendAgain;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator has letters sent again. */
@RestController
@RequestMapping(
        path = "/api",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ResendController {

    private static final String RESEND = "/correspondence/{letter}/{recipient}/resend";

    private final Commands commands;
    private final PostOffice office;

    ResendController(Commands commands, PostOffice office) {
        this.commands = commands;
        this.office = office;
    }

    /** Nothing more is to be said to have one sent again. */
    record Resending() {}

    /**
     * Sends a letter about an engagement again that was given up for one of its recipients. It is
     * sent as it was written, as long as no later one tells them how things stand and the meeting
     * hasn't begun.
     *
     * @param letter which letter
     * @param recipient the recipient's id
     */
    @PostMapping("/engagements/{id}" + RESEND)
    ResponseEntity<Result> resendLetter(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String recipient,
            @RequestBody Resending body,
            Caller caller) {
        return send(id, new EngagementId(id), letter, recipient, caller);
    }

    /**
     * The same for a letter about a session.
     *
     * @param letter which letter
     * @param recipient the recipient's id
     */
    @PostMapping("/surgeries/{id}" + RESEND)
    ResponseEntity<Result> resendSessionLetter(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String recipient,
            @RequestBody Resending body,
            Caller caller) {
        return send(id, null, letter, recipient, caller);
    }

    private ResponseEntity<Result> send(
            String about,
            @Nullable EngagementId engagement,
            String letter,
            String recipient,
            Caller caller) {
        CorrespondenceId correspondence = CorrespondenceId.about(about);
        return Answers.done(
                correspondence.value(),
                commands.send(
                        new SendAgain(
                                correspondence,
                                engagement,
                                number(letter),
                                recipient,
                                office.isOpen()),
                        caller.provenance(),
                        caller.conditions()));
    }

    private static int number(String letter) {
        try {
            return Integer.parseInt(letter);
        } catch (NumberFormatException noNumber) {
            throw Refused.by(Rule.LETTER_UNKNOWN);
        }
    }
}
