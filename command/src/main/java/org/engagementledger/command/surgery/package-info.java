/** Surgeries on the write side. */
@NullMarked
package org.engagementledger.command.surgery;

import org.jspecify.annotations.NullMarked;
