@NullMarked
package org.engagementledger.api.security.development;

import org.jspecify.annotations.NullMarked;
