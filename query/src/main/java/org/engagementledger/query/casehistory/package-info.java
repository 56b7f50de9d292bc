/** The history of one engagement, event by event, as each reader may see it. */
@NullMarked
package org.engagementledger.query.casehistory;

import org.jspecify.annotations.NullMarked;
