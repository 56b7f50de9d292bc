/** Engagements: to find them by what they are, and to see one of them whole. */
@NullMarked
package org.engagementledger.query.engagement;

import org.jspecify.annotations.NullMarked;
