package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What each side is shown of one and the same history. What isn't theirs isn't there at all. */
class VisibilityOverHttpTest extends OverHttp {

    private CaseFile file;

    @BeforeEach
    void aCaseWithSomethingForEachSide() {
        file = newCase().putForward();
        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}")
                .isOk(200);
        prosecutor
                .post(
                        file.path("/pleas/P1/agreement"),
                        """
                        {"victimsViews":{"consideration":"CONSIDERED",
                                         "note":{"visibility":"PROSECUTION_ONLY",
                                                 "text":"The shop agrees"}},
                         "note":{"visibility":"PROSECUTION_ONLY","text":"A good deal"}}
                        """)
                .isOk(200);
    }

    @Test
    void theDefenceSeesNothingOfTheProsecutionsThinking() {
        JsonNode finding = file.facts(defence, "Triaged").path("findings").path(0);
        assertThat(finding.path("reason").path("text").asString()).isEqualTo("Not on paper");
        assertThat(finding.has("reasoning")).isFalse();

        JsonNode agreed = file.facts(defence, "PleaAgreed");
        assertThat(agreed.path("plea").asString()).isEqualTo("P1");
        assertThat(agreed.has("victimsViews")).isFalse();
        assertThat(agreed.has("note")).isFalse();

        defence.get(file.historyPath())
                .isOk(200)
                .saysNothingOf(
                        "The weak witness", "The shop agrees", "A good deal", "PROSECUTION_ONLY")
                .saysNothingOf("CONSIDERED", "reasoning", "victimsViews");
    }

    @ParameterizedTest
    @ValueSource(strings = {"triage", "prosecutor"})
    void theProsecutionSeesNothingOfTheDefencesOwnNotes(String name) {
        Login prosecution = login(name);
        JsonNode submitted = file.facts(prosecution, "Submitted");
        assertThat(submitted.path("issues").path(0).has("sought")).isFalse();
        assertThat(submitted.path("notes"))
                .extracting(note -> note.path("text").asString())
                .containsExactly("For both sides");
        assertThat(
                        file.facts(prosecution, "Triaged")
                                .path("findings")
                                .path(0)
                                .path("reasoning")
                                .path("text")
                                .asString())
                .isEqualTo("The weak witness");
        assertThat(
                        file.facts(prosecution, "PleaAgreed")
                                .path("victimsViews")
                                .path("note")
                                .path("text")
                                .asString())
                .isEqualTo("The shop agrees");

        prosecution
                .get(file.historyPath())
                .isOk(200)
                .saysNothingOf("Our own draft", "That nobody comes", "DEFENCE_ONLY");
    }

    @Test
    void theDefenceSeesItsOwn() {
        JsonNode submitted = file.facts(defence, "Submitted");

        assertThat(submitted.path("issues").path(0).path("sought").path("text").asString())
                .isEqualTo("That nobody comes");
        assertThat(submitted.path("notes")).hasSize(2);
        assertThat(submitted.path("requester").path("name").asString()).isEqualTo("Ada Specimen");
    }

    @Test
    void aCoordinatorSeesWhatIsSharedAlone() {
        assertThat(file.facts(coordinator, "PleaAgreed").has("victimsViews")).isFalse();
        coordinator
                .get(file.historyPath())
                .isOk(200)
                .saysNothingOf("PROSECUTION_ONLY", "DEFENCE_ONLY", "Our own draft")
                .saysNothingOf("The weak witness", "The shop agrees");
    }

    @Test
    void anAuditorSeesEverything() {
        assertThat(auditor.get(file.historyPath()).isOk(200).text())
                .contains("Our own draft", "That nobody comes", "The weak witness")
                .contains("The shop agrees", "A good deal", "Ada Specimen", "Dan Madeup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmcts", "police", "strategy", "operator", "protection"})
    void historiesAreNotOpenToOthers(String name) {
        login(name).get(file.path("/history")).isProblem(403).saysNothingOf(file.urn());
        login(name).get("/api/engagements/unknown/history").isProblem(403);
    }

    /** The case isn't there for this reader, though all of it can be read. */
    private Reply unseen(Login reader) {
        auditor.get(file.historyPath()).isOk(200);
        return reader.get(file.path("/history")).isRefused(404, "ENGAGEMENT_UNKNOWN");
    }

    @Test
    void toAnotherFirmTheCaseDoesNotExist() {
        Reply theirs = unseen(otherDefence);
        Reply nobodys = otherDefence.get("/api/engagements/unknown/history");

        assertThat(theirs.status()).isEqualTo(nobodys.status());
        assertThat(theirs.json().path("errors")).isEqualTo(nobodys.json().path("errors"));
        for (String step :
                List.of("/withdrawal", "/booking/cancellation", "/pleas/P1/withdrawal")) {
            otherDefence.post(file.path(step), "{}").isRefused(404, "ENGAGEMENT_UNKNOWN");
        }
    }

    private void transfer() {
        coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"sample-llp","contact":{"name":"Bo Pattern",
                         "email":"bo@pattern.cjsm.net","telephone":"020 7946 0001"}}
                        """)
                .isOk(200);
    }

    @Test
    void withTheRepresentationGoesTheSight() {
        transfer();

        unseen(defence);
        assertThat(file.history(otherDefence)).hasSize(5);
        defence.post(file.path("/withdrawal"), "{\"reason\":\"NO_LONGER_NEEDED\"}")
                .isRefused(404, "ENGAGEMENT_UNKNOWN");
    }

    @Test
    void aTransferInErrorGivesTheSightBack() {
        transfer();
        coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":4,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}")
                .isOk(200);

        unseen(otherDefence);
        assertThat(file.history(defence)).hasSize(6);
    }

    @Test
    void nobodyReadsASurgeryOrAClaimAsAHistory() {
        CaseFile booked = newCase().booked();
        String claim = "claim:" + booked.urn() + ":PRE_TRIAL:example-and-co";
        String surgery =
                booked.facts(auditor, "SlotBooked").path("slot").path("surgery").asString();

        for (Login reader : List.of(auditor, coordinator, prosecutor, defence)) {
            for (String other : List.of(claim, surgery)) {
                reader.get("/api/engagements/" + other + "/history")
                        .isRefused(404, "ENGAGEMENT_UNKNOWN");
            }
        }
    }
}
