/**
 * How the strategy's actions stand on any day, what changed, and which engagements count towards
 * them by which rule.
 */
@NullMarked
package org.engagementledger.query.strategy;

import org.jspecify.annotations.NullMarked;
