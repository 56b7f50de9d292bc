package org.engagementledger.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.ALREADY_ENGAGED;

import java.util.List;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final FirmId FIRM = new FirmId("firm-specimen");
    private static final Urn URN = new Urn("01ZD0303920");
    private static final ClaimId ID = ClaimId.of(FIRM, URN, Stage.PRE_TRIAL);
    private static final EngagementId ONE = new EngagementId("engagement-1");
    private static final EngagementId TWO = new EngagementId("engagement-2");

    private static List<ClaimEvent> accepted(Decision<ClaimEvent> decision) {
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<ClaimEvent>) decision).events();
    }

    @Test
    void a_free_claim_is_taken() {
        assertThat(accepted(Claim.free().take(ID, ONE))).containsExactly(new ClaimTaken(ID, ONE));
        assertThat(Claim.free().evolve(new ClaimTaken(ID, ONE)).holder()).isEqualTo(ONE);
    }

    @Test
    void a_second_engagement_is_refused_with_the_first() {
        Refusal refusal = new Claim(ONE).take(ID, TWO).refusals().getFirst();
        assertThat(refusal.rule()).isEqualTo(ALREADY_ENGAGED);
        assertThat(refusal.field()).isEqualTo("/urn");
        assertThat(refusal.sentence())
                .isEqualTo("This firm has an open engagement on this case at this stage already.");
        assertThat(refusal.details()).containsEntry("engagement", List.of("engagement-1"));
    }

    @Test
    void whoever_has_it_takes_it_again_without_effect() {
        assertThat(accepted(new Claim(ONE).take(ID, ONE))).isEmpty();
    }

    @Test
    void it_is_released_by_whoever_has_it_and_then_free() {
        assertThat(accepted(new Claim(ONE).release(ID, ONE)))
                .containsExactly(new ClaimReleased(ID, ONE));
        assertThat(new Claim(ONE).evolve(new ClaimReleased(ID, ONE))).isEqualTo(Claim.free());
    }

    @Test
    void nobody_else_releases_it() {
        assertThat(accepted(new Claim(ONE).release(ID, TWO))).isEmpty();
        assertThat(accepted(Claim.free().release(ID, TWO))).isEmpty();
    }

    @Test
    void firm_case_and_stage_each_make_another_claim() {
        assertThat(ID).isEqualTo(ClaimId.of(FIRM, URN, Stage.PRE_TRIAL));
        assertThat(
                        List.of(
                                ClaimId.of(new FirmId("firm-pattern"), URN, Stage.PRE_TRIAL),
                                ClaimId.of(FIRM, new Urn("01ZD0303921"), Stage.PRE_TRIAL),
                                ClaimId.of(FIRM, URN, Stage.PRE_FIRST_HEARING)))
                .doesNotContain(ID)
                .doesNotHaveDuplicates();
    }
}
