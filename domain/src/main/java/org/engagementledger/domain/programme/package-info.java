/** A court's programme: the weekly sessions that it holds, by whom and where they are joined. */
@NullMarked
package org.engagementledger.domain.programme;

import org.jspecify.annotations.NullMarked;
