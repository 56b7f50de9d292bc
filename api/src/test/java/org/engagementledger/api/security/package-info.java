/** Who comes in, with which token, and through which door. */
@NullMarked
package org.engagementledger.api.security;

import org.jspecify.annotations.NullMarked;
