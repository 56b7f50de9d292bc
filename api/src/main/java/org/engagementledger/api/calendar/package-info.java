/** England's bank holidays, and what calendar files have in common. */
@NullMarked
package org.engagementledger.api.calendar;

import org.jspecify.annotations.NullMarked;
