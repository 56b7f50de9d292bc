package org.engagementledger.ledger.provenance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from; every event that follows from it carries this, as ids and codes only.
 *
 * @param actor who asked
 * @param channel by which door, such as {@code http}
 * @param idempotencyKeyHash tells the request from all others but its repetitions: a hash over who
 *     asked what under which key; null if there was no key, and it can't be repeated
 * @param correlation the command at which the chain began that it is part of; null if it begins one
 * @param causation the event that it follows from; null if it follows from none
 */
public record Provenance(
        Actor actor,
        String channel,
        @Nullable String idempotencyKeyHash,
        @Nullable String correlation,
        @Nullable String causation) {

    /** By this door come the ledger's own policies. */
    public static final String POLICY_CHANNEL = "policy";

    /**
     * By this door comes what is played into a demonstration: it tells of what happened before, and
     * no policy acts on it.
     */
    public static final String PLAY_CHANNEL = "pilot";

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String FIRM = "firm";

    /** The courts that a contact attends, with spaces between them; on commands, not on events. */
    public static final String COURTS = "courts";

    public static final String CHANNEL = "channel";
    public static final String IDEMPOTENCY_KEY_HASH = "idempotencyKeyHash";

    /** When it happened in the world, as an ISO-8601 instant. */
    public static final String OCCURRED_AT = "occurredAt";

    /** When it was written, as an ISO-8601 instant. */
    public static final String RECORDED_AT = "recordedAt";

    /** Why, as a stable code of the event. */
    public static final String REASON = "reason";

    /** The command at which a chain of commands and events began. */
    public static final String CORRELATION = "correlationId";

    /** What the event follows from: the command, or the event that a policy acted on. */
    public static final String CAUSATION = "causationId";

    /** Somebody's command, with which a chain begins. */
    public Provenance(Actor actor, String channel, @Nullable String idempotencyKeyHash) {
        this(actor, channel, idempotencyKeyHash, null, null);
    }

    /** The metadata as a message carries it. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ACTOR, actor.id());
        metadata.put(ROLE, actor.role().name());
        if (actor.firm() != null) {
            metadata.put(FIRM, actor.firm().value());
        }
        if (!actor.courts().isEmpty()) {
            metadata.put(COURTS, String.join(" ", new TreeSet<>(actor.courts())));
        }
        metadata.put(CHANNEL, channel);
        if (idempotencyKeyHash != null) {
            metadata.put(IDEMPOTENCY_KEY_HASH, idempotencyKeyHash);
        }
        if (correlation != null) {
            metadata.put(CORRELATION, correlation);
        }
        if (causation != null) {
            metadata.put(CAUSATION, causation);
        }
        return metadata;
    }

    /**
     * What the writer of an event adds to its message's metadata: when it happened, when it was
     * written, and why.
     */
    public static Map<String, String> of(
            Instant occurredAt, Instant recordedAt, @Nullable String reason) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(OCCURRED_AT, occurredAt.toString());
        metadata.put(RECORDED_AT, recordedAt.toString());
        if (reason != null) {
            metadata.put(REASON, reason);
        }
        return metadata;
    }

    /** Who a message says asked; empty if it doesn't. */
    public static Optional<Actor> actor(Map<String, ?> metadata) {
        Object id = metadata.get(ACTOR);
        Object role = metadata.get(ROLE);
        Object firm = metadata.get(FIRM);
        Object courts = metadata.get(COURTS);
        return id == null || role == null
                ? Optional.empty()
                : Optional.of(
                        new Actor(
                                id.toString(),
                                Role.valueOf(role.toString()),
                                firm == null ? null : new FirmId(firm.toString()),
                                courts == null
                                        ? Set.of()
                                        : Set.of(courts.toString().split(" ", -1))));
    }
}
