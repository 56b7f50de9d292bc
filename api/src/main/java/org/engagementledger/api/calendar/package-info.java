/** The calendar of England: its bank holidays. */
@NullMarked
package org.engagementledger.api.calendar;

import org.jspecify.annotations.NullMarked;
