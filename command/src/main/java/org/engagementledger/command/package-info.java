/** The write side: aggregates, claims and the policies that answer an event with a command. */
@NullMarked
package org.engagementledger.command;

import org.jspecify.annotations.NullMarked;
