/** The bank holidays of England. */
@NullMarked
package org.engagementledger.api.calendar;

import org.jspecify.annotations.NullMarked;
