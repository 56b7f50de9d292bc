/** Waiting lists on the write side, and the offering of free slots to those who wait. */
@NullMarked
package org.engagementledger.command.waitinglist;

import org.jspecify.annotations.NullMarked;
