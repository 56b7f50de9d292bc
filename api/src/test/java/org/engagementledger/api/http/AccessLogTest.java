package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.Queries;
import org.engagementledger.query.access.AccessFilter;
import org.engagementledger.query.access.FindAccesses;
import org.engagementledger.query.access.FindEngagementAccesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who read what is on record, auditors read it, and a firm sees who read its cases. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AccessLogTest extends OverHttp {

    @Autowired private JdbcClient database;
    @Autowired private Queries queries;

    /** What was last read in this name. */
    private JsonNode last(String actor) {
        return auditor.get("/api/accesses?limit=1&actor=" + actor).isOk(200).json().path(0);
    }

    private List<JsonNode> log(String filter) {
        return all(auditor, "/api/accesses?" + filter);
    }

    private static List<JsonNode> all(Login reader, String first) {
        List<JsonNode> all = new ArrayList<>();
        String page = first;
        while (!page.isEmpty()) {
            Reply reply = reader.get(page).isOk(200);
            reply.json().forEach(all::add);
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return all;
    }

    private static List<String> texts(Iterable<JsonNode> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<String> engagements(JsonNode access) {
        return texts(access.path("engagements"));
    }

    /** Nothing is going on any more, so that only a test's own reads are on record after this. */
    private CaseFile bookedAndShown() {
        CaseFile file = newCase().booked();
        awaitQuiet();
        auditor.get("/api/engagements?limit=1&" + Login.at(file.id())).isOk(200);
        return file;
    }

    @Test
    void oneEngagementThatIsSeen() {
        CaseFile file = bookedAndShown();
        Instant before = now().truncatedTo(ChronoUnit.MILLIS);

        triage.get(file.path("")).isOk(200);

        JsonNode access = last("triage");
        assertThat(Instant.parse(access.path("readAt").asString())).isBetween(before, now());
        assertThat(access.path("actor").asString()).isEqualTo("triage");
        assertThat(access.path("role").asString()).isEqualTo("TRIAGE_OFFICER");
        assertThat(access.has("firm")).isFalse();
        assertThat(access.path("what").asString()).isEqualTo("ENGAGEMENT");
        assertThat(access.path("askedFor").asString()).isEqualTo(file.id());
        assertThat(access.path("shown").asInt()).isEqualTo(1);
        assertThat(engagements(access)).containsExactly(file.id());
    }

    @Test
    void aPageOfEngagements() {
        bookedAndShown();
        CaseFile file = bookedAndShown();

        List<String> shown = new ArrayList<>();
        defence.get("/api/engagements?limit=2")
                .isOk(200)
                .json()
                .forEach(it -> shown.add(it.path("id").asString()));

        JsonNode access = last("defence");
        assertThat(access.path("role").asString()).isEqualTo("DEFENCE_PRACTITIONER");
        assertThat(access.path("firm").asString()).isEqualTo("example-and-co");
        assertThat(access.path("what").asString()).isEqualTo("ENGAGEMENTS");
        assertThat(access.has("askedFor")).isFalse();
        assertThat(access.path("shown").asInt()).isEqualTo(2);
        assertThat(engagements(access)).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(shown).contains(file.id());
    }

    @Test
    void aPageOfAHistory() {
        CaseFile file = bookedAndShown();

        prosecutor.get(file.path("/history?limit=2")).isOk(200);

        JsonNode access = last("prosecutor");
        assertThat(access.path("what").asString()).isEqualTo("HISTORY");
        assertThat(access.path("askedFor").asString()).isEqualTo(file.id());
        assertThat(access.path("shown").asInt()).isEqualTo(2);
        assertThat(engagements(access)).containsExactly(file.id());
    }

    @Test
    void theScheduleAlsoToWhoeverIsntToldWhoseASlotIs() {
        CaseFile file = bookedAndShown();
        LocalDate day = LondonTime.dateOf(file.slot());

        Reply seen = login("hmcts").get("/api/schedule?limit=500&day=" + day).isOk(200);

        assertThat(seen.text()).contains(file.urn()).doesNotContain(file.id());
        JsonNode access = last("hmcts");
        assertThat(access.path("role").asString()).isEqualTo("HMCTS_CONTACT");
        assertThat(access.path("what").asString()).isEqualTo("SCHEDULE");
        assertThat(access.path("shown").asInt()).isEqualTo(seen.json().size());
        assertThat(engagements(access)).contains(file.id());
    }

    @Test
    void oneSessionButNotWhoHasASlotThatIsOnlyTaken() {
        CaseFile file = bookedAndShown();

        login("police").get("/api/surgeries/" + file.surgery()).isOk(200);
        otherDefence.get("/api/surgeries/" + file.surgery()).isOk(200);

        JsonNode told = last("police");
        assertThat(told.path("what").asString()).isEqualTo("SESSION");
        assertThat(told.path("askedFor").asString()).isEqualTo(file.surgery());
        assertThat(told.path("shown").asInt()).isEqualTo(1);
        assertThat(engagements(told)).containsExactly(file.id());
        JsonNode taken = last("other-defence");
        assertThat(taken.path("askedFor").asString()).isEqualTo(file.surgery());
        assertThat(engagements(taken)).isEmpty();
    }

    @Test
    void aPageOfEvents() {
        CaseFile file = bookedAndShown();
        long head = auditor.get("/api/projections").json().at("/0/head").asLong();

        coordinator.get("/api/events?limit=500&after=" + Math.max(0, head - 400)).isOk(200);

        JsonNode access = last("coordinator");
        assertThat(access.path("what").asString()).isEqualTo("EVENTS");
        assertThat(access.path("shown").asLong()).isEqualTo(Math.min(head, 400));
        assertThat(engagements(access)).contains(file.id());
        long allocated =
                all(auditor, "/api/events?limit=500").stream()
                        .filter(it -> it.path("event").asString().equals("surgery.SlotAllocated"))
                        .filter(it -> it.at("/facts/engagement").asString().equals(file.id()))
                        .findFirst()
                        .orElseThrow()
                        .path("position")
                        .asLong();
        coordinator.get("/api/events?limit=1&after=" + (allocated - 1)).isOk(200);
        assertThat(engagements(last("coordinator"))).containsExactly(file.id());
    }

    @Test
    void aStreamThatBeginsAndWhatItShowsButNotThatNothingComes() throws Exception {
        awaitQuiet();
        long before = latest();
        CaseFile file;
        try (Listening stream = new Listening(login("operator"), "/api/events")) {
            stream.until("follows");
            assertThat(since(before)).containsExactly("operator EVENTS 0");
            file = newCase().submitted();
            stream.until(file.id());
        }
        assertThat(since(before))
                .contains("operator EVENTS 0")
                .filteredOn(access -> access.endsWith(" 0"))
                .hasSize(1);
        assertThat(log("actor=operator&shown=true&engagement=" + file.id())).isNotEmpty();
    }

    private long latest() {
        return database.sql("SELECT coalesce(max(id), 0) FROM ledger.access")
                .query(Long.class)
                .single();
    }

    /** Who read what, and how much they were shown, in order. */
    private List<String> since(long access) {
        return database.sql(
                        "SELECT actor || ' ' || what || ' ' || shown FROM ledger.access WHERE id > ? ORDER BY id")
                .param(access)
                .query(String.class)
                .list();
    }

    @Test
    void readingTheLogItself() {
        CaseFile file = bookedAndShown();
        triage.get(file.path("")).isOk(200);

        auditor.get("/api/accesses?limit=2").isOk(200);
        JsonNode whole = last("auditor");
        auditor.get("/api/accesses?engagement=" + file.id()).isOk(200);
        JsonNode about = last("auditor");
        defence.get(file.path("/accesses")).isOk(200);

        assertThat(whole.path("what").asString()).isEqualTo("ACCESSES");
        assertThat(whole.path("shown").asInt()).isEqualTo(2);
        assertThat(whole.path("engagements")).isEmpty();
        assertThat(about.path("askedFor").asString()).isEqualTo(file.id());
        assertThat(engagements(about)).containsExactly(file.id());
        assertThat(log("engagement=" + file.id()))
                .extracting(it -> it.path("what").asString() + " " + it.path("actor").asString())
                .startsWith("ACCESSES defence", "ACCESSES auditor", "ENGAGEMENT triage");
    }

    @Test
    void whatIsAskedForInVainIsOnRecordToo() {
        CaseFile file = bookedAndShown();

        otherDefence.get(file.path("")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        otherDefence.get(file.path("/history")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        otherDefence.get(file.path("/accesses")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        otherDefence.get("/api/engagements?urn=" + file.urn()).isOk(200);

        List<JsonNode> inVain = log("shown=false&actor=other-defence&askedFor=" + file.id());
        assertThat(inVain)
                .extracting(it -> it.path("what").asString())
                .containsExactly("ACCESSES", "HISTORY", "ENGAGEMENT");
        assertThat(inVain)
                .allSatisfy(
                        it -> {
                            assertThat(it.path("shown").asInt()).isZero();
                            assertThat(it.path("engagements")).isEmpty();
                        });
        assertThat(last("other-defence").path("what").asString()).isEqualTo("ENGAGEMENTS");
        assertThat(last("other-defence").path("shown").asInt()).isZero();
        assertThat(log("shown=true&askedFor=" + file.id()))
                .extracting(it -> it.path("actor").asString())
                .doesNotContain("other-defence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01ZD0303920",
                "Dan-Madeup",
                "Dan%20Madeup",
                "%E2%82%AC",
                "0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10x",
                "020-7946-0000"
            })
    void whatIsntAnIdIsntWrittenDown(String sent) {
        otherDefence.get("/api/engagements/" + sent).isRefused(404, "ENGAGEMENT_UNKNOWN");
        login("police").get("/api/surgeries/" + sent).isProblem(404);

        for (String actor : List.of("other-defence", "police")) {
            assertThat(last(actor).path("shown").asInt()).isZero();
            assertThat(last(actor).has("askedFor")).isFalse();
        }
    }

    @Test
    void nothingThatIsntCaseDataIsOnRecord() {
        long before = count();
        for (String path : List.of("/api/demo/clock", "/api/openapi.json", "/api/projections")) {
            auditor.get(path).isOk(200);
        }
        defence.get("/actuator/health");
        login("police").get("/api/events").isProblem(403);
        auditor.get("/api/engagements?limit=0").isProblem(422);

        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return database.sql("SELECT count(*) FROM ledger.access").query(Long.class).single();
    }

    @Test
    void aFirmSeesWhoReadItsCaseAndNotWhatElseTheyRead() {
        bookedAndShown();
        CaseFile file = bookedAndShown();
        triage.get(file.path("")).isOk(200);
        prosecutor.get("/api/engagements?limit=2").isOk(200);
        login("hmcts").get("/api/surgeries/" + file.surgery()).isOk(200);
        otherDefence.get(file.path("")).isProblem(404);
        defence.get(file.path("/history")).isOk(200);

        List<JsonNode> readers =
                defence.get(file.path("/accesses?limit=50"))
                        .isOk(200)
                        .json()
                        .valueStream()
                        .filter(it -> !it.path("role").asString().equals("SYSTEM"))
                        .limit(4)
                        .toList();

        List<String> seen = new ArrayList<>();
        readers.forEach(
                it -> {
                    assertThat(it.propertyNames())
                            .isSubsetOf("readAt", "actor", "role", "firm", "what");
                    seen.add(it.path("actor").asString() + " " + it.path("what").asString());
                });
        assertThat(seen)
                .containsExactly(
                        "defence HISTORY",
                        "hmcts SESSION",
                        "prosecutor ENGAGEMENTS",
                        "triage ENGAGEMENT");
        assertThat(readers.get(0).path("firm").asString()).isEqualTo("example-and-co");
        assertThat(readers.get(1).path("role").asString()).isEqualTo("HMCTS_CONTACT");
        assertThat(all(auditor, file.path("/accesses?limit=2")).toString())
                .contains("\"ACCESSES\"", "\"defence\"");
    }

    @Test
    void whoeverTakesACaseOverSeesWhoReadItBeforeAndWhoeverHadItNoMore() {
        CaseFile file = bookedAndShown();
        defence.get(file.path("")).isOk(200);
        coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"sample-llp","contact":{"name":"Bo Pattern",
                         "email":"bo@pattern.cjsm.net","telephone":"020 7946 0001"}}
                        """)
                .isOk(200);
        triage.get(file.path("?" + Login.at(file.id()))).isOk(200);

        defence.get(file.path("/accesses")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        assertThat(all(otherDefence, file.path("/accesses")))
                .extracting(
                        it -> it.path("actor").asString() + " " + it.path("firm").asString("none"))
                .contains("defence example-and-co", "triage none");
    }

    @Test
    void nobodyElseSeesWhoRead() {
        CaseFile file = bookedAndShown();
        for (String name :
                List.of(
                        "triage",
                        "prosecutor",
                        "coordinator",
                        "hmcts",
                        "police",
                        "strategy",
                        "protection",
                        "operator")) {
            login(name).get("/api/accesses").isProblem(403);
            login(name).get(file.path("/accesses")).isProblem(403);
        }
        defence.get("/api/accesses").isProblem(403);
        auditor.get("/api/engagements/nothing/accesses").isRefused(404, "ENGAGEMENT_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void norByAnotherDoorThanTheEdge(Role role) {
        CaseFile file = bookedAndShown();
        AccessFilter all = new AccessFilter(null, null, null, null, null, null, null, null, null);
        Actor other = new Actor("x", role, new FirmId("sample-llp"));

        assertThat(queries.ask(new FindAccesses(other, all, null, 50)).accesses()).isEmpty();
        assertThat(queries.ask(new FindEngagementAccesses(other, file.id(), null, 50)))
                .isEqualTo(new FindEngagementAccesses.Found(false, List.of(), null));
    }

    @Test
    void accessesAreFoundByWhatTheyAre() {
        CaseFile file = bookedAndShown();
        defence.get(file.path("")).isOk(200);
        LocalDate today = LondonTime.dateOf(now());
        String found = "askedFor=" + file.id();
        for (String filter :
                List.of(
                        "actor=defence",
                        "role=DEFENCE_PRACTITIONER",
                        "firm=example-and-co",
                        "what=ENGAGEMENT",
                        "engagement=" + file.id(),
                        "shown=true",
                        "from=" + today.minusDays(1),
                        "to=" + today.plusDays(1),
                        "from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1)))) {
            assertThat(log(found + "&" + filter)).as(filter).isNotEmpty();
        }
        for (String filter :
                List.of(
                        "role=POLICE_CONTACT",
                        "firm=sample-llp",
                        "what=SESSION",
                        "engagement=nothing",
                        "shown=false",
                        "from=" + today.plusDays(2),
                        "to=" + today.minusDays(2))) {
            assertThat(log(found + "&actor=defence&" + filter)).as(filter).isEmpty();
        }
        assertThat(log(found + "&actor=triage")).isEmpty();
        assertThat(log("engagement=%s&actor=defence&from=%s".formatted(file.id(), today)))
                .hasSize(1);
    }

    @Test
    void pagesHoldEveryAccessOnceTheLatestFirst() {
        CaseFile file = bookedAndShown();
        for (int i = 0; i < 5; i++) {
            defence.get(file.path("")).isOk(200);
        }
        List<JsonNode> seen =
                log("actor=defence&askedFor=" + file.id() + "&what=ENGAGEMENT&limit=2");
        assertThat(seen).hasSize(5);
        assertThat(seen).extracting(it -> -it.path("id").asLong()).isSorted();
        assertThat(all(auditor, file.path("/accesses?limit=500")))
                .extracting(it -> it.path("readAt").asString())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(all(defence, file.path("/accesses?limit=3")))
                .filteredOn(it -> it.path("what").asString().equals("ENGAGEMENT"))
                .filteredOn(it -> it.path("actor").asString().equals("defence"))
                .hasSize(5);
        assertThat(log("actor=defence&engagement=" + file.id() + "&limit=2&what=ENGAGEMENT"))
                .hasSize(5);
    }

    @Test
    void whatIsAskedAmissIsRefused() {
        auditor.get("/api/accesses?limit=0").isRefused(422, "PAGE_OUT_OF_RANGE limit");
        auditor.get("/api/accesses?after=x").isRefused(422, "CURSOR_MALFORMED after");
        auditor.get("/api/accesses?role=BOSS").isRefused(422, "MALFORMED role");
        auditor.get("/api/accesses?what=engagement").isRefused(422, "MALFORMED what");
        auditor.get("/api/accesses?shown=perhaps").isRefused(422, "MALFORMED shown");
        auditor.get("/api/accesses?urn=01ZD0303920").isRefused(422, "PARAMETER_UNKNOWN urn");
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "0000-01-01")) {
            String sent = day.replace("+", "%2B");
            assertThat(auditor.get("/api/accesses?from=" + sent).isProblem(422).text())
                    .doesNotContain("999999");
            auditor.get("/api/accesses?to=" + sent).isProblem(422);
        }
        auditor.get("/api/accesses?to=9999-12-31&from=0001-01-01").isOk(200);
        for (String key : List.of("9223372036854775807 x", "-9223372036854775808 1", "0 '")) {
            String cursor =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(("ACCESSES " + key).getBytes(StandardCharsets.UTF_8));
            auditor.get("/api/accesses?after=" + cursor).isOk(200);
            auditor.get("/api/accesses?engagement=x&after=" + cursor).isOk(200);
        }
    }
}
