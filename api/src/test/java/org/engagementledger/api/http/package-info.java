/** The service as its clients meet it, over real HTTP. */
@NullMarked
package org.engagementledger.api.http;

import org.jspecify.annotations.NullMarked;
