/** Engagements on the write side. */
@NullMarked
package org.engagementledger.command.engagement;

import org.jspecify.annotations.NullMarked;
