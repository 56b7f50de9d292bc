package org.engagementledger.api.http;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.courtday.CourtDayId;

/**
 * Cases of the defence's that have together something in every place that an answer can have; each
 * text once for both sides and once for its own side alone, wherever that can be chosen.
 */
final class FullCases {

    /** The action of the plan that has everything. */
    static final String ACTION = "5.3";

    private final OverHttp service;
    private final List<CaseFile> cases = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    FullCases(OverHttp service) {
        this.service = service;
        late();
        cracked();
        LocalDate first = LondonTime.dateOf(service.now());
        full("SHARED", "SHARED");
        full("DEFENCE_ONLY", "PROSECUTION_ONLY");
        withdrawn("SHARED");
        withdrawn("DEFENCE_ONLY");
        transferred();
        waiting();
        changedSession();
        programme();
        strategy(first);
    }

    /**
     * The ids of what else has events: a programme, a session that follows it, courts' days, and an
     * action of the strategy.
     */
    List<String> others() {
        return others;
    }

    List<CaseFile> cases() {
        return cases;
    }

    /** The sessions in which they have slots, or had. */
    List<Session> sessions() {
        return sessions;
    }

    /** Triage takes too long. */
    private void late() {
        cases.add(service.newCase().submitted());
        service.timePasses(Duration.ofDays(7));
    }

    private static String note(String visibility) {
        return "{\"visibility\":\"%s\",\"text\":\"Words\"}".formatted(visibility);
    }

    /**
     * The whole of a case's life but for its end.
     *
     * @param defences who sees the texts of the defence
     * @param prosecutions who sees those of the prosecution
     */
    private void full(String defences, String prosecutions) {
        CaseFile file = service.newCase();
        cases.add(file);
        String ours = note(defences);
        String theirs = note(prosecutions);
        requested(file, ours, theirs);
        triaged(file);
        met(file, ours, theirs);
        settled(file, theirs);
        pleaded(file, ours, theirs);
        relisted(file, ours, theirs);
    }

    private void requested(CaseFile file, String ours, String theirs) {
        file.submitted(service.defence, request(file, ours));
        service.triage
                .post(
                        file.path("/information-requests"),
                        "{\"of\":\"DEFENCE\",\"what\":\"The alibi\",\"why\":%s,\"due\":\"%s\"}"
                                .formatted(theirs, file.hearing()))
                .isOk(200);
        service.defence
                .patch(
                        file.path("/details"),
                        """
                        {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                                    "telephone":"020 7946 0001"},
                         "defendants":[{"name":"Robin Sample","dateOfBirth":"1991-05-01",
                                        "custody":"CUSTODY","custodyTimeLimit":"%s",
                                        "needs":["NEURODIVERGENCE"],
                                        "offences":[{"title":"Affray"}]}],
                         "details":[{"defendant":"D1","custody":"CUSTODY",
                                     "custodyTimeLimit":"%s","needs":["MENTAL_HEALTH"],
                                     "offences":[{"title":"Threats"}]}],
                         "issues":[{"category":"WITNESSES","matter":"Who?","sought":%s},
                                   {"category":"CASE_MANAGEMENT","matter":"When?"}],
                         "information":[{"request":"R1","answer":"12 Nowhere Street"}],
                         "notes":[%s]}
                        """
                                .formatted(
                                        file.hearing().plusDays(60),
                                        file.hearing().plusDays(60),
                                        ours,
                                        ours))
                .isOk(200);
    }

    private static String request(CaseFile file, String ours) {
        return """
        {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                    "telephone":"020 7946 0000"},
         "urn":"%s","court":"%s","stage":"PRE_TRIAL","hearingDate":"%s",
         "defendants":[{"name":"Dan Madeup","dateOfBirth":"1990-02-28","custody":"CUSTODY",
                        "custodyTimeLimit":"%s","needs":["INTERPRETER"],
                        "offences":[{"title":"Theft from a shop"}]}],
         "issues":[{"category":"ACCEPTABLE_PLEA","matter":"A basis?","sought":%s},
                   {"category":"DISCLOSURE","matter":"The video?"},
                   {"category":"EVIDENCE","matter":"The valuation?"}],
         "notes":[%s]}
        """
                .formatted(
                        file.urn(),
                        file.court(),
                        file.hearing(),
                        file.hearing().plusDays(60),
                        ours,
                        ours);
    }

