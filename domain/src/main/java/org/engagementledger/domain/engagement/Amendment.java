package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.engagement.command.Amend;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.NewDefendantDetails;
import org.engagementledger.domain.engagement.detail.RequestId;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;

/** What the defence may add or change after submitting. */
final class Amendment {

    private Amendment() {}

    static Decision<EngagementEvent> decide(CaseFile file, Amend c, Circumstances at) {
        boolean inPerson = file.firm().isEmpty();
        Checks checks = new Checks(at.actor());
        checks.refuseIf(
                c.contact() == null
                        && c.defendants().isEmpty()
                        && c.details().isEmpty()
                        && c.issues().isEmpty()
                        && c.information().isEmpty()
                        && c.notes().isEmpty(),
                NOTHING_TO_AMEND,
                "");
        if (c.contact() != null) {
            People.checkContact(checks, c.contact(), inPerson);
        }
        People.checkDefendants(checks, c.defendants(), at.today());
        checkDetails(checks, file, c.details());
        People.checkIssues(checks, c.issues());
        checkInformation(checks, file, c);
        checks.notes(c.notes(), "/notes");
        return checks.then(
                () ->
                        List.of(
                                new Amended(
                                        file.id(),
                                        c.contact() == null
                                                ? null
                                                : People.requester(
                                                        file.firm().orElse(null), c.contact()),
                                        People.numbered(
                                                c.defendants(), file.numbering(), at.today()),
                                        details(file, c),
                                        People.numberedIssues(
                                                c.issues(), file.numbering().issues()),
                                        c.information(),
                                        c.notes())));
    }

    private static void checkDetails(
            Checks checks, CaseFile file, List<NewDefendantDetails> details) {
        Set<DefendantId> seen = new HashSet<>();
        for (int i = 0; i < details.size(); i++) {
            NewDefendantDetails change = details.get(i);
            String field = "/details/" + i;
            DefendantId defendant = change.defendant();
            checks.refuseIf(
                    !file.charges().knows(defendant), DEFENDANT_UNKNOWN, field + "/defendant");
            checks.refuseIf(!seen.add(defendant), NAMED_TWICE, field + "/defendant");
            checks.refuseIf(
                    change.custodyTimeLimit() != null && change.custody() != CustodyStatus.CUSTODY,
                    CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY,
                    field + "/custodyTimeLimit");
            checks.refuseIf(
                    change.custody() == null
                            && change.custodyTimeLimit() == null
                            && change.needs().isEmpty()
                            && change.offences().isEmpty(),
                    NOTHING_TO_AMEND,
                    field);
            People.checkOffences(checks, change.offences(), field);
        }
    }

    private static void checkInformation(Checks checks, CaseFile file, Amend c) {
        Set<RequestId> seen = new HashSet<>();
        for (int i = 0; i < c.information().size(); i++) {
            RequestId request = c.information().get(i).request();
            String field = "/information/" + i;
            checks.refuseIf(!file.requests().isOpen(request), REQUEST_UNKNOWN, field + "/request");
            checks.refuseIf(!seen.add(request), NAMED_TWICE, field + "/request");
            checks.sharedNote(c.information().get(i).answer(), field + "/answer");
        }
    }

    private static List<DefendantDetails> details(CaseFile file, Amend c) {
        int offences =
                file.numbering().offences()
                        + c.defendants().stream().mapToInt(d -> d.offences().size()).sum();
        List<DefendantDetails> details = new ArrayList<>();
        for (NewDefendantDetails change : c.details()) {
            details.add(
                    new DefendantDetails(
                            change.defendant(),
                            change.custody(),
                            change.custodyTimeLimit(),
                            change.needs(),
                            People.numberedOffences(change.offences(), offences)));
            offences += change.offences().size();
        }
        return details;
    }
}
