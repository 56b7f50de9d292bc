/** The cases of a court that wait for a slot, and whose turn it is when one is free. */
@NullMarked
package org.engagementledger.domain.waitinglist;

import org.jspecify.annotations.NullMarked;
