package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every broken rule comes back at once, each with its code and where it stands in the request. */
class RefusalTest extends OverHttp {

    @Test
    void everyBrokenRuleComesBackTogether() {
        Reply reply =
                defence.post(
                        "/api/engagements",
                        """
                        {"inPerson":true,
                         "contact":{"name":"Ada Specimen","email":"ada at specimen"},
                         "urn":"01ZD-what","court":"NOWHERE","stage":"PRE_FIRST_HEARING",
                         "hearingDate":"2020-10-31",
                         "defendants":[{"name":"Dan Madeup","dateOfBirth":"2199-01-01",
                                        "custodyTimeLimit":"2020-12-24","offences":[]},
                                       {"name":"Di\\nMadeup","offences":[{"title":" "}]}],
                         "issues":[{"category":"OTHER","matter":"Anything",
                                    "sought":{"visibility":"PROSECUTION_ONLY","text":"No"}}],
                         "notes":[{"visibility":"SHARED","text":""}]}
                        """);

        reply.isRefused(
                        422,
                        "IN_PERSON_BY_COORDINATOR /inPerson",
                        "EMAIL_MALFORMED /contact/email",
                        "URN_MALFORMED /urn",
                        "COURT_OUT_OF_SCOPE /court",
                        "IDPC_NOT_RECEIVED /idpcReceived",
                        "HEARING_IN_PAST /hearingDate",
                        "BORN_IN_FUTURE /defendants/0/dateOfBirth",
                        "CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY /defendants/0/custodyTimeLimit",
                        "LINE_BROKEN /defendants/1/name",
                        "REQUIRED /defendants/1/offences/0/title",
                        "VISIBILITY_NOT_YOURS /issues/0/sought/visibility",
                        "REQUIRED /notes/0/text")
                .saysNothingOf("Ada", "specimen", "Madeup", "01ZD-what", "2199");
        assertThat(reply.text()).contains("Bromley Magistrates' Court (B01CN00)");
    }

    @Test
    void anEmptyRequestIsToldAllThatIsRequired() {
        defence.post("/api/engagements", "{}")
                .isRefused(
                        422,
                        "REQUIRED /contact",
                        "REQUIRED /urn",
                        "REQUIRED /court",
                        "REQUIRED /stage",
                        "REQUIRED /hearingDate",
                        "NO_DEFENDANT /defendants",
                        "NO_ISSUE /issues");
    }

    @Test
    void whatHasNoShapeComesBackTogetherToo() {
        CaseFile file = newCase().submitted();

        prosecutor
                .post(
                        file.path("/meeting"),
                        """
                        {"attendees":[{},null],"outcomes":[{"issue":"I1"}],
                         "actions":[{"by":"DEFENCE"}],"notes":[{"text":"So it was"}]}
                        """)
                .isRefused(
                        422,
                        "REQUIRED /attendees/0/role",
                        "REQUIRED /attendees/0/name",
                        "REQUIRED /attendees/1",
                        "REQUIRED /outcomes/0/result",
                        "REQUIRED /actions/0/what",
                        "REQUIRED /actions/0/due",
                        "REQUIRED /notes/0/visibility")
                .saysNothingOf("So it was");
    }

