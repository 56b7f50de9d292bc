/**
 * Where the ledger is kept: the embedded PostgreSQL or one of the operator's, and the keys to what
 * is sealed in it.
 */
@NullMarked
package org.engagementledger.api.database;

import org.jspecify.annotations.NullMarked;
