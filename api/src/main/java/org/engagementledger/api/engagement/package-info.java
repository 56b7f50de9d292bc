/** Engagements over HTTP. */
@NullMarked
package org.engagementledger.api.engagement;

import org.jspecify.annotations.NullMarked;
