package org.engagementledger.query.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a court, a week, a stage or all together. A thing counts on the day in London on
 * which it happened, however late that was typed in, and a slot on its session's. A cell that is
 * missing has nothing to be counted or measured, or is kept from the reader: then it is named in
 * {@code suppressed}.
 *
 * @param key which court, week or stage; {@code TOTAL} for all together
 * @param requests requests that were submitted
 * @param requestsInPerson of them those of litigants in person, whom no firm represented then
 * @param triaged cases of which triage had found on all issues for the first time
 * @param answeredAtTriage of them those of which nothing was left for a meeting then, and something
 *     was answered: what is out of scope isn't
 * @param shareAnsweredAtTriage those by these as they are told, from 0 to 1, to a thousandth
 * @param slotsOffered slots on offer in surgeries; a slot has no stage, so it is missing where one
 *     is asked for
 * @param slotsBooked slots that engagements have, or had until the meeting was held or missed
 * @param slotsHeld of them those in which a meeting was held
 * @param meetingsMissed of them those to which somebody didn't come
 * @param slotsReleased how often a slot was given back without another instead; such a slot may be
 *     booked again
 * @param resolved how often every issue of a case was settled, and not all of them as out of scope
 * @param pleasOffered pleas that the defence offered
 * @param pleasRejected offers that the prosecution rejected
 * @param pleasAgreed agreements between the parties to an offer, as they happened: also those that
 *     were withdrawn later; not a plea entered
 * @param medianDaysToTriage the median of the days from a request to when triage first had found on
 *     all issues of it, to a tenth; of the cases that were first triaged then
 * @param medianDaysToSlot the median of the days from a request to the start of the first slot that
 *     it was given, to a tenth; of the cases that were first given one then
 * @param medianDaysToResolution the median of the days from a request to when every issue was first
 *     settled, to a tenth; of the cases of which that was then
 * @param medianDaysOfNotice the median of the calendar days from a request to the hearing as it was
 *     listed then, to a tenth
 * @param preTrialRequests requests before a trial
 * @param requestsWithNotice of them those with the notice that was asked for when they came, the
 *     letter's ten days unless it was configured otherwise; that they are calendar days is assumed
 * @param shareWithNotice those by these as they are told, from 0 to 1, to a thousandth
 * @param suppressed the columns whose cells are kept from the reader, since there are too few
 * @param stepsOf in whole steps of how many the counts are told, as at least so many; missing if
 *     they are exact
 */
public record Summary(
        String key,
        @Nullable Long requests,
        @Nullable Long requestsInPerson,
        @Nullable Long triaged,
        @Nullable Long answeredAtTriage,
        @Nullable Double shareAnsweredAtTriage,
        @Nullable Long slotsOffered,
        @Nullable Long slotsBooked,
        @Nullable Long slotsHeld,
        @Nullable Long meetingsMissed,
        @Nullable Long slotsReleased,
        @Nullable Long resolved,
        @Nullable Long pleasOffered,
        @Nullable Long pleasRejected,
        @Nullable Long pleasAgreed,
        @Nullable Double medianDaysToTriage,
        @Nullable Double medianDaysToSlot,
        @Nullable Double medianDaysToResolution,
        @Nullable Double medianDaysOfNotice,
        @Nullable Long preTrialRequests,
        @Nullable Long requestsWithNotice,
        @Nullable Double shareWithNotice,
        List<String> suppressed,
        @Nullable Integer stepsOf) {

    public Summary {
        suppressed = List.copyOf(suppressed);
    }
}
