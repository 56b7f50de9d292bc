package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;

/** What can be asked of an engagement, in the order of a case's life. */
public sealed interface EngagementCommand
        permits Submit,
                Amend,
                RequestInformation,
                EscalateTriage,
                Triage,
                Resolve,
                BookSlot,
                CancelBooking,
                WaitingCommand,
                HoldMeeting,
                MissMeeting,
                OfferPlea,
                WithdrawPleaOffer,
                IndicatePlea,
                RejectPlea,
                AgreePlea,
                RelistHearing,
                TransferRepresentation,
                Withdraw,
                RecordOutcome,
                RecordInError {

    EngagementId engagement();
}
