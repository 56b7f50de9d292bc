package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.Words.*;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;

/** A request to engage that breaks no rule, until a test says otherwise. */
final class Request {

    private boolean inPerson;
    private Contact contact = Words.contact();
    private String urn = "01ZD0303920";
    private String court = BROMLEY;
    private Stage stage = Stage.PRE_TRIAL;
    private LocalDate hearing = date("2020-11-20");
    private boolean idpcReceived = true;
    private List<NewDefendant> defendants = List.of(defendant());
    private List<NewIssue> issues = List.of(issue());
    private List<Note> notes = List.of();

    private Request() {}

    static Request request() {
        return new Request();
    }

    static NewDefendant defendant() {
        return new NewDefendant(
                personal("Dan Madeup"),
                null,
                null,
                null,
                List.of(),
                List.of(offence("Theft from a shop"), offence("Going equipped")));
    }

    static NewDefendant born(String date) {
        return new NewDefendant(
                personal("Dan Madeup"),
                Personal.known("case-1", LocalDate.parse(date)),
                null,
                null,
                List.of(),
                List.of(offence("Theft from a shop")));
    }

    static NewDefendant kept(CustodyStatus custody, String timeLimit, Need... needs) {
        return new NewDefendant(
                personal("Dan Madeup"),
                null,
                custody,
                timeLimit == null ? null : LocalDate.parse(timeLimit),
                List.of(needs),
                List.of(offence("Theft from a shop")));
    }

    static NewOffence offence(String title) {
        return new NewOffence(personal(title));
    }

    static NewIssue issue() {
        return new NewIssue(
                IssueCategory.ACCEPTABLE_PLEA, shared("Would a plea to one be acceptable?"), null);
    }

    Request inPerson() {
        inPerson = true;
        return this;
    }

    Request contact(Contact changed) {
        contact = changed;
        return this;
    }

    Request urn(String changed) {
        urn = changed;
        return this;
    }

    Request court(String changed) {
        court = changed;
        return this;
    }

    Request stage(Stage changed) {
        stage = changed;
        return this;
    }

    Request hearing(String changed) {
        hearing = changed == null ? null : LocalDate.parse(changed);
        return this;
    }

    Request withoutIdpc() {
        idpcReceived = false;
        return this;
    }

    Request defendants(NewDefendant... changed) {
        defendants = List.of(changed);
        return this;
    }

    Request issues(NewIssue... changed) {
        issues = List.of(changed);
        return this;
    }

    Request notes(Note... changed) {
        notes = List.of(changed);
        return this;
    }

    Submit submit() {
        return new Submit(
                ENGAGEMENT,
                inPerson,
                contact,
                urn,
                court,
                stage,
                hearing,
                idpcReceived,
                defendants,
                issues,
                notes);
    }
}
