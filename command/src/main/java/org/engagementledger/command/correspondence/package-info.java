/** Correspondences on the write side. */
@NullMarked
package org.engagementledger.command.correspondence;

import org.jspecify.annotations.NullMarked;
