/** A seeded walk of bookings on the real database, judged by what is stored. */
@NullMarked
package org.engagementledger.api.walk;

import org.jspecify.annotations.NullMarked;
