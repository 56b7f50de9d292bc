/**
 * The pilot's evaluation: what counts of the events that stand. Each figure is a count of such
 * facts, so that it can be opened down to the events that make it.
 */
@NullMarked
package org.engagementledger.query.evaluation;

import org.jspecify.annotations.NullMarked;
