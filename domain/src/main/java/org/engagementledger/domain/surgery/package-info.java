/** A court's surgery session and the grid of 20-minute slots that it owns. */
@NullMarked
package org.engagementledger.domain.surgery;

import org.jspecify.annotations.NullMarked;
