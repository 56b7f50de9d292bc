/**
 * Makes the OpenAPI document of the running service: paths and types from the code, words from its
 * Javadoc, statuses and examples from a story that is played.
 */
@NullMarked
package org.engagementledger.api.openapi;

import org.jspecify.annotations.NullMarked;
