/**
 * An engagement between defence and prosecution on one case: what is decided (decide) and what
 * follows from what happened (evolve), as pure functions over sealed states.
 */
@NullMarked
package org.engagementledger.domain.engagement;

import org.jspecify.annotations.NullMarked;
