package org.engagementledger.query.correspondence;

import java.util.Objects;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * What was written about this session? It is answered as {@link SeeCorrespondence} is of an
 * engagement, but for the defence, who is told as of one that there isn't.
 *
 * @param surgery the surgery's id
 */
public record SeeSessionCorrespondence(Actor reader, String surgery)
        implements Question<SeeCorrespondence.Seen> {

    @Override
    public Class<SeeCorrespondence.Seen> answerType() {
        return SeeCorrespondence.Seen.class;
    }

    @Override
    public Access access(SeeCorrespondence.Seen answer) {
        return new Access(
                reader,
                What.CORRESPONDENCE,
                surgery,
                answer.letters().stream()
                        .map(WrittenLetter::engagement)
                        .filter(Objects::nonNull)
                        .map(EngagementId::value)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.letters().size());
    }
}
