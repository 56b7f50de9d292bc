/** Who may come in, and as whom. */
@NullMarked
package org.engagementledger.api.security;

import org.jspecify.annotations.NullMarked;
