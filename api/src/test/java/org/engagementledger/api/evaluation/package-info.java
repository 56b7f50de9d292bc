@NullMarked
package org.engagementledger.api.evaluation;

import org.jspecify.annotations.NullMarked;
