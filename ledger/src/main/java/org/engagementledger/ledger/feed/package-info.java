/**
 * The feed: all events in one dense order of their own, given by one sequencer. Projections, pages
 * and streams read along it.
 */
@NullMarked
package org.engagementledger.ledger.feed;

import org.jspecify.annotations.NullMarked;
