/** Courts' programmes as they stand. */
@NullMarked
package org.engagementledger.query.programme;

import org.jspecify.annotations.NullMarked;
