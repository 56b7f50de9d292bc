/** What operators see of the policies, and do with them. */
@NullMarked
package org.engagementledger.api.policy;

import org.jspecify.annotations.NullMarked;
