/** Courts' programmes over HTTP, and the one that a court has by configuration. */
@NullMarked
package org.engagementledger.api.programme;

import org.jspecify.annotations.NullMarked;
