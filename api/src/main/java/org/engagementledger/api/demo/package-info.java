/** What only a demonstration has: a clock that can be moved. */
@NullMarked
package org.engagementledger.api.demo;

import org.jspecify.annotations.NullMarked;
