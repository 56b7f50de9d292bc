/** Calendars: which were opened, and what is in each. */
@NullMarked
package org.engagementledger.query.calendar;

import org.jspecify.annotations.NullMarked;
