@NullMarked
package org.engagementledger.api.invitation;

import org.jspecify.annotations.NullMarked;
