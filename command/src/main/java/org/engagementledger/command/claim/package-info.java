/** Claims on the write side. */
@NullMarked
package org.engagementledger.command.claim;

import org.jspecify.annotations.NullMarked;
