/** What JSON a request may carry at all, whatever it asks. */
@NullMarked
package org.engagementledger.api.json;

import org.jspecify.annotations.NullMarked;
