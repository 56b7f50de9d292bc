package org.engagementledger.query.schedule;

import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/** What is this surgery's session, and who has its slots? */
public record SeeSession(Actor reader, String surgery) implements Question<SeeSession.Seen> {

    /**
     * The session.
     *
     * @param session null if there is no such surgery, or the reader doesn't attend its court
     */
    public record Seen(@Nullable Session session) {}

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }
}
