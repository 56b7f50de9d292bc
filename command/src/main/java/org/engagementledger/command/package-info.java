/**
 * The write side: routes each command to what decides it, and writes what follows in one unit of
 * work. Every answer is a value; a refusal is no exception.
 */
@NullMarked
package org.engagementledger.command;

import org.jspecify.annotations.NullMarked;
