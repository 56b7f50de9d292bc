/** The strategy's actions over HTTP. */
@NullMarked
package org.engagementledger.api.strategy;

import org.jspecify.annotations.NullMarked;
