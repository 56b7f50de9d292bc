/** Surgeries over HTTP. */
@NullMarked
package org.engagementledger.api.surgery;

import org.jspecify.annotations.NullMarked;
