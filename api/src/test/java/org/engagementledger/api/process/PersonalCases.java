package org.engagementledger.api.process;

import static org.engagementledger.api.process.Cases.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Cases.Surgery;

/** Cases in which every field that can hold something personal does, in every command there is. */
final class PersonalCases {

    static final String URN = "01ZD7654320";

    private static final String SHARED = "SHARED";
    private static final String DEFENCE = "DEFENCE_ONLY";
    private static final String PROSECUTION = "PROSECUTION_ONLY";

    private final ServiceProcess service;
    private final Markers markers;

    /** What each case's last step was answered with. */
    private final Map<String, Reply> last = new HashMap<>();

    PersonalCases(ServiceProcess service, Markers markers) {
        this.service = service;
        this.markers = markers;
    }

    /** A case from its submission to the trial that cracks. */
    String represented(Surgery surgery) {
        String id = submit("defence", URN, false);
        inquire(id);
        triage(id);
        slots(id, surgery);
        pleas(id);
        act(
                "prosecutor",
                id,
                "resolution",
                "{\"settled\":[{\"issue\":\"I4\",\"note\":%s}]}".formatted(prosecution("settled")));
        String corrected =
                "{\"sequence\":%d,\"reason\":%s}"
                        .formatted(lastPlea(id), note(SHARED, "correction"));
        service.as("coordinator").correct(at(id, "corrections"), corrected).orFail();
        act(
                "coordinator",
                id,
                "representation",
                "{\"firm\":\"sample-llp\",\"contact\":%s}".formatted(contact("020 7946 0993")));
        moveClock("2020-11-23T10:00:00Z");
        String cracked =
                "{\"result\":\"CRACKED\",\"code\":\"A\",\"note\":%s}".formatted(prosecution("end"));
        act("prosecutor", id, "outcome", cracked);
        return id;
    }

    /** A litigant in person, who withdraws. */
    String inPerson() {
        String id = submit("coordinator", "01ZD7654420", true);
        act(
                "coordinator",
                id,
                "withdrawal",
                "{\"reason\":\"SETTLED_ELSEWHERE\",\"note\":%s}".formatted(note(SHARED, "why")));
        return id;
    }

    /** Requests that are refused for many reasons, and are nowhere afterwards. */
    List<Reply> refused(String id) {
        ApiClient defence = service.as("defence");
        ApiClient nobody =
                new ApiClient(defence.http(), defence.base(), "Bearer " + markers.email());
        return Stream.of(
                        "{\"urn\":\"%s\",\"court\":\"%s\",\"notes\":[%s]}"
                                .formatted(text("urn"), text("court"), note(SHARED, "lost")),
                        "{\"contact\":{\"name\":\"%s\",\"email\":\"%s@\"}}"
                                .formatted(text("name"), text("bad-email")),
                        "{\"hearingDate\":\"%s\"}".formatted(text("no-date")),
                        "{\"stage\":\"%s\"}".formatted(text("no-stage")),
                        "{\"%s\":\"%s\"}".formatted(text("no-property"), text("value")),
                        "{\"contact\":\"%s\"}".formatted(text("no-object")),
                        "{\"contact\":{\"name\":\"%s\"".formatted(text("cut")),
                        text("no-json"))
                .flatMap(
                        body ->
                                Stream.of(
                                        defence.post("/engagements", body),
                                        defence.patch(at(id, "details"), body),
                                        nobody.post("/engagements", body)))
                .toList();
    }

    private String submit(String login, String urn, boolean inPerson) {
        return service.as(login)
                .post(
                        "/engagements",
                        """
                        {"inPerson":%s,"contact":%s,"urn":"%s","court":"B01CN00","stage":"PRE_TRIAL",
                         "hearingDate":"2020-11-20","defendants":[%s],"issues":[%s,%s,%s],"notes":[%s,%s]}
                        """
                                .formatted(
                                        inPerson,
                                        contact(inPerson ? "020 7946 0992" : "020 7946 0991"),
                                        urn,
                                        defendant(inPerson ? "1903-03-02" : "1903-02-28"),
                                        issue(),
                                        issue(),
                                        issue(),
                                        note(SHARED, "note"),
                                        note(inPerson ? SHARED : DEFENCE, "note")))
                .orFail()
                .id();
    }

    private void inquire(String id) {
        act(
                "triage",
                id,
                "information-requests",
                "{\"of\":\"DEFENCE\",\"what\":\"%s\",\"why\":%s}"
                        .formatted(text("what"), prosecution("why")));
        service.as("defence")
                .patch(
                        at(id, "details"),
                        """
                        {"contact":%s,"defendants":[%s],"issues":[%s],"notes":[%s],
                         "details":[{"defendant":"D1","offences":[{"title":"%s"}]}],
                         "information":[{"request":"R1","answer":"%s"}]}
                        """
                                .formatted(
                                        contact("020 7946 0994"),
                                        defendant("1903-04-05"),
                                        issue(),
                                        note(DEFENCE, "more"),
                                        text("offence"),
                                        text("answer")))
                .orFail();
    }

