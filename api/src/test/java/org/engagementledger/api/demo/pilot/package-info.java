@NullMarked
package org.engagementledger.api.demo.pilot;

import org.jspecify.annotations.NullMarked;
