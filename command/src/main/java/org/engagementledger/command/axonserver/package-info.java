/**
 * Commands by way of Axon Server, which takes each to an instance of the service that handles it.
 * An exception loses its type on that way, so it travels as a word and is raised anew where the
 * command came from: whoever sends commands can't tell where they were handled.
 */
@NullMarked
package org.engagementledger.command.axonserver;

import org.jspecify.annotations.NullMarked;