    private void triaged(CaseFile file) {
        String thinking = note("PROSECUTION_ONLY");
        triage(
                file,
                """
                {"issue":"I2","finding":"ANSWERED","answer":"Served","reasoning":%s},
                {"issue":"I3","finding":"OUT_OF_SCOPE","reason":"Not here"}
                """
                        .formatted(thinking));
        triage(
                file,
                """
                {"issue":"I1","finding":"PUT_FORWARD","reason":"To be talked over","reasoning":%s},
                {"issue":"I4","finding":"PUT_FORWARD"},
                {"issue":"I5","finding":"ANSWERED","answer":"In May"}
                """
                        .formatted(thinking));
    }

    private void triage(CaseFile file, String findings) {
        service.triage
                .post(file.path("/triage"), "{\"findings\":[%s]}".formatted(findings))
                .isOk(200);
    }

    /** Slots given back by both sides, a meeting that was missed, and one that was held. */
    private void met(CaseFile file, String ours, String theirs) {
        Session first = session();
        first.book(service.defence, file, 0);
        cancel(service.defence, file, ours);
        first.book(service.triage, file, 1);
        cancel(service.triage, file, theirs);
        first.book(service.defence, file, 2);
        service.moveClockTo(first.start.plus(Duration.ofMinutes(60)));
        service.prosecutor
                .post(
                        file.path("/meeting/missed"),
                        "{\"missedBy\":[\"HMCTS\"],\"note\":%s}".formatted(theirs))
                .isOk(200);
        Session second = session();
        second.book(service.defence, file, 0);
        service.moveClockTo(second.start.plus(Duration.ofMinutes(20)));
        service.prosecutor
                .post(
                        file.path("/meeting"),
                        """
                        {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"Lee Lead"},
                                      {"role":"DEFENCE_PRACTITIONER","name":"Ada Specimen"}],
                         "outcomes":[{"issue":"I1","result":"AGREED","note":%s},
                                     {"issue":"I4","result":"DISPUTED","note":%s}],
                         "actions":[{"by":"DEFENCE","what":"The basis","due":"%s"}],
                         "notes":[%s]}
                        """
                                .formatted(theirs, theirs, file.hearing(), theirs))
                .isOk(200);
    }

    /** A session of its own, which is over before the next of these is scheduled. */
    private Session session() {
        return session(0, "prosecutor");
    }

    /** A session of its own, so many days later. */
    private Session session(int days, String lead) {
        Instant start = service.newCase().slot().plus(Duration.ofDays(days));
        String body =
                """
                {"court":"%s","start":"%s","end":"%s","joinLink":"https://meet.example/0",
                 "hosts":[{"role":"LEAD","login":"%s","email":"prosecutor@cps.example"}]}
                """
                        .formatted(CaseFile.COURT, start, start.plus(Duration.ofHours(1)), lead);
        Session session =
                new Session(
                        service.coordinator
                                .post("/api/surgeries", body)
                                .isOk(201)
                                .json()
                                .path("id")
                                .asString(),
                        start);
        sessions.add(session);
        others.add(day(start));
        return session;
    }

    /** A court's session. */
    record Session(String id, Instant start) {
        private Instant slot(int number) {
            return start.plus(Duration.ofMinutes(20L * number));
        }

        private void book(Login login, CaseFile file, int slot) {
            login.post(
                            file.path("/booking"),
                            "{\"surgery\":\"%s\",\"start\":\"%s\"}"
                                    .formatted(id, start.plus(Duration.ofMinutes(20L * slot))))
                    .isOk(200);
        }
    }

    private static void cancel(Login login, CaseFile file, String note) {
        login.post(file.path("/booking/cancellation"), "{\"note\":%s}".formatted(note)).isOk(200);
    }

