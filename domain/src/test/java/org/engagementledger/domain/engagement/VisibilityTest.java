package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.casework.Visibility.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Request.request;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VisibilityTest {

    private static final String AFTER_THE_SLOT = "2020-11-05T15:45:00Z";

    /** Every text of every command: by whom, and with which visibility it is accepted. */
    @TestFactory
    Stream<DynamicTest> every_text_has_its_readers() {
        EngagementEvent offer = pleaOffered("P1", Plea.GUILTY, "2020-11-03T09:00:00Z");
        Scenario none = given();
        Scenario triage = given(submitted(), informationRequested("R1"));
        Scenario booked = given(submitted(), triaged(putForward("I1")), slotBooked("15:20"));
        Scenario pleas = given(submitted(), offer);
        Set<Visibility> both = Set.of(SHARED);
        Set<Visibility> defence = Set.of(SHARED, DEFENCE_ONLY);
        Set<Visibility> prosecution = Set.of(SHARED, PROSECUTION_ONLY);
        Set<Visibility> themselves = Set.of(PROSECUTION_ONLY);
        return Stream.of(
                text("a request's issue", practitioner(), both, none, n -> asking(n, null)),
                text(
                        "what is sought",
                        practitioner(),
                        defence,
                        none,
                        n -> asking(shared("A matter."), n)),
                text(
                        "a request's note",
                        practitioner(),
                        defence,
                        none,
                        n -> request().notes(n).submit()),
                text("a new issue", practitioner(), both, triage, n -> raise(issue(n, null))),
                text("an amendment's note", practitioner(), defence, triage, n -> add(n)),
                text(
                        "an answer to a request",
                        practitioner(),
                        both,
                        triage,
                        n -> give(new InformationGiven(new RequestId("R1"), n))),
                text(
                        "what is asked for",
                        triageOfficer(),
                        both,
                        triage,
                        n -> requestInformation(Party.DEFENCE, n, shared("Why."), null)),
                text(
                        "why it is asked for",
                        triageOfficer(),
                        prosecution,
                        triage,
                        n -> requestInformation(Party.DEFENCE, shared("What."), n, null)),
                text(
                        "triage's answer",
                        triageOfficer(),
                        both,
                        triage,
                        n -> triage(finding(FindingKind.ANSWERED, n, null, null))),
                text(
                        "triage's reason",
                        triageOfficer(),
                        both,
                        triage,
                        n -> triage(finding(FindingKind.OUT_OF_SCOPE, null, n, null))),
                text(
                        "triage's own reasoning",
                        triageOfficer(),
                        themselves,
                        triage,
                        n -> triage(finding(FindingKind.PUT_FORWARD, null, null, n))),
                text(
                        "how it was settled",
                        lead(),
                        prosecution,
                        triage,
                        n ->
                                new Resolve(
                                        ENGAGEMENT,
                                        List.of(new Resolve.Settled(new IssueId("I1"), n)))),
                text(
                        "why a slot is given back",
                        practitioner(),
                        defence,
                        booked,
                        n -> new CancelBooking(ENGAGEMENT, n)),
                meeting("a meeting's outcome", prosecution, booked, n -> held(n, List.of(), null)),
                meeting(
                        "what is to be done",
                        both,
                        booked,
                        n -> held(null, List.of(), new ActionPoint(Party.POLICE, n, DUE))),
                meeting("a meeting's note", prosecution, booked, n -> held(null, List.of(n), null)),
                meeting(
                        "how it was missed",
                        prosecution,
                        booked,
                        n -> new MissMeeting(ENGAGEMENT, List.of(Party.DEFENCE), n)),
                text(
                        "the basis of an offer",
                        practitioner(),
                        both,
                        triage,
                        n -> offerPlea("D1", "O1", Plea.GUILTY_ON_A_BASIS, n, null)),
                text(
                        "the basis that is acceptable",
                        lead(),
                        both,
                        triage,
                        n -> indicatePlea(Plea.GUILTY_ON_A_BASIS, n)),
                text(
                        "why an offer is withdrawn",
                        practitioner(),
                        defence,
                        pleas,
                        n -> new WithdrawPleaOffer(ENGAGEMENT, new PleaId("P1"), n, null)),
                text(
                        "why an offer is rejected",
                        lead(),
                        prosecution,
                        pleas,
                        n -> rejectPlea("P1", n)),
                text(
                        "the victim's views",
                        lead(),
                        themselves,
                        pleas,
                        n -> agreePlea("P1", new VictimsViews(Consideration.CONSIDERED, n))),
                text(
                        "an agreement's note",
                        lead(),
                        prosecution,
                        pleas,
                        n ->
                                new AgreePlea(
                                        ENGAGEMENT,
                                        new PleaId("P1"),
                                        new VictimsViews(Consideration.NO_VICTIM, null),
                                        n,
                                        null)),
                text(
                        "why it is relisted, for the defence",
                        practitioner(),
                        defence,
                        triage,
                        n -> new RelistHearing(ENGAGEMENT, DUE, n)),
                text(
                        "why it is relisted, for a coordinator",
                        coordinator(),
                        both,
                        triage,
                        n -> new RelistHearing(ENGAGEMENT, DUE, n)),
                text(
                        "why a request is withdrawn",
                        practitioner(),
                        defence,
                        triage,
                        n -> new Withdraw(ENGAGEMENT, WithdrawalReason.NO_LONGER_NEEDED, n)),
                text("an outcome's note", lead(), prosecution, triage, n -> vacated(n)),
                text(
                        "why a record was in error",
                        coordinator(),
                        both,
                        triage,
                        n -> new RecordInError(ENGAGEMENT, 1, n)));
    }

    private static final LocalDate DUE = date("2020-12-01");

    private static DynamicTest text(
            String what,
            Actor writer,
            Set<Visibility> accepted,
            Scenario scenario,
            Function<Note, EngagementCommand> command) {
        return text(what, writer, "2020-11-03T10:00:00Z", accepted, scenario, command);
    }

    private static DynamicTest meeting(
            String what,
            Set<Visibility> accepted,
            Scenario scenario,
            Function<Note, EngagementCommand> command) {
        return text(what, lead(), AFTER_THE_SLOT, accepted, scenario, command);
    }

    private static DynamicTest text(
            String what,
            Actor writer,
            String now,
            Set<Visibility> accepted,
            Scenario scenario,
            Function<Note, EngagementCommand> command) {
        return DynamicTest.dynamicTest(
                what + ": " + accepted,
                () -> {
                    for (Visibility visibility : Visibility.values()) {
                        Scenario.Attempt written =
                                scenario.when(command.apply(note(visibility))).by(writer).at(now);
                        if (accepted.contains(visibility)) {
                            written.thenAccepted();
                        } else {
                            assertThat(written.refusals())
                                    .isNotEmpty()
                                    .allMatch(r -> r.field().endsWith("/visibility"))
                                    .extracting(r -> r.rule())
                                    .isSubsetOf(
                                            MUST_BE_SHARED,
                                            MUST_STAY_WITH_PROSECUTION,
                                            VISIBILITY_NOT_YOURS);
                        }
                    }
                });
    }

    private static Submit asking(Note matter, Note sought) {
        return request().issues(issue(matter, sought)).submit();
    }

    private static NewIssue issue(Note matter, Note sought) {
        return new NewIssue(IssueCategory.DISCLOSURE, matter, sought);
    }

    private static Finding finding(FindingKind kind, Note answer, Note reason, Note reasoning) {
        return new Finding(new IssueId("I1"), kind, answer, reason, reasoning);
    }

    private static HoldMeeting held(Note outcome, List<Note> notes, ActionPoint action) {
        return new HoldMeeting(
                ENGAGEMENT,
                null,
                theLeadAndTheDefence(),
                List.of(new MeetingOutcome(new IssueId("I1"), MeetingResult.AGREED, outcome)),
                action == null ? List.of() : List.of(action),
                notes);
    }

    private static RecordOutcome vacated(Note note) {
        return new RecordOutcome(ENGAGEMENT, ListingResult.VACATED, "A", null, note, null);
    }

    @Test
    void the_victims_views_are_never_marked_for_anybody_else() {
        given(submitted(), pleaOffered("P1", Plea.GUILTY, "2020-11-03T09:00:00Z"))
                .when(agreePlea("P1", new VictimsViews(SHARED, Consideration.CONSIDERED, null)))
                .by(lead())
                .thenRefused(MUST_STAY_WITH_PROSECUTION, "/victimsViews/visibility");
    }

    @Test
    void a_refusal_says_whose_text_it_cannot_be() {
        given(submitted())
                .when(add(prosecutionOnly("Not mine to write.")))
                .by(practitioner())
                .thenRefused(VISIBILITY_NOT_YOURS, "/notes/0/visibility")
                .saying(
                        "The role of defence practitioner may not write a text that is prosecution"
                                + " only.");
    }

    @Test
    void no_event_shows_a_personal_value_in_its_text_form() {
        assertThat(submitted().toString()).doesNotContain("Rosa", "Dan", "plea to one");
    }
}
