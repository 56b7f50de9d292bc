package org.engagementledger.domain.correspondence;

/** Why a mail wasn't sent: codes, since what a mail server answers may quote addresses. */
public enum MailFailure {
    /** No connection, or it broke, or took too long. */
    SERVER_UNREACHABLE(false),
    /** The service couldn't log in to the mail server, or not securely. */
    LOGIN_REFUSED(false),
    /** The server asks to be tried later. */
    TRY_LATER(false),
    /** Whatever else; it may pass. */
    UNEXPECTED(false),
    /** The server knows no such address, or takes nothing for it. */
    RECIPIENT_REFUSED(true),
    /** The server doesn't take this mail. */
    MESSAGE_REFUSED(true),
    /** The address was erased, or no mail can be sent to it. */
    ADDRESS_UNUSABLE(true),
    /** A later letter tells the same recipient how things stand now. */
    SUPERSEDED(true),
    /** What it is about has begun. */
    TOO_LATE(true);

    private final boolean lasting;

    MailFailure(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether trying again would be in vain. */
    public boolean isLasting() {
        return lasting;
    }
}
