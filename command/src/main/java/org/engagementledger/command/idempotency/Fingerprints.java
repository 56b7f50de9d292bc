package org.engagementledger.command.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Tells whether two commands ask the same, without keeping what they ask. It is made from what may
 * be personal, so it is kept sealed: whoever has the database alone can't try guesses on it.
 */
final class Fingerprints {

    /** They are about requests, not about a person or case, and have a data key of their own. */
    private static final String SUBJECT = "answers";

    private final Sealer sealer;
    private final JsonMapper json;

    Fingerprints(Sealer sealer) {
        this.sealer = sealer;
        this.json =
                LedgerJson.sealedBuilder(sealer)
                        .addModule(new SimpleModule("in-the-clear").addSerializer(new InTheClear()))
                        .build();
    }

    /**
     * SHA-256 over the command's name and all that is in it, in hexadecimal; but for what is made
     * at random each time that it is asked.
     */
    String of(Object asked) {
        Object command = asked instanceof Open open ? open.withoutHash() : asked;
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(command.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash.digest(json.writeValueAsBytes(command)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** A fingerprint as it is kept. */
    String seal(String fingerprint) {
        return json.writeValueAsString(sealer.seal(new Personal.Known<>(SUBJECT, fingerprint)));
    }

    /** What was sealed; empty if the key of all fingerprints was destroyed since. */
    Optional<String> open(String sealed) {
        return sealer.open(json.readValue(sealed, Sealed.class), String.class)
                        instanceof Personal.Known<String> known
                ? Optional.of(known.secret())
                : Optional.empty();
    }

    /** For the digest alone: what it writes is kept nowhere. */
    private final class InTheClear extends ValueSerializer<Personal<?>> {

        @Override
        public Class<?> handledType() {
            return Personal.class;
        }

        @Override
        public void serialize(
                Personal<?> value, JsonGenerator generator, SerializationContext context) {
            Personal<?> opened =
                    value
                                    instanceof
                                    Personal.Unopened<?>(
                                            String subject,
                                            String sealed,
                                            String commitment)
                            ? sealer.open(new Sealed(subject, sealed, commitment), String.class)
                            : value;
            generator.writeString(opened.value().map(Object::toString).orElse(""));
        }
    }
}
