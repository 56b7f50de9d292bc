/** Tests of how often somebody may ask. */
@NullMarked
package org.engagementledger.api.limits;

import org.jspecify.annotations.NullMarked;
