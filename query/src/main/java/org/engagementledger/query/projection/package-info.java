/**
 * What all projections share: they follow the feed in batches, are made again beside the one that
 * is read, and take its place once they have caught up.
 */
@NullMarked
package org.engagementledger.query.projection;

import org.jspecify.annotations.NullMarked;
