package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.problem.Inquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a query comes back together, in every list. */
class EverythingAmissIsNamedTest extends OverHttp {

    private static final String CASES = "/api/evaluation/cases?";

    /** What nothing of the name can be. */
    private static final Map<String, String> AMISS =
            Map.of("after", "zz", "limit", "0", "week", "x", "urn", "1", "court", "XXX");

    private final RequestMappingHandlerMapping controllers;

    EverythingAmissIsNamedTest(
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping controllers) {
        this.controllers = controllers;
    }

    /** Those that are read from the query: of a method's, or of a record among them. */
    private static Stream<Parameter> asked(Parameter parameter) {
        return Stream.concat(
                        Stream.of(parameter),
                        Arrays.stream(parameter.getType().getDeclaredConstructors())
                                .filter(it -> parameter.getType().isRecord())
                                .flatMap(it -> Arrays.stream(it.getParameters())))
                .filter(it -> it.isAnnotationPresent(RequestParam.class));
    }

    private static Map<String, String> amiss(List<Parameter> parameters) {
        Map<String, String> query = new TreeMap<>();
        for (Parameter parameter : parameters) {
            Class<?> type = parameter.getType();
            String value = AMISS.get(parameter.getName());
            if (value != null) {
                query.put(parameter.getName(), value);
            } else if (type != String.class) {
                query.put(parameter.getName(), type == LocalDate.class ? "a" : "X");
            }
        }
        query.put("at", "x");
        query.put("cuort", "x");
        return query;
    }

