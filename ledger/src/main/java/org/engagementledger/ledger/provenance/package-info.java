/** Who, when and why: what the metadata of every event says. */
@NullMarked
package org.engagementledger.ledger.provenance;

import org.jspecify.annotations.NullMarked;
