package org.engagementledger.domain.correspondence;

/** What is done with a letter for one recipient when it is prepared. */
public enum Delivery {
    /** It is sent. */
    MAIL,
    /** It is kept: no address is known, or it was erased. */
    NO_ADDRESS,
    /** It is kept: mail can't be sent to such an address. */
    ADDRESS_UNUSABLE,
    /** It is kept: the service has no mail server. */
    NO_SERVER
}
