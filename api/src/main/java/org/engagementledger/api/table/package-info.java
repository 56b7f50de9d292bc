/** Tables as CSV, for spreadsheets and programs. */
@NullMarked
package org.engagementledger.api.table;

import org.jspecify.annotations.NullMarked;
