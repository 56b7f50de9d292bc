/** The strategy's actions on the write side, and how a plan of them is adopted. */
@NullMarked
package org.engagementledger.command.strategy;

import org.jspecify.annotations.NullMarked;
