package org.engagementledger.api.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * For each row of the table of endpoints a situation in which whoever may ask gets what they ask
 * for; made anew each time.
 */
final class Situations {

    static final String DEFENCES = "a case of the defence's";
    static final String IN_PERSON = "a litigant in person's case";

    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";
    private static final String NOTE = "{\"visibility\":\"SHARED\",\"text\":\"As agreed\"}";
    private static final String CONTACT =
            "{\"name\":\"Bo Pattern\",\"email\":\"bo@pattern.cjsm.net\",\"telephone\":\"020 7946 0001\"}";
    private static final String NOTHING = "";
    private static final String RULE = "{\"criterion\":\"CHILD\",\"from\":\"2020-11-02\"}";

    private final OverHttp service;
    private final Map<String, Supplier<Call>> all = new LinkedHashMap<>();
    private static final AtomicInteger ACTIONS = new AtomicInteger();

    /**
     * What is asked, as a whole.
     *
     * @param path with all that it names
     * @param body null for a read
     */
    record Call(String path, @Nullable String body) {}

    Situations(OverHttp service) {
        this.service = service;
        reads();
        strategyReads();
        submissions();
        ofTheDefence();
        ofTheProsecution();
        surgeries();
        sessions();
        programmes();
        meetings();
        ofTheCoordinator();
        calendars();
        strategy();
    }

    /** By the request and what it is about, as the table has them. */
    Map<String, Supplier<Call>> all() {
        return all;
    }

    static String key(String request, String about) {
        return request + " of " + about;
    }

    private void add(String request, String about, Supplier<Call> situation) {
        all.put(key(request, about), situation);
    }

    private void read(String path, String about, Supplier<String> asked) {
        add("GET " + path, about, () -> new Call(asked.get(), null));
    }

    /** A command to an engagement that somebody has brought so far. */
    private void act(
            String method,
            String path,
            String about,
            Supplier<CaseFile> file,
            Function<CaseFile, String> body) {
        add(
                method + " /api/engagements/{id}" + path,
                about,
                () -> {
                    CaseFile made = file.get();
                    return new Call(made.path(path.replace("{plea}", "P1")), body.apply(made));
                });
    }

    private void act(String path, Supplier<CaseFile> file, Function<CaseFile, String> body) {
        act("POST", path, DEFENCES, file, body);
    }

    private void reads() {
        for (String path : new String[] {"/", "/actuator/health", "/api/openapi.json", "/api/me"}) {
            read(path, NOTHING, () -> path);
        }
        read("/error", NOTHING, () -> "/error");
        read("/api/demo/clock", NOTHING, () -> "/api/demo/clock");
        add(
                "PUT /api/demo/clock",
                NOTHING,
                () ->
                        new Call(
                                "/api/demo/clock",
                                "{\"now\":\"%s\"}".formatted(service.now().plusSeconds(60))));
        read("/api/engagements", NOTHING, () -> "/api/engagements?limit=1");
        for (String rest : new String[] {"", "/history", "/accesses", "/correspondence"}) {
            String path = "/api/engagements/{id}" + rest;
            read(path, DEFENCES, () -> shown(submitted(), rest));
            read(path, IN_PERSON, () -> shown(inPerson(), rest));
        }
        read(
                "/api/engagements/{id}/correspondence/{letter}/{recipient}.ics",
                "an invitation to the defence",
                () -> {
                    CaseFile file = booked();
                    service.awaitQuiet();
                    return shown(file, "/correspondence/1/defence-1.ics");
                });
        for (String of : new String[] {"engagements", "surgeries"}) {
            add(
                    "POST /api/%s/{id}/correspondence/{letter}/{recipient}/resend".formatted(of),
                    "what is kept here",
                    () -> new Call(kept(of) + "/resend", "{}"));
        }
        read(
                "/api/surgeries/{id}/correspondence",
                "a session at Bromley",
                () -> session("B01CN00") + "/correspondence");
        read("/api/notices", NOTHING, () -> "/api/notices?limit=1");
        read("/api/accesses", NOTHING, () -> "/api/accesses?limit=1");
        read("/api/schedule", "a court's day", () -> "/api/schedule?court=B01CN00&day=2020-11-05");
        read(
                "/api/schedule",
                "the defence's bookings",
                () -> "/api/schedule?firm=example-and-co&day=2020-11-05");
        read(
                "/api/availability",
                "a court's day",
                () -> "/api/availability?court=B01CN00&day=2020-11-05");
        read(
                "/api/availability",
                DEFENCES,
                () -> {
                    CaseFile file = submitted();
                    service.awaitShown(file.id());
                    return "/api/availability?day=2020-11-05&excluding=" + file.id();
                });
        read(
                "/api/schedule/utilisation",
                NOTHING,
                () -> "/api/schedule/utilisation?day=2020-11-05");
        for (String table : new String[] {"summary", "issues", "outcomes", "spared"}) {
            String path = "/api/evaluation/" + table;
            read(path, NOTHING, () -> path + "?per=COURT");
        }
        String cases = "/api/evaluation/cases";
        read(cases, NOTHING, () -> cases + "?figure=REQUESTS&limit=1");
        String contradictions = "/api/evaluation/contradictions";
        read(contradictions, NOTHING, () -> contradictions + "?limit=1");
        read("/api/surgeries/{id}", "a session at Bromley", () -> session("B01CN00"));
        read("/api/surgeries/{id}", "a session at Bexley", () -> session("B01BH00"));
        read("/api/events", "pages", () -> "/api/events?limit=1");
        read("/api/events", "a stream", () -> "/api/events?after=0");
        read("/api/projections", NOTHING, () -> "/api/projections");
        add(
                "POST /api/projections/{name}/rebuild",
                NOTHING,
                () -> new Call("/api/projections/engagements/rebuild", ""));
        read("/api/policies", NOTHING, () -> "/api/policies");
        add(
                "POST /api/policies/{name}/retry",
                NOTHING,
                () -> new Call("/api/policies/programme/retry", ""));
    }

