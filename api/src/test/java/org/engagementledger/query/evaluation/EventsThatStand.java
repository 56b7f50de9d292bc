package org.engagementledger.query.evaluation;

import java.util.List;

/**
 * What the events themselves say of the cases, in SQL, without anything that was made of them: the
 * oracle of what counts. What was recorded in error is left out.
 */
public final class EventsThatStand {

    /**
     * As common tables, each with the {@code engagement} and in London {@code at} which time;
     * {@code request} says of which court and stage each case is.
     */
    public static final String STANDING =
            """
            WITH standing AS (
                SELECT aggregate_id AS engagement, sequence, name, payload, recorded_in_london
                FROM ledger.history AS it
                WHERE aggregate_type = 'engagement' AND NOT EXISTS (
                    SELECT FROM ledger.history AS wrong
                    WHERE wrong.aggregate_id = it.aggregate_id AND wrong.name = 'engagement.RecordedInError'
                      AND (wrong.payload ->> 'sequence')::bigint = it.sequence)),
            request AS (
                SELECT engagement, payload ->> 'court' AS court, payload ->> 'stage' AS stage
                FROM standing WHERE name = 'engagement.Submitted'),
            raised AS (
                SELECT engagement, sequence, issue ->> 'id' AS issue, issue ->> 'category' AS category,
                       recorded_in_london AS at
                FROM standing, jsonb_array_elements(payload -> 'issues') AS issue
                WHERE name IN ('engagement.Submitted', 'engagement.Amended')),
            said AS (
                SELECT engagement, sequence, recorded_in_london AS at, it ->> 'issue' AS issue, it ->> 'kind' AS how
                FROM standing, jsonb_array_elements(payload -> 'findings') AS it
                WHERE name IN ('engagement.PartlyTriaged', 'engagement.Triaged')
                UNION ALL
                SELECT engagement, sequence, (payload ->> 'heldAt')::timestamptz AT TIME ZONE 'Europe/London',
                       it ->> 'issue', it ->> 'result'
                FROM standing, jsonb_array_elements(payload -> 'outcomes') AS it
                WHERE name = 'engagement.MeetingHeld'
                UNION ALL
                SELECT engagement, sequence, recorded_in_london, it ->> 'issue', it ->> 'how'
                FROM standing, jsonb_array_elements(payload -> 'settlements') AS it
                WHERE name = 'engagement.Resolved'),
            settled AS (
                SELECT DISTINCT ON (engagement, issue) engagement, said.sequence, said.at, category, how
                FROM said JOIN raised USING (engagement, issue)
                WHERE how IN ('ANSWERED', 'OUT_OF_SCOPE', 'AGREED')
                ORDER BY engagement, issue, said.sequence),
            listed AS (
                SELECT engagement, sequence, (payload ->> 'hearingDate')::date AS day,
                       (payload ->> 'receivedAt')::timestamptz AT TIME ZONE 'Europe/London' AS since
                FROM standing WHERE name = 'engagement.Submitted'
                UNION ALL
                SELECT engagement, sequence, (payload ->> 'newDate')::date,
                       coalesce((payload ->> 'outcomeAt')::timestamptz AT TIME ZONE 'Europe/London', recorded_in_london)
                FROM standing
                WHERE name IN ('engagement.HearingRelisted', 'engagement.OutcomeRecorded')
                  AND payload ->> 'newDate' IS NOT NULL),
            charge AS (
                SELECT engagement, sequence, offence ->> 'id' AS offence
                FROM (SELECT engagement, sequence, it -> 'offences' AS offences
                      FROM standing, jsonb_array_elements(payload -> 'defendants') AS it
                      WHERE name IN ('engagement.Submitted', 'engagement.Amended')
                      UNION ALL
                      SELECT engagement, sequence, it -> 'offences'
                      FROM standing, jsonb_array_elements(payload -> 'details') AS it
                      WHERE name = 'engagement.Amended') AS named, jsonb_array_elements(offences) AS offence),
            ended AS (
                SELECT engagement, sequence, payload ->> 'result' AS result, payload ->> 'code' AS code,
                       (payload ->> 'hearingDate')::date AS hearing,
                       (payload ->> 'outcomeAt')::timestamptz AT TIME ZONE 'Europe/London' AS at
                FROM standing WHERE name = 'engagement.OutcomeRecorded'),
            offer AS (
                SELECT engagement, sequence, payload ->> 'plea' AS plea, payload ->> 'offered' AS offered,
                       (payload ->> 'offeredAt')::timestamptz AT TIME ZONE 'Europe/London' AS at
                FROM standing WHERE name = 'engagement.PleaOffered'),
            triage AS (
                SELECT engagement, sequence, max(at) AS at,
                       CASE WHEN NOT bool_and(latest IN ('ANSWERED', 'OUT_OF_SCOPE', 'AGREED')) THEN 'PUT_FORWARD'
                            WHEN 'ANSWERED' = ANY (array_agg(latest)) THEN 'ANSWERED'
                            ELSE 'OUT_OF_SCOPE' END AS detail
                FROM (SELECT it.engagement, it.sequence, it.recorded_in_london AS at, (
                          SELECT how FROM said
                          WHERE said.engagement = it.engagement AND said.issue = raised.issue
                            AND said.sequence <= it.sequence
                          ORDER BY sequence DESC LIMIT 1) AS latest
                      FROM standing AS it JOIN raised USING (engagement)
                      WHERE name IN ('engagement.PartlyTriaged', 'engagement.Triaged')
                        AND raised.sequence < it.sequence) AS found
                GROUP BY engagement, sequence HAVING count(*) = count(latest)),
            resolved AS (
                SELECT resolved.engagement, resolved.sequence, max(settled.at) AS at
                FROM standing AS resolved
                JOIN settled ON settled.engagement = resolved.engagement AND settled.sequence <= resolved.sequence
                WHERE name = 'engagement.Resolved'
                GROUP BY resolved.engagement, resolved.sequence HAVING NOT bool_and(how = 'OUT_OF_SCOPE'))
            """;

    /** The names of these tables. */
    public static final List<String> TABLES =
            List.of(
                    "standing",
                    "request",
                    "raised",
                    "said",
                    "settled",
                    "listed",
                    "charge",
                    "ended",
                    "offer",
                    "triage",
                    "resolved");

    /**
     * How many days there were to the hearing as it was listed then, of a row of {@code settled}.
     */
    public static final String NOTICE =
            """
            (SELECT day FROM listed
             WHERE listed.engagement = settled.engagement AND since <= settled.at
             ORDER BY listed.sequence DESC LIMIT 1) - settled.at::date
            """;

    private EventsThatStand() {}

    /** What became of an offered plea, by the event and its time. */
    public static String plea(String event, String at) {
        return """
        SELECT engagement, (payload ->> '%s')::timestamptz AT TIME ZONE 'Europe/London' AS at, offered AS detail, offer.plea
        FROM standing JOIN offer USING (engagement)
        WHERE name = 'engagement.%s' AND payload ->> 'plea' = offer.plea
        """
                .formatted(at, event);
    }
}
