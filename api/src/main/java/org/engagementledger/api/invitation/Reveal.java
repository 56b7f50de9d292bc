package org.engagementledger.api.invitation;

import java.util.Optional;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what a letter says to its recipient. */
@Component
class Reveal {

    private final Sealer sealer;

    Reveal(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The text in the clear; empty if there is none, or it was erased. */
    Optional<String> text(@Nullable Personal<String> text) {
        return switch (text) {
            case null -> Optional.empty();
            case Personal.Unopened<String>(String subject, String sealed, String commitment) ->
                    sealer.open(new Sealed(subject, sealed, commitment), String.class).value();
            default -> text.value();
        };
    }
}
