package org.engagementledger.query;

/**
 * Something that the read side is asked; it is a record, and so is its answer: both may travel to
 * another instance.
 *
 * @param <A> what it is answered with
 */
public interface Question<A> {

    /** The type of the answer. */
    Class<A> answerType();
}
