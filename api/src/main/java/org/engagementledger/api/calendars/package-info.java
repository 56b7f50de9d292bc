/** Calendars over HTTP: opened and revoked by whoever may, read by whoever has the address. */
@NullMarked
package org.engagementledger.api.calendars;

import org.jspecify.annotations.NullMarked;
