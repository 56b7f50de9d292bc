package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Role.COORDINATOR;
import static org.engagementledger.domain.casework.Role.DEFENCE_PRACTITIONER;
import static org.engagementledger.domain.casework.Role.DISTRICT_CROWN_PROSECUTOR;
import static org.engagementledger.domain.casework.Role.SYSTEM;
import static org.engagementledger.domain.casework.Role.TRIAGE_OFFICER;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.*;

/** Who may ask what of an engagement. What isn't allowed here is refused. */
public final class Permissions {

    private Permissions() {}

    /** The roles that may give such a command. */
    public static Set<Role> roles(EngagementCommand command) {
        return switch (command) {
            case Submit c -> defenceOrCoordinator();
            case Amend c -> defenceOrCoordinator();
            case OfferPlea c -> defenceOrCoordinator();
            case WithdrawPleaOffer c -> defenceOrCoordinator();
            case Withdraw c -> defenceOrCoordinator();
            case RequestInformation c -> EnumSet.of(TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR);
            case EscalateTriage c -> EnumSet.of(SYSTEM);
            case Triage c -> EnumSet.of(TRIAGE_OFFICER);
            case Resolve c -> EnumSet.of(TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR);
            case BookSlot c -> EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case CancelBooking c -> EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case JoinWaitingList c -> EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case LeaveWaitingList c ->
                    EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case AcceptOffer c -> EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case DeclineOffer c -> EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
            case OfferSlot c -> EnumSet.of(SYSTEM);
            case ExpireOffer c -> EnumSet.of(SYSTEM);
            case EndWaiting c -> EnumSet.of(SYSTEM);
            case HoldMeeting c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
            case MissMeeting c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR, COORDINATOR);
            case IndicatePlea c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
            case RejectPlea c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
            case AgreePlea c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
            case RelistHearing c ->
                    EnumSet.of(
                            DEFENCE_PRACTITIONER,
                            TRIAGE_OFFICER,
                            DISTRICT_CROWN_PROSECUTOR,
                            COORDINATOR);
            case TransferRepresentation c -> EnumSet.of(COORDINATOR);
            case RecordOutcome c -> EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
            case RecordInError c -> EnumSet.of(COORDINATOR);
        };
    }

    private static Set<Role> defenceOrCoordinator() {
        return EnumSet.of(DEFENCE_PRACTITIONER, COORDINATOR);
    }

    /**
     * Refuses whoever may not give the command at all, whatever it is about: whether there is such
     * an engagement makes no difference to what they are told.
     */
    public static Optional<Refusal> refusal(EngagementCommand command, Actor actor) {
        if (!roles(command).contains(actor.role())) {
            return Optional.of(Refusal.of(Rule.NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return actor.role() == DEFENCE_PRACTITIONER && actor.firm() == null
                ? Optional.of(Refusal.of(Rule.FIRM_REQUIRED, ""))
                : Optional.empty();
    }

    /**
     * Refuses whoever may not give the command on this engagement. To another firm it doesn't
     * exist.
     */
    static Optional<Refusal> refusal(EngagementCommand command, Actor actor, CaseFile file) {
        Optional<FirmId> firm = file.firm();
        if (actor.role() == DEFENCE_PRACTITIONER
                && !firm.equals(Optional.ofNullable(actor.firm()))) {
            return Optional.of(Refusal.of(Rule.ENGAGEMENT_UNKNOWN, ""));
        }
        boolean inTheDefencesPlace =
                switch (command) {
                    case Amend c -> true;
                    case OfferPlea c -> true;
                    case WithdrawPleaOffer c -> true;
                    case Withdraw c -> true;
                    default -> false;
                };
        return actor.role() == COORDINATOR && inTheDefencesPlace && firm.isPresent()
                ? Optional.of(Refusal.of(Rule.ON_BEHALF_OF_IN_PERSON, ""))
                : Optional.empty();
    }
}
