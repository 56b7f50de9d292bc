package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Engagements are found by what they are, and seen whole, at once after they were written. */
class EngagementReadsTest extends OverHttp {

    @Autowired private JdbcClient database;

    private JsonNode whole(CaseFile file, Login reader, long version) {
        return reader.get(file.path("?at=" + file.id() + "@" + version)).isOk(200).json();
    }

    @Test
    void anEngagementIsSeenWhole() {
        CaseFile file = newCase().booked();
        JsonNode seen = whole(file, defence, 2);
        assertThat(seen.path("status").asString()).isEqualTo("BOOKED");
        assertThat(seen.path("version").asInt()).isEqualTo(2);
        assertThat(seen.at("/requester/name").asString()).isEqualTo("Ada Specimen");
        assertThat(seen.at("/defendants/0/name").asString()).isEqualTo("Dan Madeup");
        assertThat(seen.at("/defendants/0/dateOfBirth").asString()).isEqualTo("1990-02-28");
        assertThat(seen.at("/defendants/0/custody").asString()).isEqualTo("BAIL");
        assertThat(seen.at("/defendants/0/offences/0/title").asString())
                .isEqualTo("Theft from a shop");
        assertThat(seen.at("/issues/0/status").asString()).isEqualTo("PUT_FORWARD");
        assertThat(seen.at("/issues/0/finding/reason/text").asString()).isEqualTo("Not on paper");
        assertThat(seen.at("/slot/start").asString())
                .startsWith(file.slot().toString().substring(0, 16));
        assertThat(seen.at("/notes/0/text").asString()).isEqualTo("Our own draft");
    }

    @Test
    void eachSideSeesWhatIsTheirs() {
        CaseFile file = newCase().putForward();
        String theirs = whole(file, defence, 1).toString();
        assertThat(theirs).contains("Our own draft").doesNotContain("weak witness");
        String ours = whole(file, prosecutor, 1).toString();
        assertThat(ours).contains("weak witness").doesNotContain("Our own draft", "nobody comes");
        String all = whole(file, auditor, 1).toString();
        assertThat(all).contains("weak witness", "Our own draft").doesNotContain("sealed");
    }

