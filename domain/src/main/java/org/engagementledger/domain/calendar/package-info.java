/** Calendars that can be read without a login, by whoever has their address. */
@NullMarked
package org.engagementledger.domain.calendar;

import org.jspecify.annotations.NullMarked;
