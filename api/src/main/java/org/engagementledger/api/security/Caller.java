package org.engagementledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.ledger.provenance.Provenance;

/**
 * Who makes a request, and the key under which it may be repeated.
 *
 * @param actor who, in which role and for which firm
 * @param keyHash the hash of the {@code Idempotency-Key}; of a random one if the request has none
 */
public record Caller(Actor actor, String keyHash) {

    /** The provenance of what the request asks for. */
    public Provenance provenance() {
        return new Provenance(actor, "http", keyHash);
    }

    /** The id of the engagement that this request makes: the same request makes the same. */
    public EngagementId newEngagement() {
        byte[] hash = HexFormat.of().parseHex(hash(actor.id() + "\n" + keyHash));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(hash, 0, 16);
        return new EngagementId(
                hex.substring(0, 8)
                        + "-"
                        + hex.substring(8, 12)
                        + "-"
                        + hex.substring(12, 16)
                        + "-"
                        + hex.substring(16, 20)
                        + "-"
                        + hex.substring(20));
    }

    /** SHA-256, in hexadecimal. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
