/** Courts' days on the write side. */
@NullMarked
package org.engagementledger.command.courtday;

import org.jspecify.annotations.NullMarked;
