/** All events in one dense order, as each reader may see them. */
@NullMarked
package org.engagementledger.query.feed;

import org.jspecify.annotations.NullMarked;
