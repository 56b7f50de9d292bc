/**
 * Who may come in, and as whom. {@link org.engagementledger.api.security.Doors} says which role may
 * come in where, {@link org.engagementledger.api.security.ActorFromClaims} who somebody is, {@link
 * org.engagementledger.api.security.Tokens} which tokens hold.
 */
@NullMarked
package org.engagementledger.api.security;

import org.jspecify.annotations.NullMarked;
