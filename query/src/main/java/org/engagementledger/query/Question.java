package org.engagementledger.query;

import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;

/**
 * Something that the read side is asked; it is a record, and so is its answer: both may travel to
 * another instance.
 *
 * @param <A> what it is answered with
 */
public interface Question<A> {

    /** Who asks; they are shown only what they may see. */
    Actor reader();

    /** The type of the answer. */
    Class<A> answerType();

    /** What goes on record when this answer is given. */
    Access access(A answer);
}
