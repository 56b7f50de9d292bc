@NullMarked
package org.engagementledger.api.table;

import org.jspecify.annotations.NullMarked;
