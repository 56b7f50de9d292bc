/**
 * Accounts for trying things out, with an issuer of their own; gone as soon as an identity provider
 * is configured.
 */
@NullMarked
package org.engagementledger.api.security.development;

import org.jspecify.annotations.NullMarked;