    @Test
    void anotherFirmsEngagementIsntThere() {
        CaseFile file = newCase().submitted();
        whole(file, defence, 0);
        otherDefence.get(file.path("")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        defence.get("/api/engagements/nothing").isRefused(404, "ENGAGEMENT_UNKNOWN");
        login("hmcts").get(file.path("")).isProblem(403);
        assertThat(ids(otherDefence.get("/api/engagements?limit=500&urn=" + file.urn()).json()))
                .isEmpty();
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(engagement -> ids.add(engagement.path("id").asString()));
        return ids;
    }

    private static String next(Reply page) {
        return page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    /** Others' tests have engagements of their own, and maybe more than one page shows. */
    private List<String> idsOnAllPages(String first) {
        List<String> ids = new ArrayList<>();
        for (String page = first; !page.isEmpty(); ) {
            Reply reply = auditor.get(page).isOk(200);
            ids.addAll(ids(reply.json()));
            page = next(reply);
        }
        return ids;
    }

    @Test
    void engagementsAreFoundByWhatTheyAre() {
        CaseFile file = newCase().booked();
        String at = "&at=" + file.id() + "@2";
        for (String filter :
                List.of(
                        "urn=" + file.urn().toLowerCase(Locale.ROOT),
                        "status=BOOKED",
                        "court=" + CaseFile.COURT,
                        "stage=PRE_TRIAL",
                        "firm=example-and-co",
                        "hearingFrom=%s&hearingTo=%s".formatted(file.hearing(), file.hearing()),
                        "urgency=ROUTINE",
                        "order=HEARING",
                        "hearingFrom=" + file.hearing().minusDays(3),
                        "order=DEADLINE")) {
            assertThat(idsOnAllPages("/api/engagements?limit=500&" + filter + at))
                    .as(filter)
                    .contains(file.id());
        }
        for (String filter :
                List.of(
                        "urn=01ZD9999920",
                        "status=CLOSED",
                        "court=B01BH00",
                        "stage=PRE_FIRST_HEARING",
                        "firm=sample-llp",
                        "hearingTo=" + file.hearing().minusDays(1),
                        "urgency=CUSTODY")) {
            assertThat(idsOnAllPages("/api/engagements?limit=500&" + filter))
                    .as(filter)
                    .doesNotContain(file.id());
        }
    }

    @Test
    void everyOrderLeadsThroughAllPages() {
        newCase().submitted();
        CaseFile last = newCase().submitted();
        for (String order : List.of("NEWEST", "HEARING", "DEADLINE")) {
            String page = "/api/engagements?limit=3&order=%s&at=%s@0".formatted(order, last.id());
            List<JsonNode> seen = new ArrayList<>();
            while (!page.isEmpty()) {
                Reply reply = auditor.get(page).isOk(200);
                reply.json().forEach(seen::add);
                page = next(reply);
            }
            assertThat(seen).extracting(it -> it.path("id").asString()).doesNotHaveDuplicates();
            assertThat(seen)
                    .extracting(it -> it.path("id").asString())
                    .containsAll(
                            ids(auditor.get("/api/engagements?limit=500&order=" + order).json()));
            String key =
                    switch (order) {
                        case "NEWEST" -> "receivedAt";
                        case "HEARING" -> "hearingDate";
                        default -> "deadline";
                    };
            List<String> keys = new ArrayList<>();
            // A time on the second has no fraction, which would sort as a letter.
            seen.forEach(
                    it -> keys.add(it.path(key).asString().replaceAll("(:\\d\\d)Z", "$1.000Z")));
            assertThat(order.equals("NEWEST") ? keys.reversed() : keys).isSorted();
        }
    }

    @Test
    void aCursorThatWeNeverGaveDoesNoHarm() {
        for (String order : List.of("NEWEST", "HEARING", "DEADLINE")) {
            for (String key : List.of("9223372036854775807 x", "-9223372036854775808 x", "0 '")) {
                String ours = order + " " + key;
                String cursor =
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(ours.getBytes(StandardCharsets.UTF_8));
                auditor.get("/api/engagements?order=" + order + "&after=" + cursor).isOk(200);
            }
        }
    }

    @Test
    void whatIsAskedAmissIsRefused() {
        auditor.get("/api/engagements?limit=0").isRefused(422, "PAGE_OUT_OF_RANGE limit");
        auditor.get("/api/engagements?after=x").isRefused(422, "CURSOR_MALFORMED after");
        auditor.get("/api/engagements?urn=12").isRefused(422, "URN_MALFORMED urn");
        auditor.get("/api/engagements?status=DONE").isRefused(422, "MALFORMED status");
        auditor.get("/api/engagements?hearingFrom=soon").isRefused(422, "MALFORMED hearingFrom");
        auditor.get("/api/engagements?cuort=B01CN00").isRefused(422, "PARAMETER_UNKNOWN cuort");
        auditor.get("/api/engagements?at=x").isRefused(422, "POSITION_MALFORMED at");
        auditor.get("/api/engagements?status=").isRefused(422, "REQUIRED status");
        auditor.get("/api/engagements?court=A&court=B").isRefused(422, "MALFORMED court");
        auditor.get("/api/engagements?hearingFrom=05/11/2020")
                .isRefused(422, "MALFORMED hearingFrom");
        Login.send(
                        auditor.request("/api/engagements?hearingFrom=11/5/20")
                                .header("Accept-Language", "en-US")
                                .GET())
                .isRefused(422, "MALFORMED hearingFrom");
        assertThat(auditor.get("/api/engagements?status=OPEN").isProblem(422).text())
                .contains("IN_TRIAGE");
    }

    @Test
    void aCursorIsOfOneListInOneOrder() {
        newCase().submitted();
        CaseFile last = newCase().submitted();
        String next =
                auditor.get("/api/engagements?limit=1&at=" + last.id() + "@0")
                        .isOk(200)
                        .header("Link")
                        .replaceAll("<(.*)>; rel=\"next\"", "$1");
        auditor.get(next).isOk(200);
        auditor.get(next + "&order=DEADLINE").isRefused(422, "CURSOR_MALFORMED after");
        auditor.get(next.replace("/engagements?", "/schedule?week=2020-W45&"))
                .isRefused(422, "CURSOR_MALFORMED after");
    }

    /** Of what isn't there as of a claim, whose id says who engages on which case. */
    @Test
    void aReadThatCantComeSoFarSaysSo() {
        String claim = "claim:%s:PRE_TRIAL:example-and-co".formatted(newCase().submitted().urn());
        awaitQuiet();
        assertThat(
                        database.sql("SELECT count(*) FROM ledger.event WHERE aggregate_id = ?")
                                .param(claim)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        for (String id : List.of("nothing", claim)) {
            Login.send(
                            auditor.request("/api/engagements?at=%s@0".formatted(id))
                                    .header("Prefer", "wait=0")
                                    .GET())
                    .isProblem(503);
        }
    }

    @Test
    void pagesLeadToEachOtherWhateverIsAddedMeanwhile() {
        CaseFile first = newCase().submitted();
        CaseFile second = newCase().submitted();
        String page =
                "/api/engagements?limit=1&court=%s&firm=example-and-co&at=%s@0"
                        .formatted(CaseFile.COURT, second.id());
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 500 && !page.isEmpty(); i++) {
            Reply reply = auditor.get(page).isOk(200);
            seen.addAll(ids(reply.json()));
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
            if (i == 0) {
                newCase().submitted();
            }
        }
        assertThat(seen).containsSubsequence(second.id(), first.id()).doesNotHaveDuplicates();
    }

    @Test
    void aProjectionIsMadeAgainAndComesToTheSame() throws InterruptedException {
        newCase().booked();
        Login operator = login("operator");
        operator.post("/api/projections/nothing/rebuild", "").isProblem(404);
        auditor.post("/api/projections/engagements/rebuild", "").isProblem(403);
        operator.post("/api/projections/engagements/rebuild", "").isOk(202);
        for (int i = 0; i < 200; i++) {
            JsonNode now = engagementsProjection();
            if (now.has("lastRebuild") && !now.has("rebuild")) {
                assertThat(now.path("lastRebuildSame").asBoolean()).isTrue();
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It wasn't made again");
    }

    private JsonNode engagementsProjection() {
        return auditor.get("/api/projections")
                .isOk(200)
                .json()
                .valueStream()
                .filter(it -> it.path("name").asString().equals("engagements"))
                .findFirst()
                .orElseThrow();
    }
}
