package org.engagementledger.api.invitation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;

/**
 * That a letter is sent to one of its recipients, as the key of a task names it.
 *
 * @param about the id of what the letter is about
 * @param recipient the recipient's id in that correspondence
 * @param attempt which attempt it is, from 1
 */
record Errand(String about, int letter, String recipient, int attempt) {

    private static final int PARTS = 4;

    /** The first, or the next, to send what the event tells of. */
    static Errand of(CorrespondenceEvent event, String recipient, int attempt) {
        return new Errand(event.correspondence().subject(), event.letter(), recipient, attempt);
    }

    static Errand read(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("Not the key of a mail: " + key);
        }
        return new Errand(
                parts[0], Integer.parseInt(parts[1]), parts[2], Integer.parseInt(parts[3]));
    }

    String key() {
        return about + "/" + letter + "/" + recipient + "/" + attempt;
    }

    /**
     * The mail's Message-ID: the same at each attempt, so that a mail that was taken, and sent
     * again because nobody lived to record it, is recognised by whoever gets both. It says nothing
     * of what the letter is about.
     */
    String messageId(String organiser) {
        String letterTo = about + "/" + letter + "/" + recipient;
        return "<"
                + UUID.nameUUIDFromBytes(letterTo.getBytes(StandardCharsets.UTF_8))
                + "@"
                + domain(organiser)
                + ">";
    }

    private static String domain(String organiser) {
        return organiser.substring(organiser.lastIndexOf('@') + 1);
    }
}
