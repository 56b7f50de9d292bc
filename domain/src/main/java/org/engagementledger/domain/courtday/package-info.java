/**
 * What no single session knows: which sessions a court holds on a day, so that nobody leads two at
 * one time.
 */
@NullMarked
package org.engagementledger.domain.courtday;

import org.jspecify.annotations.NullMarked;
