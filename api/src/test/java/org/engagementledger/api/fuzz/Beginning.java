package org.engagementledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.engagementledger.api.fuzz.ApiDocument.Operation;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Call.Header;
import org.engagementledger.api.fuzz.Marks.Home;
import org.engagementledger.api.fuzz.Words.Scene;
import org.engagementledger.api.fuzz.World.Case;
import org.engagementledger.api.fuzz.World.Session;
import org.engagementledger.domain.casework.LondonTime;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cases of both firms, and one in person, brought far by the document's examples with marked values
 * instead of theirs: whoever asks at random finds something that isn't theirs to see.
 */
final class Beginning {

    private static final String COURT = "B01CN00";
    private static final Duration SLOT = Duration.ofMinutes(20);
    private static final int SLOTS = 9;
    private static final int WAITING = 3;
    private static final int ATTEMPTS = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ApiDocument document;
    private final World world;
    private final Function<Call, Answer> ask;
    private int number;
    private Case target = new Case("none", Home.ELSEWHERE);
    private Session session = new Session("none", "", Instant.EPOCH, 0, SLOT);

    /**
     * @param ask makes a call and lets the world learn of its answer
     */
    Beginning(ApiDocument document, World world, Function<Call, Answer> ask) {
        this.document = document;
        this.world = world;
        this.ask = ask;
    }

    void play() {
        for (String login : List.of("defence", "other-defence", "coordinator")) {
            schedule();
            submit(login);
            ask("requestInformation", "triage");
            ask("amend", login);
            ask("triage", "triage");
            book(login, 1);
            ask("cancelBooking", login);
            book("triage", 2);
            pleas(login);
            moveClock(session.start().plus(SLOT.multipliedBy(2)).plusSeconds(60));
            ask("missMeeting", "coordinator");
            book(login, 4);
            moveClock(session.start().plus(SLOT.multipliedBy(5)));
            ask("holdMeeting", "prosecutor", body -> body.remove("occurredAt"));
            closed(login);
        }
        schedule();
        int slot = 0;
        for (String login : List.of("defence", "other-defence", "coordinator")) {
            for (int times = 0; times < WAITING; times++) {
                putForward(login);
                book(login, slot++);
            }
        }
        for (String login : List.of("defence", "other-defence", "coordinator")) {
            waiting(login);
        }
        sessions();
        programme();
        calendars();
        strategy();
        ask("rebuildProjection", "operator");
        ask("retryPolicy", "operator");
    }

    /**
     * One is offered a slot (by the first letter), accepts it and is invited (by the second); the
     * ledger does its part by itself.
     */
    private void waiting(String login) {
        putForward(login);
        ask("joinWaitingList", login, ObjectNode::removeAll);
        eventually("acceptOffer", login);
        eventually("openInvitation", login);
        putForward(login);
        ask("joinWaitingList", login, ObjectNode::removeAll);
        eventually("declineOffer", login);
        ask("leaveWaitingList", login);
    }

    private void sessions() {
        schedule(2);
        ask("changeSession", "coordinator");
        Instant moved = session.start().plus(SLOT);
        ask("moveSession", "coordinator", body -> body.put("start", moved.toString()));
        Consumer<ObjectNode> first = body -> body.putArray("starts").add(moved.toString());
        ask("blockSlots", "coordinator", first);
        ask("unblockSlots", "coordinator", first);
        eventually("seeSessionCorrespondence", "coordinator");
        ask("findNotices", "coordinator");
    }

    private void programme() {
        Consumer<ObjectNode> last = body -> body.put("last", day(14));
        ask(
                "setProgramme",
                "coordinator",
                last.andThen(
                        body ->
                                body.put("weekday", "THURSDAY")
                                        .put("from", "15:00")
                                        .put("to", "18:00")
                                        .put("slotMinutes", SLOT.toMinutes())
                                        .put("first", day(7))
                                        .put("weeks", 2)));
        ask("endProgramme", "coordinator", body -> body.put("last", day(13)));
    }

    private void calendars() {
        for (int times = 0; times < 2; times++) {
            ask("openCalendar", "coordinator", body -> body.put("kind", "COURT").put("of", COURT));
        }
        ask("revokeCalendar", "coordinator");
    }

    /** An action that is done and not done, with a rule that ends. */
    private void strategy() {
        ask("adoptPlan", "strategy", Beginning::oneAction);
        ask("startAction", "strategy");
        ask("reportProgress", "strategy", body -> body.put("percent", 1));
        for (String login : List.of("strategy", "coordinator")) {
            ask(
                    "linkEvidence",
                    login,
                    body -> {
                        body.removeAll();
                        body.put("engagement", target.id()).put("note", "As agreed");
                    });
        }
        ask("rebaselineAction", "strategy", body -> body.put("to", "2023-Q4"));
        ask("completeAction", "strategy", body -> body.put("on", day(0)));
        ask("reopenAction", "strategy");
        ask("declareEvidenceRule", "strategy");
        ask("endEvidenceRule", "strategy", body -> body.put("last", "2199-12-31"));
    }

