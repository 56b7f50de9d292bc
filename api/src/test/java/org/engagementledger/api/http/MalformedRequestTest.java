package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What isn't a request at all is a problem of whoever sent it, said without quoting it. */
class MalformedRequestTest extends OverHttp {

    private static final String ENGAGEMENTS = "/api/engagements";

    @Test
    void aPropertyThatNobodyKnowsIsPointedAt() {
        Reply reply =
                defence.post(
                        ENGAGEMENTS,
                        "{\"contact\":{\"name\":\"Dan Madeup\",\"mobile\":\"07700\"}}");

        reply.isRefused(422, "MALFORMED /contact/mobile").saysNothingOf("Dan Madeup", "07700");
        assertThat(reply.text()).contains("email, name, telephone");
    }

    @Test
    void aWordThatIsNoneOfThoseKnownIsToldWhichAre() {
        Reply reply = defence.post(ENGAGEMENTS, "{\"stage\":\"AFTER_DAN_MADEUP\"}");

        reply.isRefused(422, "MALFORMED /stage").saysNothingOf("MADEUP");
        assertThat(reply.text()).contains("PRE_FIRST_HEARING, PRE_TRIAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stage\":1}|/stage",
                "{\"stage\":true}|/stage",
                "{\"hearingDate\":\"Madeup\"}|/hearingDate",
                "{\"hearingDate\":\"2020-02-30\"}|/hearingDate",
                "{\"hearingDate\":{}}|/hearingDate",
                "{\"contact\":\"Madeup\"}|/contact",
                "{\"contact\":[]}|/contact",
                "{\"contact\":{\"name\":{\"Madeup\":1}}}|/contact/name",
                "{\"urn\":[\"Madeup\"]}|/urn",
                "{\"defendants\":{}}|/defendants",
                "{\"defendants\":[\"Madeup\"]}|/defendants/0",
                "{\"defendants\":[{},{\"needs\":[\"MADEUP\"]}]}|/defendants/1/needs/0",
                "{\"issues\":[[]]}|/issues/0",
                "{\"idpcReceived\":\"Madeup\"}|/idpcReceived",
            })
    void aValueOfTheWrongKindIsPointedAt(String bodyAndPointer) {
        String[] parts = bodyAndPointer.split("\\|", 2);

        defence.post(ENGAGEMENTS, parts[0])
                .isRefused(422, "MALFORMED " + parts[1])
                .saysNothingOf("Madeup", "MADEUP");
    }

    @Test
    void allThatDoesNotFitIsPointedAtTogether() {
        defence.post(
                        ENGAGEMENTS,
                        """
                        {"stage": 1, "hearingDate": "soon", "mobile": "Madeup", "inPerson": "yes",
                         "defendants": [
                           {"needs": ["MADEUP", "CHILD", "OTHERS"], "dateOfBirth": "9999-12-31"},
                           "Madeup", {"name": {}}],
                         "contact": {"fax": 1, "name": []}}
                        """)
                .isRefused(
                        422,
                        "MALFORMED /stage",
                        "MALFORMED /hearingDate",
                        "MALFORMED /mobile",
                        "MALFORMED /inPerson",
                        "MALFORMED /defendants/0/needs/0",
                        "MALFORMED /defendants/0/needs/2",
                        "MALFORMED /defendants/0/dateOfBirth",
                        "MALFORMED /defendants/1",
                        "MALFORMED /defendants/2/name",
                        "MALFORMED /contact/fax",
                        "MALFORMED /contact/name")
                .saysNothingOf("Madeup", "MADEUP", "OTHERS");
        login("strategy")
                .post("/api/strategy/actions/1.1/rules", "{\"criterion\":\"NOPE\",\"from\":\"x\"}")
                .isRefused(422, "MALFORMED /criterion", "MALFORMED /from");
    }

