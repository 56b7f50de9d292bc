/** Courts' programmes on the write side, and what schedules the sessions that they say. */
@NullMarked
package org.engagementledger.command.programme;

import org.jspecify.annotations.NullMarked;
