/** How a request asks to be carried out. */
@NullMarked
package org.engagementledger.api.asking;

import org.jspecify.annotations.NullMarked;