    @Test
    void aBodyThatIsLongIsToldWhatIsWrongFirst() {
        String wrong = "{\"stage\":1,\"urn\":\"%s\",\"inPerson\":2}";

        defence.post(ENGAGEMENTS, wrong.formatted("x".repeat(500)))
                .isRefused(422, "MALFORMED /stage", "MALFORMED /inPerson");
        Reply reply = defence.post(ENGAGEMENTS, wrong.formatted("x".repeat(200_000)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/stage");
    }

    @Test
    void atMostFiftyAreNamed() {
        StringBuilder body = new StringBuilder("{\"p0\":0");
        for (int i = 1; i < 200; i++) {
            body.append(",\"p").append(i).append("\":0");
        }
        Reply reply = defence.post(ENGAGEMENTS, body.append('}').toString()).isProblem(422);

        assertThat(reply.json().path("errors").size()).isEqualTo(50);
    }

    @Test
    void whatFollowsUnreadablyIsNotNamed() {
        defence.post(ENGAGEMENTS, "{\"stage\":1,\"inPerson\":2,")
                .isRefused(422, "MALFORMED /stage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "9223372036854775808",
                "1606938044258990275541962092341162602522202993782792835301376"
            })
    void aNumberThatIsTooLargeIsPointedAt(String number) {
        Reply reply =
                login("strategy")
                        .post(
                                "/api/strategy/actions/3.5/progress",
                                "{\"percent\":%s,\"confidence\":\"SURE\",\"reason\":\"x\"}"
                                        .formatted(number))
                        .isRefused(422, "MALFORMED /percent", "MALFORMED /confidence");

        assertThat(reply.text()).contains("too large");
        String sequence = "{\"sequence\":92233720368547758070,\"reason\":1}";
        coordinator
                .post(newCase().submitted().path("/corrections"), sequence, "If-Match", "\"0\"")
                .isRefused(422, "MALFORMED /sequence", "MALFORMED /reason");
    }

    @Test
    void aDateOfAnotherMillenniumIsToldWhichYearsAreTaken() {
        for (String date : new String[] {"9999-12-31", "0001-01-01", "1899-12-31"}) {
            assertThat(
                            login("strategy")
                                    .post(
                                            "/api/strategy/actions/1.1/rules",
                                            "{\"criterion\":\"CHILD\",\"from\":\"%s\"}"
                                                    .formatted(date))
                                    .isRefused(422, "MALFORMED /from")
                                    .text())
                    .contains("of the years 1900 to 2199");
        }
    }

    @Test
    void whatTakesNoPropertiesSaysSo() {
        assertThat(
                        login("strategy")
                                .post("/api/strategy/actions/1.1/start", "{\"a\":1,\"b\":2}")
                                .isRefused(422, "MALFORMED /a", "MALFORMED /b")
                                .text())
                .contains("It takes no properties.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"urn\":\"Madeup",
                "{\"urn\" \"Madeup\"}",
                "{'urn':'Madeup'}",
                "Madeup",
                "{} Madeup",
                "{\"urn\":NaN}",
                "{\"urn\":\"a\tb\"}",
                "{\"urn\":\"\\q\"}",
                "{\"urn\":\"\\u12\"}",
                "\u0000",
                "<xml>Madeup</xml>",
            })
    void whatIsNoJsonIsSaidToBeNone(String body) {
        defence.post(ENGAGEMENTS, body).isProblem(400).saysNothingOf("Madeup");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{}{}", "null", "1", "true", "[]", "[{}]", "\"Madeup\""})
    void jsonThatIsNoObjectIsNoRequest(String body) {
        Reply reply = defence.post(ENGAGEMENTS, body);

        assertThat(reply.status()).isIn(400, 422);
        reply.isProblem(reply.status()).saysNothingOf("Madeup");
    }

    @Test
    void moreThanOneValueIsNoRequest() {
        for (String second : List.of("{}", "[]", "1", "null", " \"Madeup\"")) {
            assertThat(
                            defence.post(ENGAGEMENTS, "{}" + second)
                                    .isRefused(422, "MALFORMED")
                                    .saysNothingOf("Madeup")
                                    .text())
                    .contains("\"pointer\":\"\"")
                    .contains("Expected: one JSON value, with nothing behind it.");
        }
        defence.post(ENGAGEMENTS, "{\"stage\":1,\"inPerson\":2}{}")
                .isRefused(422, "MALFORMED /stage", "MALFORMED /inPerson", "MALFORMED");
        defence.post(ENGAGEMENTS, "[]{}").isProblem(422);
    }

    @Test
    void aCharacterThatNoTextHasIsNamed() {
        for (String odd : List.of("\\u0000", "Ada\\u0000Madeup")) {
            assertThat(told(odd)).contains("No text has the character U+0000.");
        }
        for (String odd : List.of("\\ud800", "\\udc00\\ud800")) {
            assertThat(told(odd)).contains("No text has half a surrogate pair.");
        }
        assertThat(told("\\u0000\",\"urn\":{},\"x\":\""))
                .contains("No text has the character U+0000.", "/urn", "/x");
    }

    private String told(String name) {
        Reply reply =
                defence.post(
                        ENGAGEMENTS,
                        "{\"contact\":{\"email\":[],\"name\":\"%s\"}}".formatted(name));
        assertThat(reply.isProblem(422).saysNothingOf("Madeup").text())
                .contains("/contact/email", "/contact/name");
        return reply.text();
    }

    @Test
    void bytesThatAreNoTextAreNoRequest() {
        byte[] body = "{\"urn\":\"01ZD??\"}".getBytes(StandardCharsets.US_ASCII);
        for (byte[] bad :
                List.of(new byte[] {-1, -2}, new byte[] {-64, -128}, new byte[] {-19, -96})) {
            body[11] = bad[0];
            body[12] = bad[1];
            Reply reply = defence.post(ENGAGEMENTS, BodyPublishers.ofByteArray(body));
            assertThat(reply.status()).isIn(400, 422);
            reply.isProblem(reply.status()).saysNothingOf("URN");
        }
    }

    @Test
    void jsonIsInUtf8() {
        String body = newCase().request().replace("Ada Specimen", "Ad\u00e0 \u0141\u00f3d\u017a");
        for (Charset wide :
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE,
                        Charset.forName("UTF-32"),
                        Charset.forName("UTF-32LE"))) {
            defence.post(ENGAGEMENTS, BodyPublishers.ofString(body, wide)).isProblem(400);
        }
        for (String charset : List.of("utf-16", "iso-8859-1", "us-ascii", "windows-1252")) {
            Login.send(inCharset(charset, body)).isProblem(415);
        }
        Login.send(inCharset("UTF-8", body)).isOk(201);
    }

