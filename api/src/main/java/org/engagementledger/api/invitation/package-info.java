/**
 * Invitations, reminders and notices: what they say, to whom, and how they get there. The only
 * package that sends mail, by the server that the operator names.
 */
@NullMarked
package org.engagementledger.api.invitation;

import org.jspecify.annotations.NullMarked;
