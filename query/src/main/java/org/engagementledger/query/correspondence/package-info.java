/** What was written to people about an engagement or a session, and what became of it. */
@NullMarked
package org.engagementledger.query.correspondence;

import org.jspecify.annotations.NullMarked;
