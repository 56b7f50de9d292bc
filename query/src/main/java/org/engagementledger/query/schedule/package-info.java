/** The schedule: a court's day and week, a lead's week, a firm's week, and who has which slot. */
@NullMarked
package org.engagementledger.query.schedule;

import org.jspecify.annotations.NullMarked;