    /** Where it is, once it is shown: whoever isn't to know of it would wait in vain. */
    private String shown(CaseFile file, String rest) {
        service.awaitShown(file.id());
        return file.path(rest);
    }

    /** A letter about an engagement, or a session, that is sent to nobody. */
    private String kept(String of) {
        CaseFile file = booked();
        if (of.equals("engagements")) {
            service.awaitQuiet();
            return file.path("/correspondence/1/defence-1");
        }
        service.moveClockTo(file.slot().minus(Duration.ofHours(1)));
        return "/api/surgeries/" + file.surgery() + "/correspondence/1/coordinator-1";
    }

    private CaseFile submitted() {
        return service.newCase().submitted();
    }

    private CaseFile inPerson() {
        return service.newCase().submittedInPerson();
    }

    private CaseFile offered() {
        CaseFile file = submitted();
        service.defence.post(file.path("/pleas"), OFFER).isOk(200);
        return file;
    }

    private CaseFile offeredInPerson() {
        CaseFile file = inPerson();
        service.coordinator.post(file.path("/pleas"), OFFER).isOk(200);
        return file;
    }

    private CaseFile putForward() {
        return service.newCase().putForward();
    }

    private CaseFile bookable() {
        CaseFile file = putForward();
        file.scheduledSurgery();
        return file;
    }

    private CaseFile booked() {
        return service.newCase().booked();
    }

    private CaseFile whoseSlotHasCome() {
        CaseFile file = booked();
        service.moveClockTo(file.slot().plus(Duration.ofMinutes(20)));
        return file;
    }

    private void submissions() {
        add(
                "POST /api/engagements",
                "a case of the own firm's",
                () -> new Call("/api/engagements", service.newCase().request()));
        add(
                "POST /api/engagements",
                IN_PERSON,
                () -> new Call("/api/engagements", service.newCase().requestInPerson()));
    }

    private void ofTheDefence() {
        inTheDefencesPlace(
                "PATCH",
                "/details",
                this::submitted,
                this::inPerson,
                "{\"notes\":[%s]}".formatted(NOTE));
        inTheDefencesPlace("POST", "/pleas", this::submitted, this::inPerson, OFFER);
        inTheDefencesPlace(
                "POST", "/pleas/{plea}/withdrawal", this::offered, this::offeredInPerson, "{}");
        inTheDefencesPlace(
                "POST",
                "/withdrawal",
                this::submitted,
                this::inPerson,
                "{\"reason\":\"NO_LONGER_NEEDED\"}");
    }

    /** What a firm does for itself, and the coordinator for somebody who has none. */
    private void inTheDefencesPlace(
            String method,
            String path,
            Supplier<CaseFile> theirs,
            Supplier<CaseFile> inPerson,
            String body) {
        act(method, path, DEFENCES, theirs, file -> body);
        act(method, path, IN_PERSON, inPerson, file -> body);
    }

    private void ofTheProsecution() {
        act(
                "/information-requests",
                this::submitted,
                file -> "{\"of\":\"DEFENCE\",\"what\":\"The alibi\",\"why\":%s}".formatted(NOTE));
        act(
                "/triage",
                this::submitted,
                file -> "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}");
        act("/resolution", this::putForward, file -> "{\"settled\":[{\"issue\":\"I1\"}]}");
        act("/pleas/indications", this::submitted, file -> OFFER);
        act(
                "/pleas/{plea}/agreement",
                this::offered,
                file -> "{\"victimsViews\":{\"consideration\":\"NO_VICTIM\"}}");
        act("/pleas/{plea}/rejection", this::offered, file -> "{\"reason\":%s}".formatted(NOTE));
        act(
                "/outcome",
                this::submitted,
                file ->
                        "{\"result\":\"VACATED\",\"code\":\"A\",\"newDate\":\"%s\"}"
                                .formatted(file.hearing().plusDays(30)));
    }

