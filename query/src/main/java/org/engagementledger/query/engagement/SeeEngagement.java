package org.engagementledger.query.engagement;

import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What has this engagement come to, as its reader may see it? */
public record SeeEngagement(Actor reader, String engagement)
        implements Question<SeeEngagement.Seen> {

    /**
     * The engagement.
     *
     * @param version the sequence number of its last event; -1 if there is no such engagement, or
     *     it is another firm's
     * @param engagement what it has come to, without what the reader may not see; personal values
     *     are sealed
     */
    public record Seen(long version, @Nullable JsonNode engagement) {}

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        return answer.engagement() == null
                ? new Access(reader, What.ENGAGEMENT, engagement, Set.of(), 0)
                : new Access(reader, What.ENGAGEMENT, engagement, Set.of(engagement), 1);
    }
}
