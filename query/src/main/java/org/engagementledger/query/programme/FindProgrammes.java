package org.engagementledger.query.programme;

import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which programmes do the courts have? In the order of their courts' codes; a court's contact is
 * shown those of the courts whose sessions they attend.
 *
 * @param court the OU code of the court whose alone is wanted; null for all
 */
public record FindProgrammes(Actor reader, @Nullable String court)
        implements Question<FindProgrammes.Found> {

    /** The programmes. */
    public record Found(List<CourtProgramme> programmes) {
        public Found {
            programmes = List.copyOf(programmes);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(reader, What.PROGRAMMES, court, Set.of(), answer.programmes().size());
    }
}
