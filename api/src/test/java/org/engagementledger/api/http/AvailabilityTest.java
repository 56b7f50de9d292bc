package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.http.Highbury.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which slots can still be booked, by whom. */
class AvailabilityTest extends OverHttp {

    private static List<String> starts(Reply reply) {
        return texts(reply.json(), "start");
    }

    private static String at(Highbury court, int day) {
        return "/api/availability?court=%s&day=%s".formatted(Highbury.COURT, court.day(day));
    }

    @Test
    void aCourtsFreeSlotsAreThoseThatNobodyHas() {
        Highbury court = new Highbury(this);
        String session = court.session(1, "15:00", 4);
        CaseFile file = court.putForward(30);
        court.book(file, session, court.at(1, "15:20"));

        Reply free = defence.get(at(court, 1)).isOk(200);

        assertThat(starts(free))
                .containsExactly(
                        court.at(1, "15:00").toString(),
                        court.at(1, "15:40").toString(),
                        court.at(1, "16:00").toString());
        JsonNode first = free.json().get(0);
        assertThat(first.path("surgery").asString()).isEqualTo(session);
        assertThat(first.path("court").asString()).isEqualTo(Highbury.COURT);
        assertThat(first.path("end").asString()).isEqualTo(court.at(1, "15:20").toString());
        assertThat(first.path("london").asString()).startsWith("15:00 on ");
        assertThat(first.path("present").asBoolean(true)).isFalse();
        for (String reader : List.of("other-defence", "triage", "prosecutor", "hmcts", "auditor")) {
            assertThat(login(reader).get(at(court, 1)).isOk(200).text()).isEqualTo(free.text());
        }
        assertThat(login("police").get(at(court, 1)).isOk(200).json())
                .as("The police attend at Bromley only")
                .isEmpty();

        defence.post(file.path("/booking/cancellation"), "{}").isOk(200);
        awaitShown(file.id());
        assertThat(starts(defence.get(at(court, 1)).isOk(200))).hasSize(4);
    }

    @Test
    void anEngagementThatMovesHasItsCourtsSlotsBeforeItsHearingAndItsOwn() {
        Highbury court = new Highbury(this);
        String session = court.session(1, "15:00", 2);
        court.session(2, "15:00", 1);
        court.session(3, "00:20", 1);
        court.session("B01BH00", 1, "15:00", 3);
        CaseFile file = court.putForward(3);
        court.book(file, session, court.at(1, "15:00"));
        String month = "/api/availability?from=%s&to=%s".formatted(court.day(0), court.day(30));
        String moving = month + "&excluding=" + file.id();

        Reply free = defence.get(moving).isOk(200);

        assertThat(starts(free))
                .as("Those of its court until the hearing's day, and the one that it has")
                .containsExactly(
                        court.at(1, "15:00").toString(),
                        court.at(1, "15:20").toString(),
                        court.at(2, "15:00").toString());
        assertThat(texts(free.json(), "present")).containsExactly("true", "false", "false");
        assertThat(defence.get(moving + "&court=B01BH00").isOk(200).json()).isEmpty();
        assertThat(starts(defence.get(month + "&court=" + Highbury.COURT).isOk(200)))
                .containsExactly(
                        court.at(1, "15:20").toString(),
                        court.at(2, "15:00").toString(),
                        court.at(3, "00:20").toString());

        for (String start : starts(free).subList(1, 3)) {
            String of = free.json().get(starts(free).indexOf(start)).path("surgery").asString();
            court.book(file, of, Instant.parse(start));
        }
    }

    @Test
    void whoseEngagementItIsMattersToWhatIsToldOfIt() {
        Highbury court = new Highbury(this);
        court.session(1, "15:00", 1);
        CaseFile file = court.putForward(3);
        String moving = at(court, 1) + "&excluding=" + file.id();

        otherDefence.get(moving).isRefused(404, "ENGAGEMENT_UNKNOWN");
        defence.get(at(court, 1) + "&excluding=nothing").isRefused(404, "ENGAGEMENT_UNKNOWN");
        for (String contact : List.of("hmcts", "police")) {
            login(contact).get(moving).isProblem(403);
        }
        for (String other : List.of("strategy", "protection", "operator")) {
            login(other).get(at(court, 1)).isProblem(403);
        }
        JsonNode read =
                auditor.get("/api/accesses?what=AVAILABILITY&engagement=" + file.id())
                        .isOk(200)
                        .json();
        assertThat(read).isEmpty();
        defence.get(moving).isOk(200);
        JsonNode told =
                auditor.get("/api/accesses?what=AVAILABILITY&engagement=" + file.id())
                        .isOk(200)
                        .json();
        assertThat(texts(told, "askedFor")).containsExactly(file.id());
        assertThat(texts(told, "shown")).containsExactly("1");
    }