    private void surgeries() {
        act("/booking", this::bookable, file -> file.booking(0));
        act("/booking/cancellation", this::booked, file -> "{}");
        act("/waiting", this::putForward, file -> "{}");
        act("/waiting/end", () -> service.newCase().waiting(), file -> "{}");
        act("/offer/acceptance", () -> service.newCase().offered(), file -> "{}");
        act("/offer/refusal", () -> service.newCase().offered(), file -> "{}");
        read("/api/waiting-lists/{court}", NOTHING, () -> "/api/waiting-lists/B01CN00");
        read(
                "/api/waiting-lists/{court}/offers",
                NOTHING,
                () -> "/api/waiting-lists/B01CN00/offers?limit=1");
        add(
                "POST /api/surgeries",
                NOTHING,
                () -> {
                    CaseFile file = service.newCase();
                    return new Call(
                            "/api/surgeries", file.session(CaseFile.COURT, Duration.ofHours(1)));
                });
    }

    /** A session, and what a coordinator does with it. */
    private void sessions() {
        session("PATCH", "", "{\"joinLink\":\"https://meet.example/1\"}");
        session("POST", "/block", "{\"reason\":\"No court room\"}");
        add(
                "POST /api/surgeries/{id}/move",
                NOTHING,
                () ->
                        new Call(
                                session("B01CN00") + "/move",
                                "{\"start\":\"%s\"}"
                                        .formatted(
                                                service.newCase()
                                                        .slot()
                                                        .plus(Duration.ofDays(1)))));
        add(
                "POST /api/surgeries/{id}/unblock",
                NOTHING,
                () -> {
                    String session = session("B01CN00");
                    service.coordinator
                            .post(session + "/block", "{\"reason\":\"No court room\"}")
                            .isOk(200);
                    return new Call(session + "/unblock", "{}");
                });
    }

    private void session(String method, String path, String body) {
        add(
                method + " /api/surgeries/{id}" + path,
                NOTHING,
                () -> new Call(session("B01CN00") + path, body));
    }

    private void programmes() {
        String bromley = "/api/programmes/B01CN00";
        read("/api/programmes", NOTHING, () -> "/api/programmes");
        read("/api/programmes/{court}", "Bromley's", () -> set(bromley));
        read("/api/programmes/{court}", "Bexley's", () -> set("/api/programmes/B01BH00"));
        add("PUT /api/programmes/{court}", NOTHING, () -> new Call(bromley, programme()));
        add(
                "POST /api/programmes/{court}/end",
                NOTHING,
                () ->
                        new Call(
                                set(bromley) + "/end",
                                "{\"last\":\"%s\"}"
                                        .formatted(service.now().toString().substring(0, 10))));
    }

    private String set(String path) {
        service.coordinator.put(path, programme()).isOk(200);
        service.awaitShown("programme-" + path.substring(path.length() - 7));
        return path;
    }

    /** One that begins so late that no session of it is ever scheduled. */
    private static String programme() {
        return """
        {"weekday":"MONDAY","from":"07:00","to":"08:00","first":"2199-01-07"}
        """;
    }

    private void meetings() {
        act(
                "/meeting",
                this::whoseSlotHasCome,
                file ->
                        """
                        {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"Lee Lead"},
                                      {"role":"DEFENCE_PRACTITIONER","name":"Ada Specimen"}],
                         "outcomes":[{"issue":"I1","result":"DISPUTED"}]}
                        """);
        act("/meeting/missed", this::whoseSlotHasCome, file -> "{\"missedBy\":[\"POLICE\"]}");
    }

    private void ofTheCoordinator() {
        act(
                "/hearing",
                this::submitted,
                file -> "{\"newDate\":\"%s\"}".formatted(file.hearing().plusDays(1)));
        act(
                "/representation",
                this::submitted,
                file -> "{\"firm\":\"new-firm\",\"contact\":%s}".formatted(CONTACT));
        act(
                "/corrections",
                this::putForward,
                file -> "{\"sequence\":1,\"reason\":%s}".formatted(NOTE));
    }

    private void calendars() {
        read("/api/calendars", NOTHING, () -> "/api/calendars?limit=1");
        read("/api/calendars/{id}", "the defence's", () -> opened("Location"));
        read("/calendars/{secret}.ics", "by its address", () -> opened("address"));
        opens("the defence's", "FIRM", "example-and-co");
        opens("what the prosecutor leads", "LEAD", "prosecutor");
        opens("a court's", "COURT", "B01CN00");
        add(
                "POST /api/calendars/{id}/revocation",
                "the defence's",
                () -> new Call(opened("Location") + "/revocation", "{}"));
    }