    private static Set<String> named(Reply reply) {
        return reply.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("parameter").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Reply ask(String address, String accept) {
        return Stream.of("auditor", "coordinator", "strategy", "defence", "operator")
                .map(
                        name ->
                                Login.send(
                                        login(name)
                                                .request(address)
                                                .header("Accept", accept)
                                                .GET()))
                .filter(reply -> reply.status() != 403)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyReadNamesEveryParameterThatIsAmiss() {
        int lists = 0;
        for (var entry : controllers.getHandlerMethods().entrySet()) {
            RequestMappingInfo mapping = entry.getKey();
            Parameter[] own = entry.getValue().getMethod().getParameters();
            List<Parameter> all =
                    Arrays.stream(own).flatMap(EverythingAmissIsNamedTest::asked).toList();
            if (all.isEmpty()) {
                continue;
            }
            assertThat(own)
                    .as(entry.getValue().toString())
                    .anyMatch(parameter -> parameter.getType() == Inquiry.class);
            assertThat(mapping.getMethodsCondition().getMethods())
                    .containsExactly(RequestMethod.GET);
            Map<String, String> query = amiss(all);
            String path =
                    mapping.getPatternValues()
                            .iterator()
                            .next()
                            .replace("{court}", "B01CN00")
                            .replace("{number}", "1.1")
                            .replaceAll("\\{\\w+}", "x");
            String accept =
                    mapping.getProducesCondition().getProducibleMediaTypes().stream()
                            .findFirst()
                            .map(MediaType::toString)
                            .orElseThrow();
            Reply reply =
                    ask(
                            path
                                    + "?"
                                    + query.entrySet().stream()
                                            .map(Map.Entry::toString)
                                            .collect(Collectors.joining("&")),
                            accept);

            assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(422);
            assertThat(named(reply)).as(path + " " + reply.text()).isEqualTo(query.keySet());
            assertThat(reply.json().path("errors").size()).as(reply.text()).isEqualTo(query.size());
            lists++;
        }
        assertThat(lists).isGreaterThan(30);
    }

    @Test
    void rulesOfValuesThatCanBeReadAreNamedTogetherToo() {
        auditor.get(
                        CASES
                                + "figure=REQUESTS&court=XXX&from=2020-12-01&to=2020-11-01&limit=0"
                                + "&after=zz&code=A&category=OTHER")
                .isRefused(
                        422,
                        "FILTER_UNFIT category",
                        "FILTER_UNFIT code",
                        "COURT_OUT_OF_SCOPE court",
                        "PERIOD_OUT_OF_RANGE to",
                        "PAGE_OUT_OF_RANGE limit",
                        "CURSOR_MALFORMED after");
        auditor.get("/api/evaluation/summary?stage=PRETRIAL&per=X&court=Y&from=a&to=b")
                .isRefused(
                        422,
                        "MALFORMED stage",
                        "MALFORMED per",
                        "COURT_OUT_OF_SCOPE court",
                        "MALFORMED from",
                        "MALFORMED to");
        auditor.get("/api/schedule?limit=0&day=%2B999999999-12-31&to=-1000-01-01&from=x")
                .isRefused(
                        422,
                        "PAGE_OUT_OF_RANGE limit",
                        "PERIOD_OUT_OF_RANGE day",
                        "PERIOD_OUT_OF_RANGE to",
                        "MALFORMED from");
        auditor.get("/api/accesses?from=2020-11-02&to=2020-11-01&limit=501&limit=1&role=")
                .isRefused(422, "PERIOD_OUT_OF_RANGE to", "MALFORMED limit", "REQUIRED role");
        auditor.get(CASES + "limit=0").isRefused(422, "REQUIRED figure", "PAGE_OUT_OF_RANGE limit");
        auditor.get(CASES + "figure=&after=zz&court=%00")
                .isRefused(422, "REQUIRED figure", "CURSOR_MALFORMED after", "MALFORMED court");
    }

    @Test
    void eachErrorSaysWhatIsWrongWithItAndTheProblemSaysAll() {
        JsonNode problem =
                auditor.get("/api/engagements?stage=X&hearingFrom=a&hearingTo=b")
                        .isProblem(422)
                        .json();

        assertThat(problem.path("errors").path(0).path("detail").asString())
                .isEqualTo("Expected: one of PRE_FIRST_HEARING, PRE_TRIAL.");
        assertThat(problem.path("detail").asString())
                .isEqualTo(
                        "Expected: one of PRE_FIRST_HEARING, PRE_TRIAL."
                                + " Expected: a date such as 2020-11-05.");
    }

    @Test
    void aNameThatIsNotKnownIsSaidIfNothingCanBeHiddenInIt() {
        auditor.get("/api/engagements?cuort=B01CN00&stgae=x")
                .isRefused(422, "PARAMETER_UNKNOWN cuort", "PARAMETER_UNKNOWN stgae");
        for (String name :
                new String[] {"a%23b", "%3Cb%3E", "Ada+Specimen", "01ZD0303920", "x".repeat(32)}) {
            auditor.get("/api/engagements?" + name + "=1")
                    .isRefused(422, "PARAMETER_UNKNOWN")
                    .saysNothingOf("Ada Specimen", "01ZD0303920", "x".repeat(32), "<b>");
        }
        assertThat(auditor.get("/api/engagements?cuort=1").isProblem(422).text())
                .contains("Known: after, at, court, ");
    }

    @Test
    void aCursorOfAListThatCannotBeToldIsJudgedByItsFormOnly() {
        newCase().submitted();
        CaseFile last = newCase().submitted();
        String next =
                auditor.get("/api/engagements?order=DEADLINE&limit=1&at=" + last.id() + "@0")
                        .isOk(200)
                        .header("Link")
                        .replaceAll("<(.*)>; rel=\"next\"", "$1");

        auditor.get(next.replace("DEADLINE", "LATEST")).isRefused(422, "MALFORMED order");
        auditor.get("/api/engagements?order=LATEST&after=x")
                .isRefused(422, "MALFORMED order", "CURSOR_MALFORMED after");
    }

    @Test
    void nothingIsReadAndNoAccessRecordedWhenAnythingIsAmiss() {
        String actor = "auditor";
        String log = "/api/accesses?limit=500&actor=" + actor + "&what=EVALUATION_CASES";
        int before = auditor.get(log).isOk(200).json().size();
        auditor.get(CASES + "figure=REQUESTS&from=a").isRefused(422, "MALFORMED from");
        Login.send(
                        auditor.request(CASES + "figure=REQUESTS&stage=a")
                                .header("Accept", "text/csv")
                                .GET())
                .isRefused(422, "MALFORMED stage");

        assertThat(auditor.get(log).isOk(200).json().size()).isEqualTo(before);
    }

    @Test
    void aCsvIsWholeAndSaysSoToWhomAsksForAPageOfIt() {
        Reply refused =
                Login.send(
                                auditor.request(CASES + "figure=REQUESTS&limit=5&after=x")
                                        .header("Accept", "text/csv")
                                        .GET())
                        .isRefused(422, "PARAMETER_UNKNOWN limit", "PARAMETER_UNKNOWN after");

        assertThat(refused.json().path("detail").asString())
                .isEqualTo("A CSV is whole, and not in pages: it takes neither limit nor after.");
    }

    @Test
    void aCsvIsUtf8AndSaysSoInWhateverCharsetItIsAskedFor() {
        for (String accept :
                new String[] {
                    "text/csv",
                    "text/csv;charset=UTF-16",
                    "text/csv;charset=ISO-8859-1;header=absent",
                    "text/csv;charset=UTF-8"
                }) {
            Reply table =
                    Login.send(
                            auditor.request("/api/evaluation/summary")
                                    .header("Accept", accept)
                                    .GET());
            assertThat(table.status()).isEqualTo(200);
            assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
            assertThat(table.text()).startsWith("key,");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure=CRACKED_TRIALS&code=N1",
                "figure=CRACKED_TRIALS&code=M",
                "figure=CRACKED_TRIALS&code=a",
                "figure=INEFFECTIVE_TRIALS&code=A",
                "figure=TRIALS_VACATED_ON_A_PLEA&code=A",
                "figure=OUTCOMES&code=Z9",
                "figure=OUTCOMES&result=CRACKED&code=M1",
                "figure=OUTCOMES&result=EFFECTIVE&code=A",
                "figure=OUTCOMES&result=ADJOURNED&code=A"
            })
    void aCodeThatNothingCountedCanHaveIsRefused(String asked) {
        auditor.get(CASES + asked).isRefused(422, "FILTER_UNFIT code");
        Login.send(auditor.request(CASES + asked).header("Accept", "text/csv").GET())
                .isRefused(422, "FILTER_UNFIT code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure=CRACKED_TRIALS&code=L",
                "figure=INEFFECTIVE_TRIALS&code=N1",
                "figure=TRIALS_VACATED_ON_A_PLEA&code=M",
                "figure=OUTCOMES&code=Z",
                "figure=OUTCOMES&code=W5",
                "figure=OUTCOMES&result=VACATED&code=A"
            })
    void aCodeThatWhatIsCountedCanHaveIsTaken(String asked) {
        auditor.get(CASES + asked).isOk(200);
    }

    @Test
    void aCodeThatDoesNotFitIsToldWhichDo() {
        assertThat(
                        auditor.get(CASES + "figure=TRIALS_VACATED_ON_A_PLEA&code=A&limit=0")
                                .isRefused(422, "FILTER_UNFIT code", "PAGE_OUT_OF_RANGE limit")
                                .text())
                .contains("Expected: one of L, M.");
        assertThat(auditor.get(CASES + "figure=OUTCOMES&result=EFFECTIVE&code=A").text())
                .contains("There are no reason codes for effective.");
    }

    @Test
    void anActionsNumberThatIsNoneIsNamedAmongTheOthers() {
        String changes = "/api/strategy/changes?action=x";
        auditor.get(changes + "&since=a&limit=0")
                .isRefused(
                        404, "ACTION_UNKNOWN action", "MALFORMED since", "PAGE_OUT_OF_RANGE limit");
        auditor.get(changes + "&after=zz")
                .isRefused(
                        404, "ACTION_UNKNOWN action", "REQUIRED since", "CURSOR_MALFORMED after");
        auditor.get("/api/strategy/actions/x?asOf=a&b=1")
                .isRefused(404, "ACTION_UNKNOWN number", "MALFORMED asOf", "PARAMETER_UNKNOWN b");
        auditor.get("/api/strategy/actions/x/evidence?limit=0&at=1")
                .isRefused(
                        404,
                        "ACTION_UNKNOWN number",
                        "PAGE_OUT_OF_RANGE limit",
                        "POSITION_MALFORMED at");
        Login.send(
                        auditor.request("/api/strategy/actions/x/evidence?asOf=a")
                                .header("Accept", "text/csv")
                                .GET())
                .isRefused(404, "ACTION_UNKNOWN number", "MALFORMED asOf");
    }

    @Test
    void whatIsAmissWithReadsOfOneThingIsNamedTogether() {
        String path = newCase().submitted().path("");

        auditor.get(path + "?at=x&cuort=1")
                .isRefused(422, "POSITION_MALFORMED at", "PARAMETER_UNKNOWN cuort");
        auditor.get("/api/waiting-lists/XXX?at=x&stage=1")
                .isRefused(
                        422,
                        "COURT_OUT_OF_SCOPE court",
                        "POSITION_MALFORMED at",
                        "PARAMETER_UNKNOWN stage");
        auditor.get(path + "?at=&limit=1").isRefused(422, "REQUIRED at", "PARAMETER_UNKNOWN limit");
        auditor.get(path + "?at=x&at=y&dryRun=true")
                .isRefused(422, "MALFORMED at", "PARAMETER_UNKNOWN dryRun");
    }

    @Test
    void whatIsAmissWithACommandsParametersIsNamedTogether() {
        CaseFile file = newCase().submitted();

        defence.post(file.path("/withdrawal?dryRun=1&at=x&why=2"), "{}")
                .isRefused(
                        422,
                        "DRY_RUN_MALFORMED dryRun",
                        "PARAMETER_UNKNOWN at",
                        "PARAMETER_UNKNOWN why");
        defence.post(file.path("/withdrawal?dryRun=%00"), "{}").isRefused(422, "MALFORMED dryRun");
        assertThat(file.history(auditor)).hasSize(1);
    }

    @Test
    void aNumberBeyondAllBoundsIsToldTheBounds() {
        for (String limit :
                new String[] {"100000", "-1", "999999999999", "-999999999999", "9".repeat(40)}) {
            auditor.get("/api/engagements?limit=" + limit)
                    .isRefused(422, "PAGE_OUT_OF_RANGE limit");
        }
        for (String limit : new String[] {"1.5", "1e2", "-", "5L", "x"}) {
            assertThat(
                            auditor.get("/api/engagements?limit=" + limit)
                                    .isRefused(422, "MALFORMED limit")
                                    .text())
                    .contains("Expected: a whole number.");
        }
        for (String sign : new String[] {"", "-"}) {
            auditor.get("/api/events?after=" + sign + "9".repeat(40))
                    .isRefused(422, "MALFORMED after");
        }
    }

    @Test
    void aHeaderThatIsNoNumberIsNamedAsOne() {
        Reply refused =
                Login.send(
                                auditor.request("/api/events")
                                        .header("Accept", "text/event-stream")
                                        .header("Last-Event-ID", "Madeup")
                                        .GET())
                        .isRefused(400, "MALFORMED Last-Event-ID")
                        .saysNothingOf("Madeup");

        assertThat(refused.json().at("/errors/0/header").asString()).isEqualTo("Last-Event-ID");
    }

    @Test
    void theDescriptionOfTheServiceTakesNoParametersEither() {
        String document = "/api/openapi.json";
        auditor.get(document + "?x=1&at=y")
                .isRefused(422, "PARAMETER_UNKNOWN x", "PARAMETER_UNKNOWN at");
        auditor.get(document).isOk(200);
        auditor.get("/api/nothing?x=1&at=y").isProblem(404);
    }
}
