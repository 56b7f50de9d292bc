package org.engagementledger.command.claim;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.claim.Claim;
import org.engagementledger.domain.claim.ClaimId;
import org.springframework.stereotype.Component;

/** Takes and releases claims in the unit of work of an engagement's command. */
@Component
public class Claims {

    private final Repository<ClaimAggregate> claims;

    Claims(Repository<ClaimAggregate> claims) {
        this.claims = claims;
    }

    /** Plans that the engagement holds another claim after than before. */
    public void change(
            Optional<ClaimId> before,
            Optional<ClaimId> after,
            EngagementId engagement,
            Asked asked,
            Together together) {
        if (before.equals(after)) {
            return;
        }
        Stream.concat(before.stream(), after.stream())
                .sorted(Comparator.comparing(ClaimId::value))
                .forEach(
                        id -> {
                            Aggregate<ClaimAggregate> aggregate = load(id);
                            Claim claim = aggregate.invoke(ClaimAggregate::claim);
                            together.plan(
                                    after.filter(id::equals).isPresent()
                                            ? claim.take(id, engagement)
                                            : claim.release(id, engagement),
                                    event -> aggregate.execute(it -> it.write(event, asked.now())));
                        });
    }

    private Aggregate<ClaimAggregate> load(ClaimId id) {
        try {
            return claims.loadOrCreate(id.value(), ClaimAggregate::new);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The claim could not be loaded", failed);
        }
    }
}
