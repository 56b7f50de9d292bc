/** Keeps small numbers from those who may read figures, but no cases. */
@NullMarked
package org.engagementledger.query.suppression;

import org.jspecify.annotations.NullMarked;
