/** The feed of all events over HTTP: page by page, and as server-sent events. */
@NullMarked
package org.engagementledger.api.feed;

import org.jspecify.annotations.NullMarked;
