/** How far what is read has come, as each reader may know it. */
@NullMarked
package org.engagementledger.query.position;

import org.jspecify.annotations.NullMarked;
