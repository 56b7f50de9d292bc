/** The read side: one package per projection. */
@NullMarked
package org.engagementledger.query;

import org.jspecify.annotations.NullMarked;
