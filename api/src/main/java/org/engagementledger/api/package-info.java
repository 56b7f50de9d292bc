/** The HTTP service. */
@NullMarked
package org.engagementledger.api;

import org.jspecify.annotations.NullMarked;