    private static void oneAction(ObjectNode body) {
        body.removeAll();
        ObjectNode aim = body.put("plan", "defendants-2022-2023").putArray("aims").addObject();
        aim.put("aim", 1).put("title", "Made up");
        aim.putArray("actions")
                .addObject()
                .put("number", "1.1")
                .put("title", "Made up")
                .put("due", "2022-Q4");
    }

    private void putForward(String login) {
        submit(login);
        ask(
                "triage",
                "triage",
                body -> {
                    ArrayNode findings = body.withArray("findings");
                    findings.remove(2);
                    findings.remove(1);
                });
    }

    private void eventually(String operation, String login) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt(operation, login, body -> {}, "P1").status() == 200) {
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
        throw new AssertionError("It never came to " + operation);
    }

    private void schedule() {
        schedule(1);
    }

    private void schedule(int days) {
        Instant start =
                LondonTime.startOf(LondonTime.dateOf(world.now()).plusDays(days))
                        .plus(Duration.ofHours(9));
        ask(
                "scheduleSurgery",
                "coordinator",
                body ->
                        body.put("court", COURT)
                                .put("slotMinutes", SLOT.toMinutes())
                                .put("start", start.toString())
                                .put("end", start.plus(SLOT.multipliedBy(SLOTS)).toString()));
        session = world.sessions().getLast();
    }

    private void submit(String login) {
        ask(
                "submit",
                login,
                body ->
                        body.put("inPerson", login.equals("coordinator"))
                                .put("court", COURT)
                                .put("urn", Marks.urn(Home.of(login), number))
                                .put("hearingDate", day(20)));
        target = world.cases().getLast();
    }

    private String day(int days) {
        return LondonTime.dateOf(world.now()).plusDays(days).toString();
    }

    private void book(String login, int slot) {
        ask(
                "bookSlot",
                login,
                body ->
                        body.put("surgery", session.id())
                                .put(
                                        "start",
                                        session.start().plus(SLOT.multipliedBy(slot)).toString()));
    }

    private void moveClock(Instant time) {
        ask("moveClock", "operator", body -> body.put("now", time.toString()));
    }

    private void pleas(String login) {
        Consumer<ObjectNode> now = body -> body.remove("occurredAt");
        ask("offerPlea", login, now);
        ask("rejectPlea", "prosecutor", now, "P1");
        ask("offerPlea", login, now);
        ask("withdrawPlea", login, now, "P2");
        ask("indicatePlea", "prosecutor", now);
        ask("offerPlea", login, now);
        ask("agreePlea", "prosecutor", now, "P4");
    }

    /** One that doesn't go as far. */
    private void closed(String login) {
        submit(login);
        ask("relistHearing", "coordinator", body -> body.put("newDate", day(30)));
        if (!login.equals("coordinator")) {
            ask("transferRepresentation", "coordinator", body -> body.put("firm", "third-firm"));
            ask("correct", "coordinator", body -> body.put("sequence", 2));
        }
        ask("withdraw", login);
        submit(login);
        ask("resolve", "triage", body -> body.withArray("settled").addObject().put("issue", "I2"));
        ask(
                "recordOutcome",
                "prosecutor",
                body -> {
                    body.put("result", "VACATED").put("code", "A").put("newDate", day(40));
                    body.remove("occurredAt");
                });
    }

    private String calendar() {
        return world.calendars().isEmpty() ? "none" : world.calendars().getFirst();
    }

    private void ask(String operation, String login) {
        ask(operation, login, body -> {});
    }

    private void ask(String operation, String login, Consumer<ObjectNode> change) {
        ask(operation, login, change, "P1");
    }

    private void ask(String id, String login, Consumer<ObjectNode> change, String plea) {
        Answer answer = attempt(id, login, change, plea);
        assertThat(answer.status()).as("%s: %s", id, answer.body()).isBetween(200, 299);
    }

    private Answer attempt(String id, String login, Consumer<ObjectNode> change, String plea) {
        Operation operation = document.operation(id);
        number++;
        Dice dice = new Dice(0, number);
        Values values =
                new Values(document, operation, world, new Scene(login, target, session), dice);
        Draft draft = new Draft(operation, login, "");
        draft.path =
                operation
                        .path()
                        .replace("/surgeries/{id}", "/surgeries/" + session.id())
                        .replace("/calendars/{id}", "/calendars/" + calendar())
                        .replace("{id}", target.id())
                        .replace("{court}", COURT)
                        .replace("{plea}", plea)
                        .replace("{number}", "1.1")
                        .replace("{rule}", "R1")
                        .replace("{letter}", "2")
                        .replace("{recipient}", "defence-1")
                        .replace("{name}", id.equals("retryPolicy") ? "programme" : "schedule");
        draft.headers.add(new Header("Accept", "application/json, text/calendar"));
        if (!operation.body().isMissingNode()) {
            ObjectNode body = (ObjectNode) values.like(operation.examples().getFirst(), 0);
            change.accept(body);
            draft.body = Hostile.written(Marks.signed(body, values.home()));
            draft.framing = Framing.LENGTH;
            draft.headers.add(new Header("Content-Type", "application/json"));
        }
        if (operation.answers().containsKey(428)) {
            draft.headers.add(new Header("If-Match", "*"));
        }
        return ask.apply(draft.call(-number));
    }
}
