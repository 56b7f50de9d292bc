/** What operators see of the projections, and do with them. */
@NullMarked
package org.engagementledger.api.projection;

import org.jspecify.annotations.NullMarked;
