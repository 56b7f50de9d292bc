/** Tests of the strategy's plan as a file and as a text. */
@NullMarked
package org.engagementledger.api.strategy;

import org.jspecify.annotations.NullMarked;
