@NullMarked
package org.engagementledger.query.suppression;

import org.jspecify.annotations.NullMarked;
