/** The schedule over HTTP: sessions of a day or a week, and who has their slots. */
@NullMarked
package org.engagementledger.api.schedule;

import org.jspecify.annotations.NullMarked;
