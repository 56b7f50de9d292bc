package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.query.Cursor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has which slot on which day, as each reader may know it. */
class ScheduleTest extends OverHttp {

    private static final String MEETING =
            """
            {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"Lee Leader"},
                          {"role":"DEFENCE_PRACTITIONER","name":"Ada Specimen"}],
             "outcomes":[{"issue":"I1","result":"DISPUTED"}]}
            """;

    private static final String TO_ANOTHER_FIRM =
            """
            {"firm":"sample-llp","contact":{"name":"Bo Pattern","email":"bo@pattern.cjsm.net","telephone":"1"}}
            """;

    private static LocalDate day(CaseFile file) {
        return LondonTime.dateOf(file.slot());
    }

    /** Where its day is. */
    private static String schedule(CaseFile file) {
        return "/api/schedule?limit=500&court=%s&day=%s".formatted(CaseFile.COURT, day(file));
    }

    /** Waits until all that has been written of it can be read. */
    private void awaitWritten(CaseFile file) {
        auditor.get("/api/engagements?limit=1&" + Login.at(file.id())).isOk(200);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static List<String> ids(JsonNode sessions) {
        return list(sessions).stream().map(session -> session.path("id").asString()).toList();
    }

    private static JsonNode of(CaseFile file, JsonNode sessions) {
        return list(sessions).stream()
                .filter(session -> session.path("start").asString().equals(file.slot().toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The session isn't there"));
    }

    private static String surgery(CaseFile file) {
        return "%s-%s"
                .formatted(
                        CaseFile.COURT,
                        file.slot()
                                .atZone(LondonTime.ZONE)
                                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm")));
    }

    /** The session of this case on its day, as somebody sees it. */
    private JsonNode session(CaseFile file, Login reader) {
        awaitWritten(file);
        auditor.get(schedule(file) + "&" + Login.at(surgery(file))).isOk(200);
        return of(file, reader.get(schedule(file)).isOk(200).json());
    }

    private static List<String> states(JsonNode session) {
        return list(session.path("slots")).stream()
                .map(slot -> slot.path("state").asString())
                .toList();
    }

    @Test
    void aCourtsDayHasItsGridAndWhoHasWhichSlot() {
        CaseFile file = newCase().booked();

        JsonNode session = session(file, prosecutor);

        assertThat(session.path("id").asString()).isEqualTo(surgery(file));
        assertThat(session.path("court").asString()).isEqualTo(CaseFile.COURT);
        assertThat(session.path("slotMinutes").asInt()).isEqualTo(20);
        assertThat(states(session)).containsExactly("BOOKED", "FREE", "FREE");
        JsonNode slot = session.at("/slots/0");
        assertThat(slot.path("start").asString()).isEqualTo(file.slot().toString());
        assertThat(slot.path("london").asString()).isEqualTo(LondonTime.words(file.slot()));
        JsonNode booking = slot.path("booking");
        assertThat(booking.path("engagement").asString()).isEqualTo(file.id());
        assertThat(booking.path("version").asInt()).isEqualTo(2);
        assertThat(booking.path("urn").asString()).isEqualTo(file.urn());
        assertThat(booking.path("firm").asString()).isEqualTo("example-and-co");
        assertThat(booking.path("stage").asString()).isEqualTo("PRE_TRIAL");
        assertThat(booking.path("hearingDate").asString()).isEqualTo(file.hearing().toString());
        assertThat(booking.path("shortNotice").asBoolean(true)).isFalse();
        assertThat(booking.path("bookedAt").asString()).isNotBlank();
        assertThat(booking.path("issues").toString())
                .isEqualTo("[{\"issue\":\"I1\",\"category\":\"WITNESSES\"}]");
        assertThat(session.at("/slots/1").has("booking")).isFalse();
    }

    @Test
    void eachReaderSeesWhatIsTheirs() {
        CaseFile file = newCase().booked();
        for (Login reader : List.of(defence, triage, prosecutor, coordinator, auditor)) {
            assertThat(session(file, reader).at("/slots/0/booking/engagement").asString())
                    .isEqualTo(file.id());
        }

        JsonNode toAnotherFirm = session(file, otherDefence);
        assertThat(states(toAnotherFirm)).containsExactly("TAKEN", "FREE", "FREE");
        assertThat(toAnotherFirm.at("/slots/0").has("booking")).isFalse();
        assertThat(toAnotherFirm.toString())
                .doesNotContain(file.id(), file.urn(), "example-and-co");

        for (String contact : List.of("hmcts", "police")) {
            JsonNode booking = session(file, login(contact)).at("/slots/0/booking");
            assertThat(booking.propertyNames())
                    .containsExactlyInAnyOrder("urn", "stage", "hearingDate", "issues");
            assertThat(booking.path("urn").asString()).isEqualTo(file.urn());
            assertThat(booking.at("/issues/0/category").asString()).isEqualTo("WITNESSES");
        }
        for (String other : List.of("strategy", "protection", "operator")) {
            login(other).get(schedule(file)).isProblem(403);
            login(other).get("/api/surgeries/" + surgery(file)).isProblem(403);
        }
    }

    /** A session at another court than the cases' own, three days on. */
    private String sessionAt(String court, CaseFile file) {
        Reply scheduled =
                coordinator
                        .post("/api/surgeries", file.session(court, Duration.ofMinutes(40)))
                        .isOk(201);
        return scheduled.json().path("id").asString();
    }

    @Test
    void aContactSeesTheSessionsOfTheirCourtsAndNoOthers() {
        CaseFile file = newCase().booked();
        String elsewhere = sessionAt("B01BH00", file);
        String at = Login.at(elsewhere);
        String week = "/api/schedule?limit=500&from=%s&to=%s".formatted(day(file), day(file));
        Login hmcts = login("hmcts");
        Login police = login("police");

        assertThat(ids(hmcts.get(week + "&" + at).isOk(200).json()))
                .contains(elsewhere, surgery(file));
        assertThat(ids(police.get(week).isOk(200).json()))
                .contains(surgery(file))
                .doesNotContain(elsewhere)
                .allMatch(id -> id.startsWith(CaseFile.COURT));
        assertThat(ids(hmcts.get(week + "&court=B01BH00").isOk(200).json()))
                .contains(elsewhere)
                .allMatch(id -> id.startsWith("B01BH00"));
        assertThat(ids(police.get(week + "&court=B01BH00").isOk(200).json())).isEmpty();

        hmcts.get("/api/surgeries/" + elsewhere).isOk(200);
        police.get("/api/surgeries/" + surgery(file)).isOk(200);
        Reply others = police.get("/api/surgeries/" + elsewhere).isProblem(404);
        Reply nothing = police.get("/api/surgeries/B01BH00-2019-01-01T1000").isProblem(404);
        assertThat(others.json().path("detail")).isEqualTo(nothing.json().path("detail"));
        for (String id : List.of(elsewhere, "B01BH00-2019-01-01T1000")) {
            Login.send(police.request(week + "&at=" + id + "@0").header("Prefer", "wait=0").GET())
                    .isProblem(503);
        }
        police.get(week + "&" + Login.at(surgery(file))).isOk(200);
    }

    @Test
    void aContactIsToldOfMeetingsAndIssuesAndNeverOfOffers() {
        CaseFile file = newCase().booked();
        String offer =
                "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY_ON_A_BASIS\",\"basis\":\"One push\"}";
        defence.post(file.path("/pleas"), offer).isOk(200);
        prosecutor.post(file.path("/pleas/indications"), offer).isOk(200);
        moveClockTo(file.slot().plus(Duration.ofMinutes(5)));
        prosecutor.post(file.path("/meeting"), MEETING).isOk(200);
        prosecutor
                .post(
                        file.path("/pleas/P1/agreement"),
                        "{\"victimsViews\":{\"consideration\":\"CONSIDERED\"}}")
                .isOk(200);

        for (String contact : List.of("hmcts", "police")) {
            JsonNode slot = session(file, login(contact)).at("/slots/0");
            assertThat(slot.propertyNames())
                    .containsExactlyInAnyOrder("start", "end", "london", "state", "booking");
            assertThat(slot.path("state").asString()).isEqualTo("HELD");
            assertThat(slot.path("booking").propertyNames())
                    .containsExactlyInAnyOrder("urn", "stage", "hearingDate", "issues");
            assertThat(slot.at("/booking/issues").toString())
                    .isEqualTo("[{\"issue\":\"I1\",\"category\":\"WITNESSES\"}]");
            assertThat(slot.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("plea", "guilty", "offer", "agreed", "disputed", "push")
                    .doesNotContain(file.id(), "example-and-co", "specimen", "madeup");
            for (String path :
                    List.of("", "/history", "/history?event=PleaOffered", "/history?limit=1")) {
                login(contact).get(file.path(path)).isProblem(403);
            }
            login(contact).get("/api/engagements").isProblem(403);
            login(contact).get("/api/events").isProblem(403);
        }
    }

    @Test
    void aFirmsWeekIsFoundFromItsBookings() {
        CaseFile theirs = newCase().booked();
        CaseFile none = newCase().putForward();
        none.scheduledSurgery();
        String week = day(theirs).format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
        String path = "/api/schedule?limit=500&week=%s&firm=".formatted(week);
        awaitWritten(theirs);

        for (Login reader : List.of(defence, triage, auditor)) {
            JsonNode sessions = reader.get(path + "example-and-co").isOk(200).json();
            assertThat(states(of(theirs, sessions))).containsExactly("BOOKED");
            assertThat(ids(sessions)).doesNotContain(surgery(none));
        }
        assertThat(ids(otherDefence.get(path + "sample-llp").isOk(200).json()))
                .doesNotContain(surgery(theirs));
        otherDefence.get(path + "example-and-co").isProblem(403);
        login("hmcts").get(path + "example-and-co").isProblem(403);
    }

    @Test
    void aLeadsWeekIsFound() {
        CaseFile file = newCase().submitted();
        Reply scheduled =
                coordinator
                        .post(
                                "/api/surgeries",
                                "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"lead\":\"lead-7\"}"
                                        .formatted(
                                                CaseFile.COURT,
                                                file.slot(),
                                                file.slot().plus(Duration.ofMinutes(40))))
                        .isOk(201);
        String path =
                "/api/schedule?from=%s&to=%s&%s&lead="
                        .formatted(day(file), day(file).plusDays(6), Login.at(surgery(file)));

        JsonNode sessions = prosecutor.get(path + "lead-7").isOk(200).json();

        assertThat(ids(sessions)).containsExactly(surgery(file));
        assertThat(sessions.at("/0/lead").asString()).isEqualTo("lead-7");
        assertThat(ids(prosecutor.get(path + "lead-8").isOk(200).json())).isEmpty();
        assertThat(ids(prosecutor.get(path + "lead-7&court=B01BH00").isOk(200).json())).isEmpty();
        JsonNode one = prosecutor.get(scheduled.header("Location")).isOk(200).json();
        assertThat(states(one)).containsExactly("FREE", "FREE");
    }

    @Test
    void aSurgeryIsSeenByItself() {
        CaseFile file = newCase().booked();
        String path = "/api/surgeries/" + surgery(file);

        Reply seen = auditor.get(path + "?" + Login.at(file.id())).isOk(200);

        assertThat(seen.header("ETag")).isEqualTo("\"1\"");
        assertThat(seen.json().path("version").asInt()).isEqualTo(1);
        assertThat(states(seen.json())).containsExactly("BOOKED", "FREE", "FREE");
        assertThat(states(otherDefence.get(path).isOk(200).json()))
                .containsExactly("TAKEN", "FREE", "FREE");
        auditor.get("/api/surgeries/nothing").isProblem(404);
    }

    @Test
    void newsOfBookingsIsToldThoughTheSurgeryIsAsItWas() {
        CaseFile file = newCase().booked();
        LocalDate later = file.hearing().plusDays(7);
        prosecutor.post(file.path("/hearing"), "{\"newDate\":\"%s\"}".formatted(later)).isOk(200);

        Reply seen =
                Login.send(
                                auditor.request(
                                                "/api/surgeries/%s?%s"
                                                        .formatted(
                                                                surgery(file), Login.at(file.id())))
                                        .header("If-None-Match", "\"1\"")
                                        .GET())
                        .isOk(200);

        assertThat(seen.json().at("/slots/0/booking/hearingDate").asString())
                .isEqualTo(later.toString());
    }

    @Test
    void aMovedBookingFreesItsSlotAndACancelledToo() {
        CaseFile file = newCase().booked();
        defence.post(file.path("/booking"), file.booking(2)).isOk(200);
        assertThat(states(session(file, defence))).containsExactly("FREE", "FREE", "BOOKED");
        defence.post(file.path("/booking/cancellation"), "{}").isOk(200);
        assertThat(states(session(file, defence))).containsExactly("FREE", "FREE", "FREE");
        defence.post(file.path("/booking"), file.booking(2)).isOk(200);
        assertThat(states(session(file, defence))).containsExactly("FREE", "FREE", "BOOKED");
    }

    private void isChanged(CaseFile file) {
        coordinator
                .patch(
                        "/api/surgeries/" + file.surgery(),
                        """
                        {"hosts":[{"role":"LEAD","login":"%s","email":"lead-9@cps.example"},
                                  {"role":"POLICE_CONTACT","email":"spoc@police.example"}],
                         "joinLink":"https://meet.example/9"}
                        """
                                .formatted(file.lead()))
                .isOk(200);
    }

    @Test
    void peopleAreNamedToAllAndTheirAddressesToTheCoordinator() {
        CaseFile file = newCase().booked();
        isChanged(file);

        JsonNode shown = session(file, coordinator);
        assertThat(shown.at("/lead").asString()).isEqualTo(file.lead());
        assertThat(shown.at("/hosts/0/email").asString()).isEqualTo("lead-9@cps.example");
        assertThat(shown.at("/hosts/1/email").asString()).isEqualTo("spoc@police.example");
        JsonNode theirs = session(file, otherDefence);
        assertThat(theirs.at("/hosts/0/login").asString()).isEqualTo(file.lead());
        assertThat(theirs.at("/hosts").toString()).doesNotContain("@");
    }

    @Test
    void theLinkIsForThoseWhoAttend() {
        CaseFile file = newCase().booked();
        isChanged(file);

        for (Login attends : List.of(defence, coordinator, prosecutor, login("police"))) {
            assertThat(session(file, attends).path("joinLink").asString())
                    .isEqualTo("https://meet.example/9");
        }
        assertThat(session(file, otherDefence).has("joinLink")).isFalse();
        defence.post(file.path("/booking/cancellation"), "{}").isOk(200);
        assertThat(session(file, defence).has("joinLink")).isFalse();
    }

    @Test
    void aBlockedSlotSaysWhyToStaffAndToNobodyElse() {
        CaseFile file = newCase().booked();
        Reply blocked =
                coordinator
                        .post(
                                "/api/surgeries/%s/block".formatted(file.surgery()),
                                "{\"reason\":\"The roof leaks\"}")
                        .isOk(200);
        assertThat(blocked.json().at("/released/0").asString()).isEqualTo(file.id());
        assertThat(blocked.json().path("released")).hasSize(1);

        JsonNode shown = session(file, triage);
        assertThat(states(shown)).containsExactly("BLOCKED", "BLOCKED", "BLOCKED");
        assertThat(shown.at("/slots/0/reason").asString()).isEqualTo("The roof leaks");
        for (Login others : List.of(defence, otherDefence, login("hmcts"))) {
            JsonNode theirs = session(file, others);
            assertThat(states(theirs)).containsExactly("BLOCKED", "BLOCKED", "BLOCKED");
            assertThat(theirs.toString()).doesNotContain("roof");
        }
        coordinator.post("/api/surgeries/%s/unblock".formatted(file.surgery()), "{}").isOk(200);
        assertThat(states(session(file, triage))).contains("FREE").doesNotContain("BLOCKED");
    }

    @Test
    void aMovedSessionTakesItsBookingsAlongAndSaysWhereItWas() {
        CaseFile file = newCase().booked();
        Instant later = newCase().slot().plus(Duration.ofDays(1));
        Reply moved =
                coordinator
                        .post(
                                "/api/surgeries/%s/move".formatted(file.surgery()),
                                "{\"start\":\"%s\"}".formatted(later))
                        .isOk(200);
        assertThat(moved.json().at("/moved/0").asString()).isEqualTo(file.id());

        Reply seen =
                defence.get(
                                "/api/surgeries/%s?%s"
                                        .formatted(file.surgery(), Login.at(file.surgery())))
                        .isOk(200);
        assertThat(seen.json().path("start").asString()).isEqualTo(later.toString());
        assertThat(seen.json().path("movedFrom").asString()).isEqualTo(file.slot().toString());
        assertThat(states(seen.json())).containsExactly("BOOKED", "FREE", "FREE");
        assertThat(seen.json().at("/slots/0/start").asString()).isEqualTo(later.toString());
    }

    @Test
    void aTransferredCaseIsTheOtherFirmsUntilThatIsTakenBack() {
        CaseFile file = newCase().booked();
        coordinator.post(file.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        assertThat(states(session(file, defence))).containsExactly("TAKEN", "FREE", "FREE");
        assertThat(session(file, otherDefence).at("/slots/0/booking/firm").asString())
                .isEqualTo("sample-llp");
        correct(file, 3);
        assertThat(states(session(file, defence))).containsExactly("BOOKED", "FREE", "FREE");
        assertThat(states(session(file, otherDefence))).containsExactly("TAKEN", "FREE", "FREE");
    }

    private void correct(CaseFile file, int sequence) {
        coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":%d,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"Wrong case\"}}"
                                .formatted(sequence))
                .isOk(200);
    }

    @Test
    void aMeetingRecordedInErrorGivesTheSlotBack() {
        CaseFile file = newCase().booked();
        moveClockTo(file.slot().plus(Duration.ofMinutes(5)));
        prosecutor.post(file.path("/meeting"), MEETING).isOk(200);
        assertThat(states(session(file, defence))).containsExactly("HELD", "FREE", "FREE");
        assertThat(states(session(file, otherDefence))).containsExactly("TAKEN", "FREE", "FREE");
        correct(file, 3);
        assertThat(states(session(file, defence))).containsExactly("BOOKED", "FREE", "FREE");
        prosecutor.post(file.path("/meeting/missed"), "{\"missedBy\":[\"DEFENCE\"]}").isOk(200);
        JsonNode missed = session(file, defence);
        assertThat(states(missed)).containsExactly("MISSED", "FREE", "FREE");
        assertThat(missed.at("/slots/0/booking/issues/0/issue").asString()).isEqualTo("I1");
        defence.post(file.path("/booking"), file.booking(2)).isOk(200);
        assertThat(states(session(file, defence))).containsExactly("MISSED", "FREE", "BOOKED");
    }

    @Test
    void pagesLeadToEachOther() {
        CaseFile first = newCase().booked();
        CaseFile second = newCase().booked();
        String page =
                "/api/schedule?limit=1&court=%s&from=%s&to=%s&%s"
                        .formatted(CaseFile.COURT, day(first), day(second), Login.at(second.id()));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 500 && !page.isEmpty(); i++) {
            Reply reply = auditor.get(page).isOk(200);
            assertThat(reply.json().size()).isLessThanOrEqualTo(1);
            seen.addAll(ids(reply.json()));
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        assertThat(seen)
                .containsSubsequence(surgery(first), surgery(second))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsAskedAmissIsRefused() {
        String path = "/api/schedule?";
        auditor.get("/api/schedule").isRefused(422, "PERIOD_REQUIRED");
        auditor.get(path + "from=2020-11-05").isRefused(422, "PERIOD_REQUIRED");
        auditor.get(path + "day=2020-11-05&week=2020-W45").isRefused(422, "PERIOD_REQUIRED");
        auditor.get(path + "day=soon").isRefused(422, "MALFORMED day");
        auditor.get(path + "week=2021-W53").isRefused(422, "WEEK_MALFORMED week");
        auditor.get(path + "week=45").isRefused(422, "WEEK_MALFORMED week");
        for (String days :
                List.of(
                        "from=2020-11-01&to=2020-12-02",
                        "from=2020-11-05&to=2020-11-04",
                        "day=%2B999999999-12-31",
                        "day=-999999999-01-01",
                        "week=0000-W10")) {
            String place = days.startsWith("from") ? "to" : days.replaceAll("=.*", "");
            auditor.get(path + days).isRefused(422, "PERIOD_OUT_OF_RANGE " + place);
        }
        for (String filter : List.of("court", "lead", "firm", "at")) {
            auditor.get(path + "day=2020-11-05&" + filter + "=a%00b")
                    .isRefused(422, "MALFORMED " + filter);
        }
        String noId = new Cursor(0, "\0").encoded("SESSIONS");
        auditor.get(path + "day=2020-11-05&after=" + noId).isRefused(422, "CURSOR_MALFORMED after");
        auditor.get(path + "day=2020-11-05&limit=501").isRefused(422, "PAGE_OUT_OF_RANGE limit");
        auditor.get(path + "day=2020-11-05&after=x").isRefused(422, "CURSOR_MALFORMED after");
        auditor.get(path + "day=2020-11-05&cuort=x").isRefused(422, "PARAMETER_UNKNOWN cuort");
    }

    @Test
    void theScheduleIsMadeAgainAndComesToTheSame() throws InterruptedException {
        CaseFile moved = newCase().booked();
        defence.post(moved.path("/booking"), moved.booking(1)).isOk(200);
        coordinator.post(moved.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        CaseFile held = newCase().booked();
        moveClockTo(held.slot().plus(Duration.ofMinutes(5)));
        prosecutor.post(held.path("/meeting"), MEETING).isOk(200);
        correct(held, 3);
        CaseFile again = newCase().booked();
        coordinator.post(again.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        correct(again, 3);

        login("operator").post("/api/projections/schedule/rebuild", "").isOk(202);

        for (int i = 0; i < 200; i++) {
            JsonNode now = scheduleProjection();
            if (now.has("lastRebuild") && !now.has("rebuild")) {
                assertThat(now.path("lastRebuildSame").asBoolean()).isTrue();
                assertThat(states(session(held, auditor)))
                        .containsExactly("BOOKED", "FREE", "FREE");
                assertThat(states(session(moved, auditor)))
                        .containsExactly("FREE", "BOOKED", "FREE");
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It wasn't made again");
    }

    private JsonNode scheduleProjection() {
        return list(auditor.get("/api/projections").isOk(200).json()).stream()
                .filter(state -> state.path("name").asString().equals("schedule"))
                .findFirst()
                .orElseThrow();
    }
}
