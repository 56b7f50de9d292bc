/**
 * The PostgreSQL server that the ledger brings along: it needs no installation, keeps its data in
 * one directory, and loses nothing that was acknowledged, whoever is killed and when.
 *
 * <p>Start it with {@link org.engagementledger.ledger.postgres.LedgerPostgres}. Everything else
 * here is its inside. What lies in the home directory:
 *
 * <pre>
 * ledger.lock               held by the living process that uses this home
 * postgres/                 the data directory; exists only once it is complete
 * postgres.new-…/           a data directory in the making, or what an interrupted first start left behind
 * postgres.log              what the server says: never a statement, never a value
 * secrets/postgres-…        the generated passwords of the three roles, for the owner of the files alone
 * </pre>
 *
 * <p>Linux and macOS. As root it needs a working {@code unshare -U}, because PostgreSQL refuses to
 * run as root.
 */
@NullMarked
package org.engagementledger.ledger.postgres;

import org.jspecify.annotations.NullMarked;
