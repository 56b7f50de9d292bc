/**
 * The pilot's evaluation over HTTP: what it came to, in figures; each can be opened down to the
 * events that it counts. Every table is also answered as CSV.
 */
@NullMarked
package org.engagementledger.api.evaluation;

import org.jspecify.annotations.NullMarked;
