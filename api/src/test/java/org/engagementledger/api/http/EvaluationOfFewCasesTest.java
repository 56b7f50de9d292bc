package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.query.evaluation.Figure;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What counts of a few cases in a ledger of their own, in November 2020: what was typed in late,
 * taken back, listed anew, put out of scope or needed a second look.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EvaluationOfFewCasesTest {

    private static final String BEXLEY = "B01BH00";
    private static final String PUT_FORWARD =
            "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}";
    private static final String ANSWERED =
            "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"ANSWERED\",\"answer\":\"Nobody\"}]}";
    private static final String OUT_OF_SCOPE =
            "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"OUT_OF_SCOPE\",\"reason\":\"Not here\"}]}";
    private static final String GUILTY =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";
    private static final String AGREED = "{\"victimsViews\":{\"consideration\":\"CONSIDERED\"}}";

    @TempDir static Path directory;

    private static ConfigurableApplicationContext service;
    private static URI address;
    private static Accounts accounts;
    private static int urns;

    private static String takenBack = "";
    private static String listedAnew = "";
    private static String heldEarlier = "";
    private static String crackedEarlier = "";
    private static String outOfScope = "";
    private static String discussed = "";
    private static String bookedAgain = "";

    @BeforeAll
    static void play() throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.profiles.active=demo");
        arguments.add("--server.port=0");
        arguments.add("--ledger.home=" + directory.resolve("home"));
        OutOfTheWay.LIMITS.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Accounts.giveTo(directory.resolve("home"));
        service =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(arguments.toArray(String[]::new));
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
        accounts = new Accounts(directory.resolve("home"), address);
        tell();
        long events =
                service.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM ledger.event")
                        .query(Long.class)
                        .single();
        assertThat(service.getBean(Projections.class).await(events, Duration.ofSeconds(60)))
                .isTrue();
    }

    private static void tell() {
        takenBack = submitted("2020-11-20", 1);
        listedAnew = submitted("2020-11-10", 1);
        heldEarlier = submitted("2020-11-20", 1);
        crackedEarlier = submitted("2020-11-20", 2);
        outOfScope = submitted("2020-11-20", 1);
        discussed = submitted("2020-11-20", 1);
        bookedAgain = submitted("2020-11-20", 1);
        for (String put : List.of(heldEarlier, discussed, bookedAgain)) {
            post("triage", put, "/triage", PUT_FORWARD);
        }
        post("triage", outOfScope, "/triage", OUT_OF_SCOPE);
        String session =
                login("coordinator")
                        .post(
                                "/api/surgeries",
                                "{\"court\":\"%s\",\"start\":\"2020-11-05T10:00:00Z\",\"end\":\"2020-11-05T11:00:00Z\"}"
                                        .formatted(BEXLEY))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        book(heldEarlier, session, "10:00");
        book(discussed, session, "10:20");
        book(bookedAgain, session, "10:40");

        itIs("2020-11-03T09:00:00Z");
        post("triage", listedAnew, "/triage", ANSWERED);
        post("defence", bookedAgain, "/booking/cancellation", "{}");
        itIs("2020-11-04T09:00:00Z");
        book(bookedAgain, session, "10:40");

        itIs("2020-11-05T12:00:00Z");
        post("prosecutor", discussed, "/meeting", met("DISPUTED"));
        post("defence", takenBack, "/pleas", GUILTY);
        post("prosecutor", takenBack, "/pleas/P1/agreement", AGREED);
        post("defence", crackedEarlier, "/pleas", GUILTY);

        itIs("2020-11-06T09:00:00Z");
        post("triage", discussed, "/triage", ANSWERED);
        post("defence", takenBack, "/pleas/P1/withdrawal", "{}");

        itIs("2020-11-09T09:00:00Z");
        post("defence", takenBack, "/pleas", GUILTY);
        post("prosecutor", takenBack, "/pleas/P2/agreement", AGREED);

        itIs("2020-11-10T09:30:00Z");
        post("defence", listedAnew, "/pleas", GUILTY);
        post("prosecutor", listedAnew, "/pleas/P1/agreement", AGREED);
        itIs("2020-11-10T14:00:00Z");
        post(
                "prosecutor",
                listedAnew,
                "/outcome",
                "{\"result\":\"INEFFECTIVE\",\"code\":\"M1\",\"newDate\":\"2021-01-11\"}");

        itIs("2020-11-23T09:00:00Z");
        post("prosecutor", heldEarlier, "/meeting", met("AGREED"));
        post("prosecutor", crackedEarlier, "/outcome", "{\"result\":\"CRACKED\",\"code\":\"A\"}");
    }

    private static void itIs(String now) {
        login("operator").put("/api/demo/clock", "{\"now\":\"%s\"}".formatted(now)).isOk(200);
    }

    private static String submitted(String trial, int offences) {
        return login("defence")
                .post(
                        "/api/engagements",
                        """
                        {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                                    "telephone":"020 7946 0000"},
                         "urn":"01ZD%05d20","court":"%s","stage":"PRE_TRIAL","hearingDate":"%s",
                         "defendants":[{"name":"Dan Madeup","offences":[%s]}],
                         "issues":[{"category":"WITNESSES","matter":"Who is needed?"}]}
                        """
                                .formatted(
                                        ++urns,
                                        BEXLEY,
                                        trial,
                                        "{\"title\":\"Theft\"},"
                                                .repeat(offences)
                                                .replaceFirst(",$", "")))
                .isOk(201)
                .json()
                .path("id")
                .asString();
    }

    private static String met(String result) {
        return """
        {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"Lee Invented"},
                      {"role":"DEFENCE_PRACTITIONER","name":"Ada Specimen"}],
         "outcomes":[{"issue":"I1","result":"%s"}]}
        """
                .formatted(result);
    }

    private static void book(String engagement, String session, String time) {
        post(
                "defence",
                engagement,
                "/booking",
                "{\"surgery\":\"%s\",\"start\":\"2020-11-05T%s:00Z\"}".formatted(session, time));
    }

    private static void post(String who, String engagement, String path, String json) {
        login(who).post("/api/engagements/" + engagement + path, json).isOk(200);
    }

    private static Login login(String name) {
        return new Login(address, accounts.authorization(name));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** On which days a figure counts something of a case. */
    private static List<String> days(Figure figure, String engagement) {
        List<String> days = new ArrayList<>();
        login("auditor")
                .get("/api/evaluation/cases?limit=500&figure=" + figure)
                .isOk(200)
                .json()
                .forEach(
                        one -> {
                            if (one.path("engagement").asString().equals(engagement)) {
                                days.add(one.path("day").asString());
                            }
                        });
        return days;
    }

    private static JsonNode rows(String table, String query) {
        return login("auditor").get("/api/evaluation/" + table + "?" + query).isOk(200).json();
    }

    @Test
    void aMeetingThatIsTypedInLateResolvedItsCaseWhenItWasHeld() {
        for (Figure figure :
                List.of(
                        Figure.ISSUES_RESOLVED,
                        Figure.RESOLVED,
                        Figure.ISSUES_RESOLVED_BEFORE_TRIAL,
                        Figure.RESOLVED_BEFORE_TRIAL)) {
            assertThat(days(figure, heldEarlier)).as("%s", figure).containsExactly("2020-11-05");
        }
    }

    @Test
    void anAgreementThatWasTakenBackSparesNothingAndTheNextCountsOnce() {
        assertThat(days(Figure.PLEAS_AGREED, takenBack))
                .as("as they happened")
                .containsExactly("2020-11-05", "2020-11-09");
        assertThat(days(Figure.PLEAS_AGREED_BEFORE_TRIAL, takenBack)).containsExactly("2020-11-09");
    }

    @Test
    void aTrialThatIsListedAnewMakesNoNoticeOfWhatWasAgreedAtTheDoor() {
        assertThat(days(Figure.PLEAS_AGREED, listedAnew)).containsExactly("2020-11-10");
        assertThat(days(Figure.PLEAS_AGREED_BEFORE_TRIAL, listedAnew)).isEmpty();
        assertThat(days(Figure.RESOLVED_BEFORE_TRIAL, listedAnew)).containsExactly("2020-11-03");
        assertThat(rows("spared", "from=2020-11-03&to=2020-11-03"))
                .hasSize(2)
                .allSatisfy(
                        row ->
                                assertThat(row.path("medianDaysOfNotice").asDouble())
                                        .as("to the day for which it was listed then")
                                        .isEqualTo(7));
    }

    @Test
    void aSlotThatIsGivenBackAndBookedAgainWasGivenBack() {
        assertThat(days(Figure.SLOTS_RELEASED, bookedAgain)).containsExactly("2020-11-05");
        assertThat(days(Figure.SLOTS_BOOKED, bookedAgain)).containsExactly("2020-11-05");
    }

    @Test
    void whatIsOutOfScopeIsNeitherAnsweredNorResolved() {
        assertThat(days(Figure.TRIAGED, outOfScope)).containsExactly("2020-11-02");
        assertThat(days(Figure.ISSUES_OUT_OF_SCOPE, outOfScope)).containsExactly("2020-11-02");
        for (Figure figure :
                List.of(
                        Figure.ANSWERED_AT_TRIAGE,
                        Figure.ISSUES_RESOLVED,
                        Figure.RESOLVED,
                        Figure.ISSUES_RESOLVED_BEFORE_TRIAL,
                        Figure.RESOLVED_BEFORE_TRIAL)) {
            assertThat(days(figure, outOfScope)).as("%s", figure).isEmpty();
        }
        JsonNode witnesses = rows("issues", "").get(0);
        assertThat(witnesses.path("raised").asLong()).isEqualTo(7);
        assertThat(witnesses.path("resolved").asLong()).isEqualTo(3);
        assertThat(witnesses.path("outOfScope").asLong()).isEqualTo(1);
    }

    @Test
    void whatNeededAMeetingWasntAnsweredAtTriage() {
        assertThat(days(Figure.TRIAGED, discussed)).containsExactly("2020-11-02");
        assertThat(days(Figure.ANSWERED_AT_TRIAGE, discussed)).isEmpty();
        assertThat(days(Figure.ANSWERED_AT_TRIAGE, listedAnew)).containsExactly("2020-11-03");
        JsonNode total = rows("summary", "").get(0);
        assertThat(total.path("triaged").asLong()).isEqualTo(5);
        assertThat(total.path("shareAnsweredAtTriage").asDouble()).isEqualTo(0.2);
    }

    @Test
    void aTrialThatCrackedCountsOnItsDayHoweverLateItIsTypedIn() {
        assertThat(days(Figure.CRACKED_TRIALS, crackedEarlier)).containsExactly("2020-11-20");
        assertThat(days(Figure.OUTCOMES, crackedEarlier)).containsExactly("2020-11-20");
    }

    @Test
    void ofSeveralOffencesACodeIsOnlyPerhapsContradicted() {
        JsonNode found = rows("contradictions", "");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("finding").asString()).isEqualTo("PERHAPS_OFFERED_EARLIER");
        assertThat(found.get(0).path("words").asString())
                .contains(
                        "names neither defendant nor offence",
                        "for D1, offence O1; it contradicts the code if");
        assertThat(found.get(0).at("/outcome/day").asString()).isEqualTo("2020-11-20");
    }
}
