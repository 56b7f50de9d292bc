package org.engagementledger.command.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.store.StoredEvent;

/** Where the commands come from that the ledger sends of its own accord. */
public final class OwnAccord {

    private OwnAccord() {}

    /**
     * A command that follows from an event, and is harmless twice by itself.
     *
     * @param name the policy's or the task's
     * @param because the event
     */
    public static Provenance of(String name, StoredEvent because) {
        return new Provenance(
                actor(name),
                Provenance.POLICY_CHANNEL,
                null,
                because.metadata().get(Provenance.CORRELATION),
                because.eventId());
    }

    /**
     * A policy's command, which follows from an event. Sent again because of the same event, it is
     * recognised and answered as the first time.
     *
     * @param policy the policy's name
     * @param because the event
     * @param what tells the command from others that the policy sends because of the same event
     */
    public static Provenance of(String policy, FeedEntry because, String what) {
        StoredEvent event = because.event();
        return new Provenance(
                actor(policy),
                Provenance.POLICY_CHANNEL,
                hash(policy + '\n' + event.eventId() + '\n' + what),
                event.metadata().get(Provenance.CORRELATION),
                event.eventId());
    }

    /**
     * A task's command, which is sent because it is time; harmless twice by itself.
     *
     * @param task the task's name
     */
    public static Provenance of(String task) {
        return new Provenance(actor(task), Provenance.POLICY_CHANNEL, null);
    }

    /**
     * The answer, if it is one: a command that is being carried out elsewhere has none yet.
     *
     * @throws IllegalStateException if it is; then the policy is told of the event again
     */
    public static Answer settled(Answer answer) {
        if (answer instanceof Answer.Refused refused
                && refused.refusals().stream()
                        .anyMatch(refusal -> refusal.rule() == Rule.REQUEST_IN_FLIGHT)) {
            throw new IllegalStateException("The same command is being carried out elsewhere");
        }
        return answer;
    }

    private static Actor actor(String name) {
        return new Actor(name, Role.SYSTEM, null);
    }

    private static String hash(String request) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
