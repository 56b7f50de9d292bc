/** Errors as problem documents (RFC 9457). */
@NullMarked
package org.engagementledger.api.problem;

import org.jspecify.annotations.NullMarked;
