/**
 * Asks the service whatever the OpenAPI document allows and much that it doesn't, by the seed, and
 * looks at each answer and at the logs.
 */
@NullMarked
package org.engagementledger.api.fuzz;

import org.jspecify.annotations.NullMarked;
