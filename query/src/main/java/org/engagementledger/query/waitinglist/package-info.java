/** Courts' waiting lists, and how each offer of a slot was decided. */
@NullMarked
package org.engagementledger.query.waitinglist;

import org.jspecify.annotations.NullMarked;