    @Test
    void aTextThatIsPlainInTheRequestIsPointedAtAsItStandsThere() {
        CaseFile file = newCase().submitted();
        String longText = "x".repeat(4_001);

        defence.patch(
                        file.path("/details"),
                        "{\"issues\":[{\"category\":\"OTHER\",\"matter\":\" \"},"
                                + "{\"category\":\"OTHER\",\"matter\":\"%s\"}]}"
                                        .formatted(longText))
                .isRefused(422, "REQUIRED /issues/0/matter", "TEXT_TOO_LONG /issues/1/matter");
        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY_ON_A_BASIS\","
                                + "\"basis\":\" \"}")
                .isRefused(422, "REQUIRED /basis");
    }

    @Test
    void whoMayNotIsToldNothingElse() {
        CaseFile file = newCase().submitted();

        for (Login other : List.of(auditor, login("operator"), login("strategy"))) {
            other.post(file.path("/triage"), "{}").isRefused(403, "NOT_PERMITTED");
        }
        coordinator.post(file.path("/withdrawal"), "{}").isRefused(403, "ON_BEHALF_OF_IN_PERSON");
        defence.post("/api/surgeries", surgery("B01CN00", "2020-12-24T15:00:00Z"))
                .isRefused(403, "NOT_PERMITTED");
    }

    private static String surgery(String court, String start) {
        return "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}"
                .formatted(court, start, start.replace("T15", "T16"));
    }

    @Test
    void whatIsClosedTakesNothingMore() {
        CaseFile file = newCase().submitted();
        defence.post(file.path("/withdrawal"), "{\"reason\":\"NO_LONGER_NEEDED\"}").isOk(200);

        defence.post(file.path("/withdrawal"), "{\"reason\":\"NO_LONGER_NEEDED\"}")
                .isRefused(409, "CLOSED");
        coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":0,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}")
                .isRefused(422, "NOT_CORRECTABLE /sequence");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String id : List.of("unknown", "00000000-0000-0000-0000-000000000000", "1")) {
            String path = "/api/engagements/" + id;
            defence.get(path + "/history").isRefused(404, "ENGAGEMENT_UNKNOWN");
            defence.post(path + "/withdrawal", "{\"reason\":\"NO_LONGER_NEEDED\"}")
                    .isRefused(404, "ENGAGEMENT_UNKNOWN");
            triage.post(path + "/triage", "{}").isRefused(404, "ENGAGEMENT_UNKNOWN");
            auditor.get(path + "/history?from=7").isRefused(404, "ENGAGEMENT_UNKNOWN");
        }
    }

    @Test
    void aSurgeryIsNoEngagementAndAClaimNeither() {
        CaseFile file = newCase().booked();
        String surgery = file.facts(auditor, "SlotBooked").path("slot").path("surgery").asString();
        String claim = "claim:" + file.urn() + ":PRE_TRIAL:example-and-co";

        for (String id : List.of(surgery, claim)) {
            String path = "/api/engagements/" + id;
            defence.post(path + "/withdrawal", "{\"reason\":\"NO_LONGER_NEEDED\"}")
                    .isRefused(404, "ENGAGEMENT_UNKNOWN");
            prosecutor
                    .post(path + "/pleas/P1/agreement", "{}")
                    .isRefused(404, "ENGAGEMENT_UNKNOWN");
        }
        defence.post(
                        file.path("/booking"),
                        "{\"surgery\":\"%s\",\"start\":\"%s\"}".formatted(file.id(), file.slot()))
                .isProblem(422);
    }

    @Test
    void unknownPartsOfAnEngagementAreNamed() {
        CaseFile file = newCase().submitted();

        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D7\",\"offence\":\"O9\",\"plea\":\"NOT_GUILTY\"}")
                .isRefused(422, "DEFENDANT_UNKNOWN /defendant", "ONLY_A_COURT_RECORDS /plea");
        triage.post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I9\",\"finding\":\"ANSWERED\"}]}")
                .isRefused(
                        422,
                        "ISSUE_UNKNOWN /findings/0/issue",
                        "ANSWER_REQUIRED /findings/0/answer");
    }

    @Test
    void pagesHaveBounds() {
        CaseFile file = newCase().submitted();
        assertThat(file.history(defence)).hasSize(1);

        defence.get(file.path("/history?from=-1")).isRefused(422, "PAGE_OUT_OF_RANGE from");
        for (String limit : List.of("0", "-1", "501", "2147483647")) {
            defence.get(file.path("/history?limit=" + limit))
                    .isRefused(422, "PAGE_OUT_OF_RANGE limit");
        }
        defence.get(file.path("/history?from=9223372036854775807")).isOk(200);
        for (String odd : List.of("limit=1.5", "limit=9999999999", "from=1e3")) {
            defence.get(file.path("/history?" + odd)).isProblem(422);
        }
        defence.get(file.path("/history?from=Dan%20Madeup"))
                .isRefused(422, "MALFORMED from")
                .saysNothingOf("Madeup");
        defence.get(file.path("/history?from=")).isRefused(422, "REQUIRED from");
    }

    @Test
    void theClockGoesForwardOnly() {
        login("operator")
                .put("/api/demo/clock", "{\"now\":\"2020-11-01T09:00:00Z\"}")
                .isRefused(422, "CLOCK_TURNED_BACK /now");
        login("operator").put("/api/demo/clock", "{}").isRefused(422, "REQUIRED /now");
    }
}
