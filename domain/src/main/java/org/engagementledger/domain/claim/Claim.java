package org.engagementledger.domain.claim;

import static org.engagementledger.domain.casework.Rule.ALREADY_ENGAGED;

import java.util.List;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rule that no state of a single engagement can: a firm has one open engagement per case
 * and stage. It is taken and released in the same unit of work as the engagement's own event.
 *
 * @param holder the open engagement; null while there is none
 */
public record Claim(@Nullable EngagementId holder) {

    public static Claim free() {
        return new Claim(null);
    }

    /** Takes the claim, or refuses with the engagement that has it. */
    public Decision<ClaimEvent> take(ClaimId id, EngagementId engagement) {
        if (holder == null) {
            return Decision.accepted(new ClaimTaken(id, engagement));
        }
        return holder.equals(engagement)
                ? Decision.accepted()
                : Decision.refused(
                        Refusal.of(ALREADY_ENGAGED, "/urn")
                                .with("engagement", List.of(holder.value())));
    }

    /** Releases the claim, if the engagement has it. */
    public Decision<ClaimEvent> release(ClaimId id, EngagementId engagement) {
        return engagement.equals(holder)
                ? Decision.accepted(new ClaimReleased(id, engagement))
                : Decision.accepted();
    }

    public Claim evolve(ClaimEvent event) {
        return switch (event) {
            case ClaimTaken e -> new Claim(e.engagement());
            case ClaimReleased e -> free();
        };
    }
}
