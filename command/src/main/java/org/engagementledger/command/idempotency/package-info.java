/**
 * Requests that may be repeated: whoever got no answer asks again under the same key, here or on
 * another node, and is answered as the first time, with no second effect.
 *
 * <p>The stream is the truth: every event names the request that it follows from. What was answered
 * is kept beside it for some days, in the transaction of the command, which costs no wait for the
 * disk of its own.
 */
@NullMarked
package org.engagementledger.command.idempotency;

import org.jspecify.annotations.NullMarked;
