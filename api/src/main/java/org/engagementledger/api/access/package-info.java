/** Who read what, over HTTP. */
@NullMarked
package org.engagementledger.api.access;

import org.jspecify.annotations.NullMarked;
