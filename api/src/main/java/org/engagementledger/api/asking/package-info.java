/**
 * How a request asks to be carried out, whatever it asks: under which key it may be repeated, on
 * which version it rests, and whether it is only a trial.
 */
@NullMarked
package org.engagementledger.api.asking;

import org.jspecify.annotations.NullMarked;
