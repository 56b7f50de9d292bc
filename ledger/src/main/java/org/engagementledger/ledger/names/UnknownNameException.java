package org.engagementledger.ledger.names;

import org.axonframework.serialization.SerializationException;

/**
 * Something stored has a name or a revision that this version of the service doesn't know, or
 * something to be stored has no name. Nothing is skipped and nothing guessed: whoever reads on
 * without the event would be wrong about the case.
 */
public final class UnknownNameException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String sentence) {
        super(sentence);
    }
}
