/** How often one account may ask, and how often one address may fail to say who it is. */
@NullMarked
package org.engagementledger.api.limits;

import org.jspecify.annotations.NullMarked;