    /** What was left, and a new issue. */
    private void settled(CaseFile file, String theirs) {
        service.defence
                .patch(
                        file.path("/details"),
                        "{\"issues\":[{\"category\":\"OTHER\",\"matter\":\"One more\"}]}")
                .isOk(200);
        service.prosecutor
                .post(
                        file.path("/resolution"),
                        "{\"settled\":[{\"issue\":\"I4\"},{\"issue\":\"I6\",\"note\":%s}]}"
                                .formatted(theirs))
                .isOk(200);
        service.defence
                .patch(
                        file.path("/details"),
                        "{\"issues\":[{\"category\":\"OTHER\",\"matter\":\"And another\"}]}")
                .isOk(200);
        triage(file, "{\"issue\":\"I7\",\"finding\":\"PUT_FORWARD\"}");
        service.triage
                .post(
                        file.path("/information-requests"),
                        "{\"of\":\"POLICE\",\"what\":\"The log\",\"why\":%s}".formatted(theirs))
                .isOk(200);
    }

    private void pleaded(CaseFile file, String ours, String theirs) {
        for (int i = 0; i < 4; i++) {
            service.defence.post(file.path("/pleas"), plea("GUILTY_ON_A_BASIS")).isOk(200);
        }
        Login prosecutor = service.prosecutor;
        prosecutor
                .post(
                        file.path("/pleas/P1/agreement"),
                        "{\"victimsViews\":{\"consideration\":\"CONSIDERED\",\"note\":%s},\"note\":%s}"
                                .formatted(note("PROSECUTION_ONLY"), theirs))
                .isOk(200);
        prosecutor
                .post(file.path("/pleas/P2/rejection"), "{\"reason\":%s}".formatted(note("SHARED")))
                .isOk(200);
        service.defence
                .post(file.path("/pleas/P3/withdrawal"), "{\"reason\":%s}".formatted(ours))
                .isOk(200);
        prosecutor.post(file.path("/pleas/indications"), plea("GUILTY_ON_A_BASIS")).isOk(200);
    }

    private static String plea(String plea) {
        return "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"%s\",\"basis\":\"One push\"}"
                .formatted(plea);
    }

