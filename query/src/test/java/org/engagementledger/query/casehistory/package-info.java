/** What each event changed. All people are invented. */
@NullMarked
package org.engagementledger.query.casehistory;

import org.jspecify.annotations.NullMarked;
