/** What all reads over HTTP share: pages, and waiting for what has just been written. */
@NullMarked
package org.engagementledger.api.read;

import org.jspecify.annotations.NullMarked;
