package org.engagementledger.query.correspondence;

import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * What was written about this engagement? The ledger's own policies may ask it about a session too.
 *
 * @param about the engagement's id, or the surgery's
 */
public record SeeCorrespondence(Actor reader, String about)
        implements Question<SeeCorrespondence.Seen> {

    /**
     * The letters.
     *
     * @param known whether there is such an engagement, as far as the reader may know; a contact of
     *     a court or the police knows of those about which something was written to them
     * @param letters in the order in which they were written, each with those of its recipients of
     *     whom the reader may know
     */
    public record Seen(boolean known, List<WrittenLetter> letters) {
        public Seen {
            letters = List.copyOf(letters);
        }
    }

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        boolean engagement =
                answer.letters().stream().anyMatch(letter -> letter.engagement() != null);
        return new Access(
                reader,
                What.CORRESPONDENCE,
                about,
                engagement ? Set.of(about) : Set.of(),
                answer.letters().size());
    }
}
