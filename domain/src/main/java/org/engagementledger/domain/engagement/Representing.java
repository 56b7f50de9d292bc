package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.engagement.command.TransferRepresentation;
import org.engagementledger.domain.engagement.command.Withdraw;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.Withdrawn;

/** Who engages for the defence: another firm takes over, or the defence withdraws. */
final class Representing {

    private Representing() {}

    static Decision<EngagementEvent> transfer(
            CaseFile file, TransferRepresentation c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(
                Optional.ofNullable(c.firm()).equals(file.firm()),
                SAME_FIRM,
                c.firm() == null ? "/inPerson" : "/firm");
        People.checkContact(checks, c.contact(), c.firm() == null);
        return checks.then(
                () ->
                        List.of(
                                new RepresentationTransferred(
                                        file.id(),
                                        file.firm().orElse(null),
                                        People.requester(c.firm(), c.contact()))));
    }

    static Decision<EngagementEvent> withdraw(CaseFile file, Withdraw c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(c.reason() == null, REASON_REQUIRED, "/reason");
        checks.note(c.note(), "/note");
        return checks.then(
                () -> {
                    List<EngagementEvent> events =
                            new ArrayList<>(Booking.released(file, ReleaseReason.WITHDRAWN, at));
                    events.add(new Withdrawn(file.id(), People.known(c.reason()), c.note()));
                    return events;
                });
    }
}
