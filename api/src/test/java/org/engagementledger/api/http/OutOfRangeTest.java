package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, it is the sender's problem: never ours, and never a half of a record. */
class OutOfRangeTest extends OverHttp {

    private static final String ENGAGEMENTS = "/api/engagements";

    private static Reply isTheSenders(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(400, 422);
        return reply.isProblem(reply.status());
    }

    private static String withFirm(String firm) {
        return "{\"firm\":\"%s\",\"contact\":{\"name\":\"Bo Pattern\",\"email\":\"b@p.net\",\"telephone\":\"1\"}}"
                .formatted(firm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "Ada\\u0000Madeup", "\\ud800", "\\udc00\\ud800"})
    void charactersThatNoTextHoldsAreRefusedEverywhere(String odd) {
        CaseFile file = newCase().putForward();
        String request = newCase().request();

        for (String property : List.of("urn", "court", "stage", "hearingDate")) {
            isTheSenders(defence.post(ENGAGEMENTS, "{\"%s\":\"%s\"}".formatted(property, odd)));
        }
        for (String value : List.of("Ada Specimen", "Theft from a shop", "Our own draft")) {
            defence.post(ENGAGEMENTS, request.replace(value, odd))
                    .isProblem(422)
                    .saysNothingOf("Madeup");
        }
        isTheSenders(
                defence.post(
                        file.path("/booking"),
                        "{\"surgery\":\"%s\",\"start\":\"%s\"}".formatted(odd, file.slot())));
        isTheSenders(coordinator.post(file.path("/representation"), withFirm(odd)));
        for (String lead : List.of(odd, "prosecutor")) {
            String court = lead.equals(odd) ? CaseFile.COURT : odd;
            isTheSenders(
                    coordinator.post(
                            "/api/surgeries",
                            surgery(
                                            court,
                                            file.slot().toString(),
                                            file.slot().plusSeconds(3600).toString())
                                    .replace("}", ",\"lead\":\"" + lead + "\"}")));
        }
        isTheSenders(
                triage.post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"%s\",\"finding\":\"ANSWERED\"}]}"
                                .formatted(odd)));
        isTheSenders(
                defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"%1$s\",\"offence\":\"%1$s\",\"plea\":\"GUILTY\"}"
                                .formatted(odd)));
        isTheSenders(
                prosecutor.post(
                        file.path("/outcome"),
                        "{\"result\":\"CRACKED\",\"code\":\"%s\"}".formatted(odd)));
        assertThat(file.history(auditor)).hasSize(2);
    }

    private static String surgery(String court, String start, String end) {
        return "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(court, start, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "example-and-co", " "})
    void aFirmsNameHasBounds(String piece) {
        CaseFile file = newCase().submitted();

        isTheSenders(coordinator.post(file.path("/representation"), withFirm(piece.repeat(9_000))));
        assertThat(file.history(defence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-99-99",
                "0000-00-00",
                "10000-01-01",
                "+10000-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                "0001-01-01",
                "2200-01-01",
                "",
                "20201105"
            })
    void aDateOutOfReachIsNoDate(String date) {
        CaseFile file = newCase();
        String request = file.request();

        isTheSenders(defence.post(ENGAGEMENTS, request.replace(file.hearing().toString(), date)));
        isTheSenders(
                defence.post(
                        ENGAGEMENTS, request.replace("1990-02-28", date.isEmpty() ? "?" : date)));
        file.submitted();
        isTheSenders(
                coordinator.post(file.path("/hearing"), "{\"newDate\":\"%s\"}".formatted(date)));
        assertThat(file.history(defence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"9999-99-99T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"+292278994-08-17T07:12:55.808Z\"",
                "\"0000-01-01T00:00:00Z\"",
                "\"2200-01-01T00:00:00Z\"",
                "\"2020-11-05T15:00:00\"",
                "1e400",
                "1e18",
                "9223372036854775807",
                "-1",
                "\"now\""
            })
    void aTimeOutOfReachIsNoTime(String time) {
        CaseFile file = newCase().putForward();
        file.scheduledSurgery();

        isTheSenders(defence.put("/api/demo/clock", "{\"now\":" + time + "}"));
        isTheSenders(
                coordinator.post(
                        "/api/surgeries",
                        "{\"court\":\"B01CN00\",\"start\":%s,\"end\":\"%s\"}"
                                .formatted(time, file.slot())));
        isTheSenders(
                coordinator.post(
                        "/api/surgeries",
                        "{\"court\":\"B01CN00\",\"start\":\"%s\",\"end\":%s}"
                                .formatted(file.slot().plusSeconds(7), time)));
        isTheSenders(
                defence.post(
                        file.path("/booking"), "{\"surgery\":\"B01CN00\",\"start\":" + time + "}"));
        isTheSenders(
                defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\",\"occurredAt\":"
                                + time
                                + "}"));
        assertThat(file.history(auditor)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "-9223372036854775808", "9223372036854775807", "1e400", "1.5", "99"})
    void anEventThatIsNotThereIsNotCorrected(String sequence) {
        CaseFile file = newCase().submitted();

        isTheSenders(
                coordinator.correct(
                        file.path("/corrections"),
                        "{\"sequence\":%s,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}"
                                .formatted(sequence)));
        assertThat(file.history(defence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-20", "1e9", "2147483648", "7", "100000"})
    void aGridThatIsNoneIsRefused(String minutes) {
        Instant start = now().plusSeconds(86_400);
        isTheSenders(
                coordinator.post(
                        "/api/surgeries",
                        surgery("B01CN00", start.toString(), start.plusSeconds(3_600).toString())
                                .replace("}", ",\"slotMinutes\":" + minutes + "}")));
    }

    @Test
    void aSurgeryEndsOnItsDay() {
        Instant start = Instant.parse(LocalDate.parse("2199-01-10") + "T15:00:00Z");

        coordinator
                .post(
                        "/api/surgeries",
                        surgery("B01CN00", start.toString(), "2199-12-10T15:00:00Z"))
                .isRefused(422, "GRID_UNEVEN /end");
    }

    @Test
    void aBodyOfMegabytesIsTooLarge() {
        String request = newCase().request();

        defence.post(ENGAGEMENTS, request.replace("Ada Specimen", "a".repeat(5_000_000)))
                .isProblem(413);
        defence.post(ENGAGEMENTS, "{\"issues\":[" + "{},".repeat(300_000) + "{}]}").isProblem(413);
        defence.post(ENGAGEMENTS, request.replace("{}", "") + " ".repeat(5_000_000)).isProblem(413);
        defence.post(ENGAGEMENTS, request.replace("Ada Specimen", "a".repeat(200_000)))
                .isRefused(422, "TEXT_TOO_LONG /contact/name");
        defence.post(ENGAGEMENTS, "{\"urn\":" + "1".repeat(100_000) + "}").isProblem(413);
    }

    @Test
    void aListOfThousandsIsTooLong() {
        isTheSenders(defence.post(ENGAGEMENTS, "{\"issues\":[" + "{},".repeat(50_000) + "{}]}"));
    }

    @Test
    void idsInThePathMayBeAnything() {
        for (String id :
                List.of(
                        "x".repeat(2_000),
                        "%20",
                        "%E2%82%AC",
                        "%FF",
                        "'%20OR%20'1'='1",
                        "..%2F..",
                        "%00",
                        "a%00b",
                        "a;b=c",
                        "%25",
                        "%7Bid%7D",
                        "%0A")) {
            isTheSenders(defence.get("/api/engagements/" + id + "/history"));
            isTheSenders(
                    defence.post(
                            "/api/engagements/" + id + "/withdrawal",
                            "{\"reason\":\"NO_LONGER_NEEDED\"}"));
            isTheSenders(
                    defence.post(newCase().submitted().path("/pleas/" + id + "/withdrawal"), "{}"));
        }
    }

    @Test
    void aPathBeyondAllMeasureIsRefused() {
        Reply reply = defence.get("/api/engagements/" + "x".repeat(20_000) + "/history");

        assertThat(reply.status()).isIn(400, 414, 431);
        assertThat(reply.text()).doesNotContain("xxx", "Tomcat", "Exception");
    }
}
