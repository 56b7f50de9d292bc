/** The read side: what has happened, shown to whoever may see it. */
@NullMarked
package org.engagementledger.query;

import org.jspecify.annotations.NullMarked;
