package org.engagementledger.domain.engagement;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.engagement.command.*;

/** Who gives a command of the walk: mostly somebody who may, sometimes anybody. */
final class WalkActors {

    static final List<FirmId> FIRMS =
            List.of(
                    new FirmId("firm-specimen"),
                    new FirmId("firm-pattern"),
                    new FirmId("firm-dummy"));

    private final Random random;

    WalkActors(Random random) {
        this.random = random;
    }

    Actor giving(EngagementCommand command, Engagement engagement) {
        if (random.nextInt(12) == 0) {
            return anybody();
        }
        Actor defence = defence(command, engagement);
        return switch (command) {
            case Submit c -> defence;
            case Amend c -> defence;
            case OfferPlea c -> defence;
            case WithdrawPleaOffer c -> defence;
            case Withdraw c -> defence;
            case BookSlot c -> oneOf(defence, in(Role.TRIAGE_OFFICER), in(Role.COORDINATOR));
            case CancelBooking c -> oneOf(defence, in(Role.TRIAGE_OFFICER), in(Role.COORDINATOR));
            case WaitingCommand c ->
                    Permissions.roles(c).contains(Role.SYSTEM)
                            ? in(Role.SYSTEM)
                            : oneOf(defence, in(Role.TRIAGE_OFFICER), in(Role.COORDINATOR));
            case RelistHearing c -> oneOf(defence, in(Role.COORDINATOR), lead());
            case RequestInformation c -> oneOf(in(Role.TRIAGE_OFFICER), lead());
            case EscalateTriage c -> in(Role.SYSTEM);
            case Triage c -> in(Role.TRIAGE_OFFICER);
            case Resolve c -> oneOf(in(Role.TRIAGE_OFFICER), lead());
            case MissMeeting c -> oneOf(lead(), in(Role.COORDINATOR));
            case HoldMeeting c -> lead();
            case IndicatePlea c -> lead();
            case RejectPlea c -> lead();
            case AgreePlea c -> lead();
            case RecordOutcome c -> lead();
            case TransferRepresentation c -> in(Role.COORDINATOR);
            case RecordInError c -> in(Role.COORDINATOR);
        };
    }

    private Actor defence(EngagementCommand command, Engagement engagement) {
        if (command instanceof Submit submit) {
            return submit.inPerson() ? in(Role.COORDINATOR) : practitionerOf(oneOf(FIRMS));
        }
        Optional<FirmId> firm =
                engagement instanceof Engagement.Made made ? made.file().firm() : Optional.empty();
        return firm.map(WalkActors::practitionerOf).orElse(in(Role.COORDINATOR));
    }

    private Actor anybody() {
        Role role = oneOf(List.of(Role.values()));
        return role == Role.DEFENCE_PRACTITIONER && random.nextInt(5) > 0
                ? practitionerOf(oneOf(FIRMS))
                : in(role);
    }

    private static Actor practitionerOf(FirmId firm) {
        return new Actor("practitioner-of-" + firm, Role.DEFENCE_PRACTITIONER, firm);
    }

    private static Actor in(Role role) {
        return new Actor("login-of-" + role, role, null);
    }

    private static Actor lead() {
        return in(Role.DISTRICT_CROWN_PROSECUTOR);
    }

    private Actor oneOf(Actor... actors) {
        return actors[random.nextInt(actors.length)];
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
