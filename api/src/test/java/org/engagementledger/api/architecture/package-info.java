/** How the modules are cut. */
@NullMarked
package org.engagementledger.api.architecture;

import org.jspecify.annotations.NullMarked;
