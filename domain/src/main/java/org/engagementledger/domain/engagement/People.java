package org.engagementledger.domain.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.Requester;
import org.jspecify.annotations.Nullable;

/**
 * What a submission and an amendment have in common: people, what they are charged with, and
 * issues.
 */
final class People {

    private static final int ADULT = 18;

    private People() {}

    /** A firm's practitioner is reached by e-mail and telephone; a litigant in person by either. */
    static void checkContact(Checks checks, @Nullable Contact contact, boolean inPerson) {
        checks.required(contact, "/contact");
        if (contact == null) {
            return;
        }
        checks.line(contact.name(), "/contact/name");
        if (!inPerson || (contact.email() == null && contact.telephone() == null)) {
            checks.required(contact.email(), "/contact/email");
            checks.required(contact.telephone(), "/contact/telephone");
        }
        if (contact.email() != null) {
            checks.email(contact.email(), "/contact/email");
        }
        if (contact.telephone() != null) {
            checks.line(contact.telephone(), "/contact/telephone");
        }
    }

    /** The contact as the ledger keeps it; only for a contact that {@link #checkContact} passed. */
    static Requester requester(@Nullable FirmId firm, @Nullable Contact contact) {
        Contact whole = known(contact);
        boolean secure =
                text(whole.email())
                        .map(email -> email.toLowerCase(Locale.ROOT).endsWith(".cjsm.net"))
                        .orElse(false);
        return new Requester(firm, known(whole.name()), whole.email(), secure, whole.telephone());
    }

    static void checkDefendants(Checks checks, List<NewDefendant> defendants, LocalDate today) {
        for (int i = 0; i < defendants.size(); i++) {
            NewDefendant defendant = defendants.get(i);
            String field = "/defendants/" + i;
            checks.line(defendant.name(), field + "/name");
            born(defendant)
                    .ifPresent(
                            born ->
                                    checks.refuseIf(
                                            !born.isBefore(today),
                                            Rule.BORN_IN_FUTURE,
                                            field + "/dateOfBirth"));
            checks.refuseIf(
                    defendant.custodyTimeLimit() != null
                            && defendant.custody() != CustodyStatus.CUSTODY,
                    Rule.CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY,
                    field + "/custodyTimeLimit");
            checkOffences(checks, defendant.offences(), field);
        }
    }

    static void checkOffences(Checks checks, List<NewOffence> offences, String field) {
        for (int i = 0; i < offences.size(); i++) {
            checks.line(offences.get(i).title(), field + "/offences/" + i + "/title");
        }
    }

    /** The defendants, numbered on from what there is. */
    static List<Defendant> numbered(
            List<NewDefendant> defendants, Numbering numbering, LocalDate today) {
        List<Defendant> numbered = new ArrayList<>();
        int offences = numbering.offences();
        for (NewDefendant defendant : defendants) {
            numbered.add(
                    new Defendant(
                            DefendantId.numbered(numbering.defendants() + numbered.size() + 1),
                            known(defendant.name()),
                            defendant.dateOfBirth(),
                            defendant.custody(),
                            defendant.custodyTimeLimit(),
                            needs(defendant, today),
                            numberedOffences(defendant.offences(), offences)));
            offences += defendant.offences().size();
        }
        return numbered;
    }

    /** Offences, numbered on from the highest number given so far. */
    static List<Offence> numberedOffences(List<NewOffence> offences, int highest) {
        List<Offence> numbered = new ArrayList<>();
        for (NewOffence offence : offences) {
            numbered.add(
                    new Offence(
                            OffenceId.numbered(highest + numbered.size() + 1),
                            known(offence.title())));
        }
        return numbered;
    }

    static void checkIssues(Checks checks, List<NewIssue> issues) {
        for (int i = 0; i < issues.size(); i++) {
            NewIssue issue = issues.get(i);
            String field = "/issues/" + i;
            checks.required(issue.category(), field + "/category");
            checks.required(issue.matter(), field + "/matter");
            checks.sharedNote(issue.matter(), field + "/matter");
            checks.note(issue.sought(), field + "/sought");
        }
    }

    /** Issues, numbered on from the highest number given so far. */
    static List<Issue> numberedIssues(List<NewIssue> issues, int highest) {
        List<Issue> numbered = new ArrayList<>();
        for (NewIssue issue : issues) {
            numbered.add(
                    new Issue(
                            IssueId.numbered(highest + numbered.size() + 1),
                            known(issue.category()),
                            known(issue.matter()),
                            issue.sought()));
        }
        return numbered;
    }

    private static List<Need> needs(NewDefendant defendant, LocalDate today) {
        TreeSet<Need> needs = new TreeSet<>(defendant.needs());
        if (born(defendant).filter(born -> born.plusYears(ADULT).isAfter(today)).isPresent()) {
            needs.add(Need.CHILD);
        }
        return List.copyOf(needs);
    }

    private static Optional<LocalDate> born(NewDefendant defendant) {
        Personal<LocalDate> born = defendant.dateOfBirth();
        return born == null ? Optional.empty() : born.value();
    }

    private static Optional<String> text(@Nullable Personal<String> text) {
        return text == null ? Optional.empty() : text.value();
    }

    /** What the checks have found to be there. */
    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Unchecked: a required value is missing");
        }
        return value;
    }
}
