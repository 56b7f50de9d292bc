package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What the coordinator was told is read here too, where no mail is sent. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoticesTest extends OverHttp {

    private static void await(BooleanSupplier reached) {
        try {
            assertThat(Projections.await(reached, Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** A session without a link, which comes near. */
    private CaseFile nearWithoutALink() {
        CaseFile file = newCase();
        file.scheduledSurgery();
        moveClockTo(file.slot().minus(Duration.ofHours(1)));
        await(() -> told("NO_JOIN_LINK", "surgery", file.surgery()).size() == 1);
        return file;
    }

    private List<JsonNode> notices(String query) {
        return coordinator
                .get("/api/notices?limit=500" + query)
                .isOk(200)
                .json()
                .valueStream()
                .toList();
    }

    private List<JsonNode> told(String kind, String what, String id) {
        return notices("&kind=" + kind).stream()
                .filter(notice -> notice.path(what).asString("").equals(id))
                .toList();
    }

    @Test
    void whatWasWrittenAboutASessionIsReadWhereTheSessionIs() {
        CaseFile file = nearWithoutALink();
        String path = "/api/surgeries/" + file.surgery() + "/correspondence";

        for (Login reader : List.of(coordinator, auditor, triage, prosecutor)) {
            assertThat(reader.get(path).isOk(200).json().valueStream())
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.path("notice").asString())
                                        .isEqualTo("NO_JOIN_LINK");
                                assertThat(letter.at("/recipients/0/state").asString())
                                        .isEqualTo("KEPT");
                            });
        }
        for (Login reader : List.of(defence, login("hmcts"), login("police"))) {
            reader.get(path).isRefused(404, "SURGERY_UNKNOWN");
        }
        coordinator
                .get("/api/surgeries/B01CN00-2020-11-01T0900/correspondence")
                .isRefused(404, "SURGERY_UNKNOWN");
        CaseFile engaged = newCase().submitted();
        awaitShown(engaged.id());
        coordinator
                .get("/api/surgeries/" + engaged.id() + "/correspondence")
                .isRefused(404, "SURGERY_UNKNOWN");
    }

    @Test
    void aNoticeSaysOfWhatItIsAndWhetherItWasMailed() {
        CaseFile file = nearWithoutALink();
        JsonNode notice = told("NO_JOIN_LINK", "surgery", file.surgery()).getFirst();

        assertThat(notice.path("court").asString()).isEqualTo(file.court());
        assertThat(Instant.parse(notice.path("start").asString())).isEqualTo(file.slot());
        assertThat(notice.path("letter").asInt()).isEqualTo(1);
        assertThat(notice.path("recipient").asString()).isEqualTo("coordinator-1");
        assertThat(notice.path("state").asString()).isEqualTo("KEPT");
        assertThat(notice.path("attempts").asInt()).isZero();
        assertThat(notice.has("engagement")).isFalse();
        assertThat(notice.has("at")).isFalse();
        for (Login reader : List.of(auditor, triage, prosecutor)) {
            assertThat(reader.get("/api/notices?limit=500").isOk(200).text())
                    .contains(file.surgery());
        }
        defence.get("/api/notices").isProblem(403);
        login("hmcts").get("/api/notices").isProblem(403);
    }

    @Test
    void theyAreFoundByKindCourtAndDayAndComeInPagesTheLatestFirst() {
        nearWithoutALink();
        CaseFile file = nearWithoutALink();
        LocalDate day =
                LondonTime.dateOf(
                        Instant.parse(
                                told("NO_JOIN_LINK", "surgery", file.surgery())
                                        .getFirst()
                                        .path("preparedAt")
                                        .asString()));
        List<JsonNode> all = notices("");

        assertThat(all)
                .map(notice -> Instant.parse(notice.path("preparedAt").asString()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(surgeries("&kind=NO_JOIN_LINK&court=B01CN00&from=%s&to=%s".formatted(day, day)))
                .contains(file.surgery());
        assertThat(surgeries("&kind=BOOKING_RELEASED")).doesNotContain(file.surgery());
        assertThat(surgeries("&court=B01BH00")).doesNotContain(file.surgery());
        assertThat(surgeries("&from=" + day.plusDays(1))).doesNotContain(file.surgery());
        assertThat(surgeries("&to=" + day.minusDays(1))).doesNotContain(file.surgery());
        coordinator.get("/api/notices?kind=ANOTHER").isRefused(422, "MALFORMED kind");
        coordinator.get("/api/notices?to=+10000-01-01").isProblem(422);

        Reply first = coordinator.get("/api/notices?limit=1").isOk(200);
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        Reply second = coordinator.get(next).isOk(200);
        assertThat(first.json().path(0)).isEqualTo(all.getFirst());
        assertThat(second.json().path(0)).isEqualTo(all.get(1));
    }

    private List<String> surgeries(String query) {
        return notices(query).stream().map(notice -> notice.path("surgery").asString("")).toList();
    }

    @Test
    void theCoordinatorIsToldOfWhomAMoveTakesTheSlotFromAndNotOfWhomItTakesAlong() {
        CaseFile late = newCase();
        late.submitted(
                defence, late.request(LondonTime.dateOf(late.slot()).plusDays(10), "Ada Specimen"));
        CaseFile along = newCase().putForward();
        triage.post(
                        late.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        late.scheduledSurgery();
        defence.post(late.path("/booking"), late.booking(0)).isOk(200);
        defence.post(along.path("/booking"), late.booking(1)).isOk(200);
        JsonNode moved =
                coordinator
                        .post(
                                "/api/surgeries/" + late.surgery() + "/move",
                                "{\"start\":\"%s\"}"
                                        .formatted(late.slot().plus(Duration.ofDays(14))))
                        .isOk(200)
                        .json();
        assertThat(moved.path("released").path(0).asString()).isEqualTo(late.id());
        assertThat(moved.path("moved").path(0).asString()).isEqualTo(along.id());
        awaitQuiet();

        await(() -> told("BOOKING_RELEASED", "engagement", late.id()).size() == 1);
        JsonNode lost = told("BOOKING_RELEASED", "engagement", late.id()).getFirst();
        assertThat(lost.path("surgery").asString()).isEqualTo(late.surgery());
        assertThat(told("BOOKING_RELEASED", "engagement", along.id())).isEmpty();
    }

    @Test
    void nothingIsSentAgainWhereNothingIsSent() {
        CaseFile file = newCase().booked();
        awaitQuiet();
        coordinator
                .post(file.path("/correspondence/1/defence-1/resend"), "{}")
                .isRefused(409, "NOTHING_TO_SEND_AGAIN", "NO_MAIL_SERVER");
        coordinator
                .post(file.path("/correspondence/77/defence-1/resend"), "{}")
                .isRefused(404, "LETTER_UNKNOWN");
        coordinator
                .post(file.path("/correspondence/x/defence-1/resend"), "{}")
                .isRefused(404, "LETTER_UNKNOWN");
        coordinator
                .post(
                        "/api/surgeries/%s/correspondence/1/defence-1/resend".formatted(file.id()),
                        "{}")
                .isRefused(404, "LETTER_UNKNOWN");
        triage.post(file.path("/correspondence/1/defence-1/resend"), "{}").isProblem(403);
    }
}
