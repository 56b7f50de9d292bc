/**
 * The pilot of November 2020 played: four weeks at three courts, from the first request to the last
 * outcome. The same seed plays the same pilot. Whatever is in it is plainly made up.
 *
 * <p>{@link org.engagementledger.api.demo.pilot.Deck} says which stories there are and how many of
 * each, {@link org.engagementledger.api.demo.pilot.CourtPlan} deals them out over the weeks, {@link
 * org.engagementledger.api.demo.pilot.CaseScript} tells one of them command by command, and {@link
 * org.engagementledger.api.demo.pilot.Pilot} asks all commands in the order of their time.
 */
@NullMarked
package org.engagementledger.api.demo.pilot;

import org.jspecify.annotations.NullMarked;
