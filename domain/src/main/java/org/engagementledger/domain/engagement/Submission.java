package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.jspecify.annotations.Nullable;

/** What a request must bring (the letter: how to book a slot). */
final class Submission {

    private Submission() {}

    static Decision<EngagementEvent> decide(Submit c, Circumstances at) {
        Terms terms = at.terms();
        Optional<Urn> urn = c.urn() == null ? Optional.empty() : Urn.read(c.urn());
        boolean byCoordinator = at.actor().role() == Role.COORDINATOR;
        Checks checks = new Checks(at.actor());

        checks.refuseIf(c.inPerson() != byCoordinator, IN_PERSON_BY_COORDINATOR, "/inPerson");
        People.checkContact(checks, c.contact(), c.inPerson());
        checks.required(c.urn(), "/urn");
        checks.refuseIf(c.urn() != null && urn.isEmpty(), URN_MALFORMED, "/urn");
        checks.required(c.court(), "/court");
        checks.refuseIf(
                c.court() != null && terms.court(c.court()).isEmpty(),
                COURT_OUT_OF_SCOPE,
                "/court",
                terms.courtsInScope());
        checks.required(c.stage(), "/stage");
        checks.refuseIf(
                c.stage() == Stage.PRE_FIRST_HEARING && !c.idpcReceived(),
                IDPC_NOT_RECEIVED,
                "/idpcReceived");
        checks.required(c.hearingDate(), "/hearingDate");
        checks.refuseIf(
                c.hearingDate() != null && c.hearingDate().isBefore(at.today()),
                HEARING_IN_PAST,
                "/hearingDate");
        checks.refuseIf(c.defendants().isEmpty(), NO_DEFENDANT, "/defendants");
        People.checkDefendants(checks, c.defendants(), at.today());
        checks.refuseIf(c.issues().isEmpty(), NO_ISSUE, "/issues");
        People.checkIssues(checks, c.issues());
        checks.notes(c.notes(), "/notes");

        return checks.then(() -> List.of(submitted(c, urn.orElseThrow(), at)));
    }

    private static Submitted submitted(Submit c, Urn urn, Circumstances at) {
        LocalDate hearing = People.known(c.hearingDate());
        Stage stage = People.known(c.stage());
        return new Submitted(
                c.engagement(),
                at.now(),
                People.requester(at.actor().firm(), c.contact()),
                urn,
                People.known(c.court()),
                stage,
                hearing,
                shortNotice(stage, hearing, at),
                People.numbered(c.defendants(), Numbering.NONE, at.today()),
                People.numberedIssues(c.issues(), 0),
                c.notes());
    }

    /** Fewer than the letter's ten days before the trial: accepted, and marked. */
    private static boolean shortNotice(Stage stage, @Nullable LocalDate hearing, Circumstances at) {
        return stage == Stage.PRE_TRIAL
                && hearing != null
                && ChronoUnit.DAYS.between(at.today(), hearing) < at.terms().noticeDays();
    }
}