    private void triage(String id) {
        act("triage", id, "triage", "{\"findings\":[" + finding("I1", "PUT_FORWARD") + "]}");
        act(
                "triage",
                id,
                "triage",
                "{\"findings\":[%s,%s,%s]}"
                        .formatted(
                                finding("I2", "ANSWERED"),
                                finding("I3", "OUT_OF_SCOPE"),
                                finding("I4", "PUT_FORWARD")));
    }

    private String finding(String issue, String kind) {
        return """
        {"issue":"%s","finding":"%s","answer":"%s","reason":"%s","reasoning":%s}
        """
                .formatted(issue, kind, text("answer"), text("reason"), prosecution("reasoning"));
    }

    private void slots(String id, Surgery surgery) {
        act("defence", id, "booking", surgery.booking(4));
        act("defence", id, "booking", surgery.booking(5));
        act("defence", id, "booking/cancellation", "{\"note\":%s}".formatted(note(DEFENCE, "off")));
        act("triage", id, "booking", surgery.booking(0));
        act(
                "defence",
                id,
                "hearing",
                "{\"newDate\":\"2020-11-23\",\"note\":%s}".formatted(note(SHARED, "relisted")));
        moveClock(surgery.start(1));
        act(
                "prosecutor",
                id,
                "meeting/missed",
                "{\"missedBy\":[\"DEFENCE\"],\"note\":%s}".formatted(prosecution("missed")));
        act("defence", id, "booking", surgery.booking(2));
        moveClock(surgery.start(3));
        act(
                "prosecutor",
                id,
                "meeting",
                """
                {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"%s"},
                              {"role":"DEFENCE_PRACTITIONER","name":"%s"}],
                 "outcomes":[{"issue":"I1","result":"AGREED","note":%s},
                             {"issue":"I4","result":"DISPUTED","note":%s}],
                 "actions":[{"by":"DEFENCE","what":"%s","due":"2020-11-06"}],
                 "notes":[%s]}
                """
                        .formatted(
                                text("lead"),
                                text("attendee"),
                                note(SHARED, "outcome"),
                                prosecution("outcome"),
                                text("action"),
                                prosecution("minutes")));
    }

    private void pleas(String id) {
        act("defence", id, "pleas", plea("GUILTY_ON_A_BASIS"));
        act("prosecutor", id, "pleas/P1/rejection", reason(note(SHARED, "rejection")));
        act("defence", id, "pleas", plea("GUILTY_TO_A_LESSER_OFFENCE"));
        act("defence", id, "pleas/P2/withdrawal", reason(note(DEFENCE, "withdrawal")));
        act("prosecutor", id, "pleas/indications", plea("GUILTY_TO_AN_ALTERNATIVE_OFFENCE"));
        act("defence", id, "pleas", plea("GUILTY_TO_AN_ALTERNATIVE_OFFENCE"));
        act(
                "prosecutor",
                id,
                "pleas/P4/agreement",
                "{\"victimsViews\":{\"consideration\":\"CONSIDERED\",\"note\":%s},\"note\":%s}"
                        .formatted(prosecution("victim"), note(SHARED, "agreement")));
    }

    private String plea(String plea) {
        return "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"%s\",\"basis\":\"%s\"}"
                .formatted(plea, text("basis"));
    }

    private static String reason(String note) {
        return "{\"reason\":%s}".formatted(note);
    }

    private long lastPlea(String id) {
        return service.as("auditor")
                .get(history(id))
                .orFail()
                .body()
                .valueStream()
                .filter(entry -> entry.path("event").asString().startsWith("Plea"))
                .mapToLong(entry -> entry.path("sequence").asLong())
                .max()
                .orElseThrow();
    }

    private String contact(String telephone) {
        return "{\"name\":\"%s\",\"email\":\"%s\",\"telephone\":\"%s\"}"
                .formatted(text("contact"), markers.email(), markers.value(telephone));
    }

    private String defendant(String born) {
        return "{\"name\":\"%s\",\"dateOfBirth\":\"%s\",\"offences\":[{\"title\":\"%s\"}]}"
                .formatted(text("defendant"), markers.value(born), text("offence"));
    }

    private String issue() {
        return "{\"category\":\"DISCLOSURE\",\"matter\":\"%s\",\"sought\":%s}"
                .formatted(text("matter"), note(SHARED, "sought"));
    }

    private String text(String what) {
        return markers.shared(what);
    }

    private String note(String visibility, String what) {
        return markers.note(visibility, what);
    }

    private String prosecution(String what) {
        return note(PROSECUTION, what);
    }

    private void moveClock(String now) {
        service.as("operator").put("/demo/clock", "{\"now\":\"" + now + "\"}").orFail();
    }

    private void act(String login, String id, String what, String json) {
        last.put(id, service.as(login).post(at(id, what), json).orFail());
    }

    /** Where the history of a case is, with all that was written in it. */
    String history(String id) {
        return at(id, "history?limit=500&" + last.get(id).position());
    }
}
