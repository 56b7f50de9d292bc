/** Calendars on the write side. */
@NullMarked
package org.engagementledger.command.calendar;

import org.jspecify.annotations.NullMarked;