    private void strategy() {
        add("POST /api/strategy/adoption", NOTHING, () -> new Call("/api/strategy/adoption", ""));
        action("/start", NOTHING, 0, action -> "{}");
        action(
                "/progress",
                NOTHING,
                1,
                action -> "{\"percent\":10,\"confidence\":\"IN_DOUBT\",\"reason\":\"Why\"}");
        action("/evidence", "an engagement", 0, action -> evidence(submitted().id()));
        action(
                "/evidence",
                "an engagement that isn't there",
                0,
                action -> evidence("00000000-0000-8000-8000-000000000000"));
        action(
                "/rebaseline",
                NOTHING,
                0,
                action -> "{\"to\":\"2024-Q1\",\"reason\":\"Why\",\"decidedBy\":\"A board\"}");
        action("/completion", NOTHING, 1, action -> "{\"on\":\"2020-11-02\"}");
        action("/reopening", NOTHING, 2, action -> "{\"reason\":\"Why\"}");
        action("/rules", NOTHING, 0, action -> RULE);
        add(
                "POST /api/strategy/actions/{number}/rules/{rule}/end",
                NOTHING,
                () -> {
                    String action = action(0);
                    service.login("strategy").post(action + "/rules", RULE).isOk(200);
                    return new Call(action + "/rules/R1/end", "{\"last\":\"2023-03-31\"}");
                });
    }

    private static String evidence(String engagement) {
        return "{\"engagement\":\"%s\",\"note\":\"What it shows\"}".formatted(engagement);
    }

    /**
     * What is asked of an action.
     *
     * @param far how far it is: 1 if it is started, 2 if it is completed
     */
    private void action(String path, String about, int far, UnaryOperator<String> body) {
        add(
                "POST /api/strategy/actions/{number}" + path,
                about,
                () -> {
                    String action = action(far);
                    return new Call(action + path, body.apply(action));
                });
    }

    /** Where a further action of the plan is, which nobody has done anything with. */
    private String action(int far) {
        Login lead = service.login("strategy");
        String number = "90." + ACTIONS.incrementAndGet();
        lead.post(
                        "/api/strategy/adoption",
                        """
                        {"plan":"defendants-2022-2023","aims":[{"aim":90,"title":"An aim","actions":[
                         {"number":"%s","title":"An action","due":"2023-Q4"}]}]}
                        """
                                .formatted(number))
                .isOk(200);
        String action = "/api/strategy/actions/" + number;
        if (far > 0) {
            lead.post(action + "/start", "{}").isOk(200);
        }
        if (far > 1) {
            lead.post(action + "/completion", "{\"on\":\"2020-11-02\"}").isOk(200);
        }
        return action;
    }

    private void strategyReads() {
        for (String table : new String[] {"", "/aims", "/quarters"}) {
            String path = "/api/strategy/progress" + table;
            read(path, NOTHING, () -> path);
        }
        read(
                "/api/strategy/changes",
                NOTHING,
                () -> "/api/strategy/changes?since=2020-11-01&limit=1");
        read("/api/strategy/actions/{number}", "one that was adopted", () -> adopted(""));
        read(
                "/api/strategy/actions/{number}/evidence",
                "one that was adopted",
                () -> adopted("/evidence"));
    }

    /** Where something of an action is, once the plan was adopted and that is shown. */
    private String adopted(String rest) {
        service.adoptPlan();
        return "/api/strategy/actions/1.1" + rest;
    }

    private static String calendar(String kind, String of) {
        return "{\"kind\":\"%s\",\"of\":\"%s\"}".formatted(kind, of);
    }

    private void opens(String about, String kind, String of) {
        add("POST /api/calendars", about, () -> new Call("/api/calendars", calendar(kind, of)));
    }

    /**
     * Where a new calendar of the defence's is.
     *
     * @param where a header of the answer, or a property
     */
    private String opened(String where) {
        Reply reply =
                service.defence
                        .post("/api/calendars", calendar("FIRM", "example-and-co"))
                        .isOk(201);
        service.awaitShown(reply.json().path("id").asString());
        String header = reply.header(where);
        return header.isEmpty() ? reply.json().path(where).asString() : header;
    }

    /** Where a new session of this court is. */
    private String session(String court) {
        CaseFile file = service.newCase();
        String id =
                service.coordinator
                        .post("/api/surgeries", file.session(court, Duration.ofHours(1)))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        service.awaitShown(id);
        return "/api/surgeries/" + id;
    }
}