    @Test
    void whatHasBegunCantBeBookedAnyMore() {
        Instant soon = now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(2));
        String session =
                coordinator
                        .post(
                                "/api/surgeries",
                                "{\"court\":\"B01BH00\",\"start\":\"%s\",\"end\":\"%s\",\"slotMinutes\":1,\"lead\":\"lead-of-minutes\"}"
                                        .formatted(soon, soon.plus(Duration.ofMinutes(3))))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        awaitShown(session);
        String path = "/api/availability?court=B01BH00&limit=500&day=" + LondonTime.dateOf(soon);
        assertThat(starts(defence.get(path).isOk(200))).contains(soon.toString());

        moveClockTo(soon);

        assertThat(starts(defence.get(path).isOk(200)))
                .doesNotContain(soon.toString())
                .contains(soon.plus(Duration.ofMinutes(2)).toString());
    }

    @Test
    void whatIsBlockedIsNeitherOnOfferNorAnAlternative() {
        Highbury court = new Highbury(this);
        String session = court.session(1, "15:00", 3);
        CaseFile file = court.putForward(30);
        coordinator
                .post(
                        "/api/surgeries/" + session + "/block",
                        "{\"reason\":\"No court room\",\"starts\":[\"%s\",\"%s\"]}"
                                .formatted(court.at(1, "15:00"), court.at(1, "15:20")))
                .isOk(200);
        awaitShown(session);

        assertThat(starts(defence.get(at(court, 1)).isOk(200)))
                .containsExactly(court.at(1, "15:40").toString());
        JsonNode used =
                coordinator
                        .get(
                                "/api/schedule/utilisation?court=%s&day=%s"
                                        .formatted(Highbury.COURT, court.day(1)))
                        .isOk(200)
                        .json();
        assertThat(used.path(0).path("offered").asInt()).isEqualTo(1);
        Reply refused =
                defence.post(file.path("/booking"), Highbury.booking(session, court.at(1, "15:20")))
                        .isRefused(409, "SLOT_BLOCKED /start");
        assertThat(refused.json().at("/errors/0/alternatives/0").asString())
                .isEqualTo(court.at(1, "15:40").toString());
        assertThat(refused.text())
                .contains("The slot is blocked. Free: 15:40 on ")
                .doesNotContain(court.at(1, "15:00").toString());
    }

    @Test
    void whatIsOnOfferToSomebodyIsFreeForThemOnly() {
        CaseFile file = newCase().offered();
        auditor.get("/api/demo/clock?at=%s@3".formatted(file.id())).isOk(200);
        String path =
                "/api/availability?limit=500&court=%s&day=%s"
                        .formatted(Highbury.COURT, LondonTime.dateOf(file.slot()));

        assertThat(starts(triage.get(path).isOk(200))).doesNotContain(file.slot().toString());
        assertThat(starts(defence.get(path + "&excluding=" + file.id()).isOk(200)))
                .contains(file.slot().toString());
    }

    @Test
    void theyComeInPages() {
        Highbury court = new Highbury(this);
        court.session(1, "15:00", 2);
        court.session(1, "15:20", 2);

        Reply first = defence.get(at(court, 1) + "&limit=3").isOk(200);
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        Reply second = defence.get(next).isOk(200);

        assertThat(starts(first))
                .containsExactly(
                        court.at(1, "15:00").toString(),
                        court.at(1, "15:20").toString(),
                        court.at(1, "15:20").toString());
        assertThat(starts(second)).containsExactly(court.at(1, "15:40").toString());
        assertThat(second.header("Link")).isEmpty();
    }

    @Test
    void whatIsAskedInAnotherWayIsRefused() {
        defence.get("/api/availability").isRefused(422, "PERIOD_REQUIRED");
        defence.get("/api/availability?from=2020-11-01&to=2020-12-02")
                .isRefused(422, "PERIOD_OUT_OF_RANGE to");
        defence.get("/api/availability?day=2020-11-05&for=x")
                .isRefused(422, "PARAMETER_UNKNOWN for");
        defence.get("/api/availability?day=2020-11-05&court=").isRefused(422, "REQUIRED court");
        defence.get("/api/availability?day=2020-11-05&limit=0")
                .isRefused(422, "PAGE_OUT_OF_RANGE limit");
        defence.get("/api/availability?day=2020-11-05&after=x")
                .isRefused(422, "CURSOR_MALFORMED after");
    }
}
