/** The ledger's policies and tasks, on the running service. */
@NullMarked
package org.engagementledger.command.policy;

import org.jspecify.annotations.NullMarked;
