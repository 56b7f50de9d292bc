/**
 * The actions of the Defendants Strategy Action Plan: when each is due, how far it is, how
 * confident people are of it, and by which rule engagements count as evidence of it.
 *
 * <p>The texts here are official: they are about an organisation's plan and stand in clear.
 * Nobody's name belongs in them, nor anything about a case.
 */
@NullMarked
package org.engagementledger.domain.strategy;

import org.jspecify.annotations.NullMarked;
