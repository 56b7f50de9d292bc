/** Surgeries over HTTP, and the programme that schedules them. */
@NullMarked
package org.engagementledger.api.surgery;

import org.jspecify.annotations.NullMarked;
