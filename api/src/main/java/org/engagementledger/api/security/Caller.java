package org.engagementledger.api.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and the key under which it may be repeated.
 *
 * @param actor who, in which role and for which firm
 * @param keyHash the hash of the {@code Idempotency-Key}; null if the request has none
 * @param request tells this request from all others but its repetitions: a hash over who asks what
 *     under which key
 */
public record Caller(Actor actor, @Nullable String keyHash, String request) {

    /** What is asked, as {@code POST /api/engagements}, by whom and under which key. */
    static Caller of(Actor actor, String asked, @Nullable String key) {
        String unique = key == null ? UUID.randomUUID().toString() : key;
        return new Caller(
                actor,
                key == null ? null : hash(key),
                hash(actor.id() + "\n" + asked + "\n" + unique));
    }

    /** The provenance of what the request asks for. */
    public Provenance provenance() {
        return new Provenance(actor, "http", keyHash);
    }

    /** The id of the engagement that this request makes: the same request makes the same. */
    public EngagementId newEngagement() {
        byte[] hash = HexFormat.of().parseHex(request);
        // As a UUID of version 8: bits of the maker's own.
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new EngagementId(new UUID(bits.getLong(), bits.getLong()).toString());
    }

    /** SHA-256, in hexadecimal. */
    private static String hash(String text) {
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