    private HttpRequest.Builder inCharset(String charset, String body) {
        return defence.request(ENGAGEMENTS)
                .header("Content-Type", "application/json; charset=" + charset)
                .POST(BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"urn\":\"Madeup\",\"urn\":\"01ZD0303920\"}",
                "{\"contact\":{\"name\":\"Madeup\",\"name\":\"Madeup\"}}",
                "{\"defendants\":[{\"name\":\"Madeup\",\"n\\u0061me\":\"Madeup\"}]}"
            })
    void aPropertyIsNamedOnce(String body) {
        assertThat(defence.post(ENGAGEMENTS, body).isProblem(400).saysNothingOf("Madeup").text())
                .contains("twice");
    }

    @Test
    void whatIsTooLargeIsNoRequest() {
        for (String body :
                List.of(
                        "{\"urn\":\"%s\"}".formatted("x".repeat(1_100_000)),
                        "{\"defendants\":[%s{}]}".formatted("{},".repeat(11_000)),
                        " ".repeat(1_100_000) + "{}")) {
            defence.post(ENGAGEMENTS, body).isProblem(413);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aNameThatIsNotKnownIsSaidIfNothingCanBeHiddenInIt(CapturedOutput output) {
        String named = "{\"contact\":{\"%s\":1}}";

        for (String plain : List.of("mobile", "date_of_birth", "x-ref", "x".repeat(31))) {
            defence.post(ENGAGEMENTS, named.formatted(plain))
                    .isRefused(422, "MALFORMED /contact/" + plain);
        }
        for (String odd :
                List.of(
                        "",
                        "Ada Specimen",
                        "ada@specimen.example",
                        "01ZD0303920",
                        "a/b~c",
                        "x".repeat(32),
                        "x".repeat(40_000),
                        "x\\u0000",
                        "x\\ny",
                        "\u202ex",
                        "M\u00fcller")) {
            Reply reply = defence.post(ENGAGEMENTS, named.formatted(odd));
            reply.isRefused(422, "MALFORMED /contact")
                    .saysNothingOf("pecimen", "01ZD", "a/b", "x".repeat(32), "\u202e", "ller");
            assertThat(reply.text()).contains("Known: email, name, telephone.");
        }
        defence.post(ENGAGEMENTS, named.formatted("\\ud800Specimen")).isProblem(400);
        assertThat(output.getAll()).doesNotContain("pecimen", "01ZD0303920");
    }

    @Test
    void namesThatAreNotSaidKeepNoOthersFromBeingSaid() {
        defence.post(
                        ENGAGEMENTS,
                        """
                        {"?": 1, "!": {}, "contact": {"?": 1, "!": 1, "fax": 1}, "stage": 1,
                         "defendants": [{"?": 1}, {"?": 1}]}
                        """)
                .isRefused(
                        422,
                        "MALFORMED",
                        "MALFORMED /contact",
                        "MALFORMED /contact/fax",
                        "MALFORMED /stage",
                        "MALFORMED /defendants/0",
                        "MALFORMED /defendants/1");
    }

    @Test
    void whatThePathNamesIsNoPointer() {
        CaseFile file = newCase().submitted();

        for (String action : List.of("/agreement", "/rejection")) {
            String body =
                    action.equals("/agreement")
                            ? "{\"victimsViews\":{\"consideration\":\"CONSIDERED\"}}"
                            : "{\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}";
            Reply reply = prosecutor.post(file.path("/pleas/P9" + action), body);
            reply.isRefused(404, "PLEA_UNKNOWN plea");
            assertThat(reply.json().at("/errors/0/parameter").asString()).isEqualTo("plea");
        }
    }

    @Test
    void aFirmAndNoFirmIsNoTransfer() {
        CaseFile file = newCase().submitted();

        coordinator
                .post(file.path("/representation"), "{\"firm\":\"sample-llp\",\"inPerson\":true}")
                .isRefused(422, "FIRM_OR_IN_PERSON /inPerson");
    }

    @Test
    void aDeepNestIsNoRequest() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        for (String body :
                List.of(
                        deep,
                        "{\"issues\":" + deep + "}",
                        "{\"unknown\":" + deep + "}",
                        "{\"contact\":"
                                + "{\"contact\":".repeat(10_000)
                                + "1"
                                + "}".repeat(10_001))) {
            Reply reply = defence.post(ENGAGEMENTS, body);
            assertThat(reply.status()).isBetween(400, 422);
            reply.isProblem(reply.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void formsAndFilesArentTaken(String method) {
        String path =
                switch (method) {
                    case "PUT" -> "/api/demo/clock";
                    case "PATCH" -> "/api/engagements/unknown/details";
                    default -> ENGAGEMENTS;
                };
        for (String type :
                List.of(
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "application/x-www-form-urlencoded")) {
            for (String body : List.of("{}", "", "--x", "a=%FF&b=%zz", "{\"a\":\"100%sure\"}")) {
                Reply reply =
                        Login.send(
                                (method.equals("PUT") ? login("operator") : defence)
                                        .request(path)
                                        .header("Content-Type", type)
                                        .method(method, BodyPublishers.ofString(body)));
                assertThat(reply.status()).as("%s of %s", body, type).isIn(400, 415);
                reply.isProblem(reply.status());
            }
        }
    }

    @Test
    void aQueryThatIsNoTextIsUnreadable() {
        for (String query : List.of("?court=%FF", "?court=%C3%28", "?urn=%ED%A0%80")) {
            defence.get(ENGAGEMENTS + query).isProblem(400);
            defence.post(ENGAGEMENTS + query.replace("court", "dryRun"), "{}").isProblem(400);
        }
    }

    @Test
    void aMethodThatIsNotThereIsNotAllowed() {
        CaseFile file = newCase().submitted();

        assertThat(defence.put(ENGAGEMENTS, "{}").isProblem(405).header("Allow"))
                .contains("POST", "GET");
        defence.get(file.path("/withdrawal")).isProblem(405);
        defence.put(file.path("/details"), "{}").isProblem(405);
        defence.post(file.path("/history"), "{}").isProblem(405);
        Reply deleted = Login.send(defence.request(file.path("/history")).DELETE()).isProblem(405);
        assertThat(deleted.header("Allow")).contains("GET");
        assertThat(deleted.json().path("type").asString())
                .isEqualTo("urn:engagement-ledger:problem:method-not-allowed");
        Login.send(defence.request(ENGAGEMENTS).method("PROPFIND", BodyPublishers.noBody()))
                .isProblem(400);
        Login.send(defence.request(ENGAGEMENTS).method("TRACE", BodyPublishers.noBody()))
                .isProblem(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/merge-patch+json",
                "application/Madeup+json",
                "application/*",
                "*/*",
                "nonsense",
                "application/json; charset=nonsense"
            })
    void onlyJsonIsTaken(String type) {
        Reply reply =
                Login.send(
                        defence.request(ENGAGEMENTS)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("{\"urn\":\"Madeup\"}")));

        reply.isProblem(415).saysNothingOf("Madeup", "madeup");
    }

    @Test
    void withoutAMediaTypeThereIsNoRequest() {
        Login.send(defence.request(ENGAGEMENTS).POST(BodyPublishers.ofString("{}"))).isProblem(415);
    }

    @Test
    void whoTakesNoJsonIsToldBeforeAnythingIsWritten() {
        CaseFile file = newCase().submitted();
        Login.send(
                        defence.request(file.path("/withdrawal"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/pdf")
                                .POST(BodyPublishers.ofString("{\"reason\":\"NO_LONGER_NEEDED\"}")))
                .isProblem(406);

        assertThat(file.history(defence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Madeup", "application/Madeup;q=Madeup", "application/json;q=2", "/"})
    void whoSaysUnreadablyWhatTheyTakeIsToldSo(String accept) {
        Login.send(defence.request(ENGAGEMENTS).header("Accept", accept).GET())
                .isProblem(406)
                .saysNothingOf("Madeup");
    }

    @Test
    void pathsThatAreNotThereAreNotFound() {
        for (String path : List.of("/api", "/api/", "/api/nothing", "/api/engagements/x/nothing")) {
            defence.get(path).isProblem(404);
        }
    }
}
