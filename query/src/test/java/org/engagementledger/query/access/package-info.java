@NullMarked
package org.engagementledger.query.access;

import org.jspecify.annotations.NullMarked;
