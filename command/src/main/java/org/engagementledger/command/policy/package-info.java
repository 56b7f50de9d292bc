/**
 * What the ledger does by itself. A {@link org.engagementledger.command.policy.Policy} acts on
 * events as they come; a {@link org.engagementledger.command.policy.DueTask} is carried out when it
 * is due. Both send commands that are harmless twice.
 */
@NullMarked
package org.engagementledger.command.policy;

import org.jspecify.annotations.NullMarked;
