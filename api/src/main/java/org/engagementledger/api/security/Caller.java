package org.engagementledger.api.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.engagementledger.api.asking.IfMatch;
import org.engagementledger.command.Conditions;
import org.engagementledger.domain.calendar.CalendarId;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and how it asks to be carried out.
 *
 * @param actor who, in which role and for which firm
 * @param request tells this request from all others but its repetitions: a hash over who asks what
 *     under which key
 * @param repeatable whether there is a key, and so whether it may be repeated
 * @param ifMatch on which version it rests
 * @param dryRun whether it only asks what would come of it
 */
public record Caller(
        Actor actor, String request, boolean repeatable, IfMatch ifMatch, boolean dryRun) {

    /**
     * What is asked, as {@code POST /api/engagements}, by whom and under which key. A trial has no
     * effect that a key would keep from happening twice, so it goes without.
     */
    static Caller of(
            Actor actor, String asked, @Nullable String key, IfMatch ifMatch, boolean dryRun) {
        boolean repeatable = key != null && !dryRun;
        String unique = repeatable ? key : UUID.randomUUID().toString();
        return new Caller(
                actor,
                hash(actor.id() + "\n" + asked + "\n" + unique),
                repeatable,
                ifMatch,
                dryRun);
    }

    /** The provenance of what the request asks for. */
    public Provenance provenance() {
        return new Provenance(actor, "http", repeatable ? request : null);
    }

    /** On which conditions it asks for something that may be done whatever others have done. */
    public Conditions conditions() {
        return new Conditions(ifMatch.versions(), dryRun);
    }

    /**
     * The same for what may overwrite what others have done.
     *
     * @throws org.engagementledger.api.problem.Misasked if the request rests on no version
     */
    public Conditions conditionsOfOverwriting() {
        ifMatch.required();
        return conditions();
    }

    /**
     * The same for what makes something new.
     *
     * @throws org.engagementledger.api.problem.Misasked if the request rests on a version
     */
    public Conditions conditionsOfMaking() {
        ifMatch.impossible();
        return conditions();
    }

    /** The id of the engagement that this request makes: the same request makes the same. */
    public EngagementId newEngagement() {
        return new EngagementId(newId());
    }

    /** The id of the calendar that this request opens, likewise. */
    public CalendarId newCalendar() {
        return new CalendarId(newId());
    }

    private String newId() {
        byte[] hash = HexFormat.of().parseHex(request);
        // As a UUID of version 8: bits of the maker's own.
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString();
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
