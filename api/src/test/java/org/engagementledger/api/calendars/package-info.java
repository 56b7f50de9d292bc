/** Calendars, tried. */
@NullMarked
package org.engagementledger.api.calendars;

import org.jspecify.annotations.NullMarked;