    /** The hearing goes to and fro about the slot, which is left too late each time. */
    private void relisted(CaseFile file, String ours, String theirs) {
        // A lead of its own: the next case's second session may come to the same day.
        Session last = session(3, file.lead());
        last.book(service.defence, file, 0);
        LocalDate day = LondonTime.dateOf(last.start);
        relist(service.prosecutor, file, day.minusDays(1), theirs);
        long inError = relist(service.defence, file, day.plusDays(20), ours);
        service.coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":%d,\"reason\":%s}".formatted(inError, note("SHARED")))
                .isOk(200);
        service.prosecutor
                .post(
                        file.path("/outcome"),
                        "{\"result\":\"VACATED\",\"code\":\"A\",\"newDate\":\"%s\",\"note\":%s}"
                                .formatted(day, theirs))
                .isOk(200);
        relist(service.defence, file, day.plusDays(30), ours);
    }

    private static long relist(Login login, CaseFile file, LocalDate day, String note) {
        return login.post(
                        file.path("/hearing"),
                        "{\"newDate\":\"%s\",\"note\":%s}".formatted(day, note))
                .isOk(200)
                .json()
                .path("version")
                .asLong();
    }

    /** On a plea that is said to be offered first on that day, and was before. */
    private void cracked() {
        CaseFile file = service.newCase().submitted();
        cases.add(file);
        service.defence.post(file.path("/pleas"), plea("GUILTY_ON_A_BASIS")).isOk(200);
        service.moveClockTo(LondonTime.startOf(file.hearing()).plus(Duration.ofHours(12)));
        service.prosecutor
                .post(file.path("/outcome"), "{\"result\":\"CRACKED\",\"code\":\"A\"}")
                .isOk(200);
    }

    /** With everything that can become of it; the defence has a slot in it. */
    private void changedSession() {
        CaseFile file = service.newCase().putForward();
        cases.add(file);
        Session session = session();
        String path = "/api/surgeries/" + session.id;
        service.coordinator
                .patch(
                        path,
                        """
                        {"hosts":[{"role":"LEAD","login":"%s",
                                   "email":"prosecutor@cps.example"}],
                         "joinLink":"https://meet.example/1"}
                        """
                                .formatted(file.lead()))
                .isOk(200);
        session.book(service.defence, file, 0);
        String second =
                "{\"starts\":[\"%s\"],\"reason\":\"No room\"}"
                        .formatted(session.start.plus(Duration.ofMinutes(20)));
        service.coordinator.post(path + "/block", second).isOk(200);
        service.coordinator.post(path + "/unblock", "{}").isOk(200);
        service.coordinator.post(path + "/block", second).isOk(200);
        Instant later = service.newCase().slot().plus(Duration.ofDays(4));
        service.coordinator.post(path + "/move", "{\"start\":\"%s\"}".formatted(later)).isOk(200);
        sessions.remove(session);
        sessions.add(new Session(session.id, later));
        others.add(day(later));
    }

    /** The court's day on which a session is. */
    private static String day(Instant start) {
        return CourtDayId.of(CaseFile.COURT, LondonTime.dateOf(start)).value();
    }

    /**
     * One whose sessions follow it when it is set again, and remain when it is set for another
     * time, and which has ended then.
     */
    private void programme() {
        String path = "/api/programmes/B01GU00";
        LocalDate day = withoutSessions(LondonTime.dateOf(service.now()).plusDays(1));
        String session = "B01GU00-%sT0500".formatted(day);
        for (int link = 1; link <= 2; link++) {
            service.coordinator.put(path, programme(day, "05:00", "06:00", link)).isOk(200);
            awaitVersion(session, link - 1);
            service.awaitQuiet();
        }
        service.coordinator.put(path, programme(day, "05:20", "06:00", 2)).isOk(200);
        service.coordinator.post(path + "/end", "{\"last\":\"%s\"}".formatted(day)).isOk(200);
        service.awaitShown("programme-B01GU00");
        others.add("programme-B01GU00");
        others.add("day:B01GU00:" + day);
        others.add(session);
    }

    /** From then on, in a week in which the court has no session: else none is made. */
    private LocalDate withoutSessions(LocalDate from) {
        LocalDate day = service.noBankHoliday(from, 1);
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return service.coordinator
                        .get(
                                "/api/schedule?court=B01GU00&from=%s&to=%s"
                                        .formatted(monday, monday.plusDays(6)))
                        .isOk(200)
                        .json()
                        .isEmpty()
                ? day
                : withoutSessions(monday.plusWeeks(1));
    }

    private static String programme(LocalDate day, String from, String to, int link) {
        return """
        {"weekday":"%s","from":"%s","to":"%s","first":"%s","last":"%s","weeks":9,"except":["%s"],
         "hosts":[{"role":"LEAD","login":"prosecutor","email":"prosecutor@cps.example"}],
         "joinLink":"https://meet.example/%d"}
        """
                .formatted(
                        day.getDayOfWeek(),
                        from,
                        to,
                        day,
                        day.plusYears(1),
                        day.plusWeeks(1),
                        link);
    }

    /**
     * The plan, of whose actions one has everything that can become of it.
     *
     * @param first since when these cases count as evidence of it
     */
    private void strategy(LocalDate first) {
        service.adoptPlan();
        LocalDate today = LondonTime.dateOf(service.now());
        Login lead = service.login("strategy");
        act(lead, "/start", "{}");
        act(lead, "/rules", "{\"criterion\":\"NEURODIVERGENCE\",\"from\":\"%s\"}".formatted(first));
        act(lead, "/rules/R1/end", "{\"last\":\"%s\"}".formatted(today));
        act(
                lead,
                "/progress",
                "{\"percent\":40,\"confidence\":\"PROBABLE\",\"reason\":\"On the way\",\"note\":\"Half\"}");
        act(lead, "/evidence", linked(cases.getFirst()));
        act(service.coordinator, "/evidence", linked(cases.getLast()));
        act(
                lead,
                "/evidence",
                "{\"document\":\"https://documents.example/guidance\",\"note\":\"Words\"}");
        act(
                lead,
                "/rebaseline",
                "{\"to\":\"2023-Q2\",\"reason\":\"Words\",\"decidedBy\":\"The board\"}");
        String done = "{\"on\":\"%s\",\"note\":\"Done\"}".formatted(today);
        act(lead, "/completion", done);
        act(lead, "/reopening", "{\"reason\":\"Words\"}");
        act(lead, "/completion", done);
        service.awaitShown("defendants-2022-2023:" + ACTION);
        others.add("defendants-2022-2023:" + ACTION);
    }

    private static String linked(CaseFile file) {
        return "{\"engagement\":\"%s\",\"note\":\"A case\"}".formatted(file.id());
    }

    private static void act(Login login, String path, String body) {
        login.post("/api/strategy/actions/" + ACTION + path, body).isOk(200);
    }

    private void awaitVersion(String session, int version) {
        service.auditor.get("/api/demo/clock?at=%s@%d".formatted(session, version)).isOk(200);
    }

    private void withdrawn(String visibility) {
        CaseFile file = service.newCase().submitted();
        cases.add(file);
        service.defence
                .post(
                        file.path("/withdrawal"),
                        "{\"reason\":\"NO_LONGER_NEEDED\",\"note\":%s}".formatted(note(visibility)))
                .isOk(200);
    }

    /** One that has turned slots down and is offered another, and one that comes after it. */
    private void waiting() {
        CaseFile first = service.newCase();
        cases.add(first.submitted(service.defence, request(first, note("SHARED"))));
        triage(
                first,
                """
                {"issue":"I1","finding":"PUT_FORWARD"},
                {"issue":"I2","finding":"PUT_FORWARD"},
                {"issue":"I3","finding":"PUT_FORWARD"}
                """);
        CaseFile second = service.newCase();
        cases.add(second.putForward());
        service.endWaitingAt(first.court());
        Session one = new Session(first.scheduledSurgery(), first.slot());
        Session another = new Session(second.scheduledSurgery(), second.slot());
        sessions.add(one);
        sessions.add(another);
        String days =
                "{\"suitableFrom\":\"%s\",\"suitableUntil\":\"%s\"}"
                        .formatted(LondonTime.dateOf(first.slot()), first.hearing().minusDays(1));
        service.defence.post(first.path("/waiting"), days).isOk(200);
        service.defence.post(second.path("/waiting"), days).isOk(200);
        service.defence.post(second.path("/waiting/end"), "{}").isOk(200);
        service.defence.post(second.path("/waiting"), days).isOk(200);
        service.offer(first, one.id(), one.slot(0));
        service.moveClockTo(service.offerEnds(first));
        service.expireOffer(first, one.id(), one.slot(0));
        declined(service.defence, first, one, 1, "DEFENCE_ONLY");
        declined(service.triage, first, one, 2, "PROSECUTION_ONLY");
        service.offer(first, another.id(), another.slot(2));
        String third = "\"starts\":[\"%s\"]".formatted(another.slot(2));
        String surgery = "/api/surgeries/" + another.id();
        service.coordinator
                .post(surgery + "/block", "{\"reason\":\"No court room\",%s}".formatted(third))
                .isOk(200);
        service.coordinator.post(surgery + "/unblock", "{%s}".formatted(third)).isOk(200);
        service.offer(first, another.id(), another.slot(0));
        relist(service.defence, first, first.hearing().plusDays(1), note("SHARED"));
        service.warn(first, another.id(), another.start());
        service.offer(second, another.id(), another.slot(1));
        relist(service.defence, second, LondonTime.dateOf(another.start()), note("SHARED"));
        relist(service.defence, second, second.hearing(), note("SHARED"));
        declined(service.defence, second, another, 2, "SHARED");
    }

    private void declined(
            Login whose, CaseFile file, Session session, int slot, String visibility) {
        service.offer(file, session.id(), session.slot(slot));
        whose.post(file.path("/offer/refusal"), "{\"note\":%s}".formatted(note(visibility)))
                .isOk(200);
    }

    /** To the defence, from the other firm. */
    private void transferred() {
        CaseFile file = service.newCase();
        cases.add(file.submitted(service.otherDefence, file.request()));
        service.coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"example-and-co","contact":{"name":"Ada Specimen",
                         "email":"ada@specimen.cjsm.net","telephone":"020 7946 0000"}}
                        """)
                .isOk(200);
    }
}
