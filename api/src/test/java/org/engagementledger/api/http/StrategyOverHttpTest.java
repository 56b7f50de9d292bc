package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A strategy lead adopts the plan, and says how its actions go. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrategyOverHttpTest extends OverHttp {

    private static final String ADOPTION = "/api/strategy/adoption";
    private static final String ACTIONS = "/api/strategy/actions/";
    private static final String REPORT =
            "{\"percent\":%d,\"confidence\":\"PROBABLE\",\"reason\":\"It goes well.\"}";

    @Autowired private JdbcClient database;

    private Login lead;

    @BeforeEach
    void logInAsLead() {
        lead = login("strategy");
    }

    /** A plan of one action, under an aim that no other test has. */
    private static String plan(String number, String due) {
        return """
        {"plan":"defendants-2022-2023","aims":[{"aim":91,"title":"An aim","actions":[
         {"number":"%s","title":"An action","due":"%s"}]}]}
        """
                .formatted(number, due);
    }

    private static List<Boolean> adopted(JsonNode answer) {
        return answer.path("actions")
                .valueStream()
                .map(action -> action.path("adopted").asBoolean())
                .toList();
    }

    private String action(String number) {
        lead.post(ADOPTION, plan(number, "2023-Q4")).isOk(200);
        return ACTIONS + number;
    }

    @Test
    void withoutABodyTheProjectsPlanIsAdoptedOnce() {
        lead.post(ADOPTION, BodyPublishers.noBody()).isOk(200);

        Reply again = lead.post(ADOPTION, BodyPublishers.noBody()).isOk(200);

        assertThat(adopted(again.json())).hasSize(26).containsOnly(false);
        assertThat(again.header("Ledger-Position")).isEmpty();
        JsonNode foreseen = lead.post(ACTIONS + "5.6/start?dryRun=true", "{}").isOk(200).json();
        assertThat(foreseen.at("/events/0").asString()).isEqualTo("strategy.Started");
    }

    @Test
    void aRepeatedAdoptionIsAnsweredAsTheFirst() {
        String plan = plan("91.1", "2023-Q4");
        JsonNode foreseen = lead.post(ADOPTION + "?dryRun=true", plan).isOk(200).json();
        Reply first = lead.post(ADOPTION, plan, "Idempotency-Key", "plan-91.1").isOk(200);
        Reply again = lead.post(ADOPTION, plan, "Idempotency-Key", "plan-91.1").isOk(200);

        assertThat(foreseen.path("dryRun").asBoolean()).isTrue();
        assertThat(adopted(foreseen)).containsExactly(true);
        assertThat(adopted(first.json())).containsExactly(true);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.header("Ledger-Position")).isEqualTo("defendants-2022-2023:91.1@0");
        assertThat(adopted(lead.post(ADOPTION, plan).isOk(200).json())).containsExactly(false);
        assertThat(
                        lead.post(ADOPTION, plan("91.1", "2023-Q3"), "Idempotency-Key", "plan-91.1")
                                .text())
                .contains("KEY_REUSED");
    }

    @Test
    void aPlanIsYetToBeMadeAndRestsOnNoVersion() {
        assertThat(lead.post(ADOPTION, plan("91.1", "2023-Q4"), "If-Match", "\"0\"").status())
                .isEqualTo(412);
    }

    @Test
    void aPlanRefusedForOneActionAdoptsNone() {
        String plan =
                """
                {"plan":"defendants-2022-2023","aims":[{"aim":91,"title":"An aim","actions":[
                 {"number":"91.2","title":"An action"},{"number":"91.3","title":" "}, null]}]}
                """;
        assertThat(lead.post(ADOPTION, plan).status()).isEqualTo(422);
        assertThat(lead.post(ADOPTION, plan.replace(", null", "")).text())
                .contains("\"pointer\":\"/aims/0/actions/1/title\"");
        assertThat(lead.post(ACTIONS + "91.2/start", "{}").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithARebaseliningIsNamedTogether() {
        String path = action("91.8") + "/rebaseline";

        lead.post(path, "{\"to\":\"x\",\"reason\":\"\",\"decidedBy\":\"\\u00a0\\u200b\"}")
                .isRefused(422, "QUARTER_MALFORMED /to", "REQUIRED /reason", "REQUIRED /decidedBy");
        lead.post(path, "{\"to\":\" \"}")
                .isRefused(422, "REQUIRED /to", "REQUIRED /reason", "REQUIRED /decidedBy");
    }

    @Test
    void anAimWithoutATitleIsToldByTheNameThatThePlanHasForIt() {
        Reply refused =
                lead.post(
                                ADOPTION,
                                """
                                {"plan":"defendants-2022-2023","aims":[{"aim":92,"title":"\\u00a0",
                                 "actions":[{"number":"92.1","title":"A"},
                                            {"number":"92.2","title":"B"}]}]}
                                """)
                        .isRefused(422, "REQUIRED /aims/0/title");
        assertThat(refused.json().path("detail").asString()).isEqualTo("Required: title.");
    }

    /** Else a lead could find out by linking a case whether it is among those of others. */
    @Test
    void whateverALeadLinksTheyAreToldTheSameOfTheLinksOfOthers() {
        String path = action("91.9");
        List<String> of = Stream.generate(() -> UUID.randomUUID().toString()).limit(5).toList();
        of.forEach(engagement -> coordinator.post(path + "/evidence", link(engagement)).isOk(200));
        assertThat(toldOfLinks(path, 5)).isEqualTo("5 of others, 5");

        lead.post(path + "/evidence", link(of.getFirst())).isOk(200);
        assertThat(toldOfLinks(path, 6)).isEqualTo("5 of others, 5");

        lead.post(path + "/evidence", link(UUID.randomUUID().toString())).isOk(200);
        assertThat(toldOfLinks(path, 7)).isEqualTo("5 of others, 5");
        assertThat(
                        coordinator
                                .get(path)
                                .isOk(200)
                                .json()
                                .at("/progress/evidence/linkedEngagements")
                                .asInt())
                .isEqualTo(6);
    }

    private static String link(String engagement) {
        return "{\"engagement\":\"%s\",\"note\":\"A case\"}".formatted(engagement);
    }

    private String toldOfLinks(String path, int version) {
        String at = "?at=defendants-2022-2023:%s@%d".formatted(path.replaceAll(".*/", ""), version);
        JsonNode told = lead.get(path + at).isOk(200).json();
        return told.path("linkedByOthers").asString()
                + " of others, "
                + told.at("/progress/evidence/linkedEngagements").asString();
    }

    @Test
    void changesOfAnActionThatIsNotThereAreNotThereEither() {
        String path = "/api/strategy/changes?since=2020-01-01&action=";
        for (String number : new String[] {"99.99", "x"}) {
            lead.get(path + number).isRefused(404, "ACTION_UNKNOWN action");
            Login.send(lead.request(path + number).header("Accept", "text/csv").GET())
                    .isRefused(404, "ACTION_UNKNOWN action");
        }
        String there = action("91.9").replaceAll(".*/", "");
        String at = "&at=defendants-2022-2023:" + there + "@0";
        assertThat(lead.get(path + there + at).isOk(200).json().size()).isEqualTo(1);
        lead.get(path.replace("2020", "2199") + there).isOk(200);
    }

    @Test
    void whetherAnEngagementIsThereIsTheSameToAStrategyLead() {
        String path = action("91.4") + "/evidence";
        String there = newCase().submitted().id();
        String notThere = "00000000-0000-8000-8000-000000000000";
        String link = "{\"engagement\":\"%s\",\"note\":\"What it shows\"}";

        JsonNode one = lead.post(path, link.formatted(there)).isOk(200).json();
        JsonNode other = lead.post(path, link.formatted(notThere)).isOk(200).json();
        JsonNode again = lead.post(path, link.formatted(there)).isOk(200).json();

        assertThat(one.toString().replace("\"version\":1", "\"version\":2"))
                .isEqualTo(other.toString());
        assertThat(again.path("version").asLong()).isEqualTo(3);
        assertThat(lead.post(path, link.formatted("Pat Madeup")).text())
                .contains("ENGAGEMENT_MALFORMED")
                .doesNotContain("Madeup");
    }

    @Test
    void aVersionIsHeededButNotRequired() {
        String path = action("91.5");
        lead.post(path + "/start", "{}", "If-Match", "\"0\"").isOk(200);
        assertThat(lead.post(path + "/progress", REPORT.formatted(1), "If-Match", "\"0\"").status())
                .isEqualTo(412);
        lead.post(path + "/progress", REPORT.formatted(1)).isOk(200);
    }

    @Test
    void anActionWithALongHistoryIsDecidedFromItsSnapshot() {
        String path = action("91.6");
        lead.post(path + "/rules", "{\"criterion\":\"CHILD\",\"from\":\"2020-11-02\"}").isOk(200);
        lead.post(path + "/start", "{}").isOk(200);
        for (int percent = 1; percent <= 25; percent++) {
            lead.post(path + "/progress", REPORT.formatted(percent)).isOk(200);
        }

        assertThat(
                        database.sql("SELECT count(*) FROM working.snapshot WHERE aggregate_id = ?")
                                .param("defendants-2022-2023:91.6")
                                .query(Long.class)
                                .single())
                .isPositive();
        assertThat(lead.post(path + "/start", "{}").text()).contains("STARTED_ALREADY");
        assertThat(lead.post(path + "/rules/R1/end", "{\"last\":\"2020-11-01\"}").text())
                .contains("LAST_BEFORE_FIRST");
        lead.post(path + "/rules/R1/end", "{\"last\":\"2020-11-30\"}").isOk(200);
        assertThat(adopted(lead.post(ADOPTION, plan("91.6", "2023-Q4")).isOk(200).json()))
                .containsExactly(false);
    }

    @Test
    void whatIsNoActionIsUnknown() {
        for (String number : List.of("9.9", "0.1", "one", "1", "1.1.1", "../1.1")) {
            assertThat(lead.post(ACTIONS + number.replace("/", "%2F") + "/start", "{}").status())
                    .as(number)
                    .isIn(400, 404);
        }
        assertThat(lead.post(action("91.7") + "/rules/R9/end", "{\"last\":\"2020-11-30\"}").text())
                .contains("RULE_UNKNOWN");
    }
}
