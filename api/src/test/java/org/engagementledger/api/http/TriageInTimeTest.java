package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What waits for triage for more than two working days is escalated, by the ledger itself. */
@Timeout(120)
class TriageInTimeTest extends OverHttp {

    private static final String NEW_ISSUE =
            "{\"issues\":[{\"category\":\"DISCLOSURE\",\"matter\":\"The schedule\"}]}";

    @Autowired private WorkingDays workingDays;

    private JsonNode history(CaseFile file) {
        awaitShown(file.id());
        return auditor.get(file.path("/history?limit=100")).isOk(200).json();
    }

    private List<String> events(CaseFile file) {
        List<String> events = new ArrayList<>();
        history(file).forEach(entry -> events.add(entry.path("event").asString()));
        return events;
    }

    private JsonNode whole(CaseFile file) {
        awaitShown(file.id());
        return defence.get(file.path("")).isOk(200).json();
    }

    private List<String> escalated(Login reader, CaseFile file) {
        List<String> ids = new ArrayList<>();
        reader.get("/api/engagements?escalated=true&urn=" + file.urn())
                .isOk(200)
                .json()
                .forEach(it -> ids.add(it.path("id").asString()));
        return ids;
    }

    private Instant due(JsonNode entry) {
        return workingDays.after(Instant.parse(entry.path("recordedAt").asString()), 2);
    }

    @Test
    void isEscalatedWhenItsTimeIsUpAndThenOnce() {
        CaseFile file = newCase().submitted();
        awaitQuiet();
        JsonNode submitted = history(file).get(0);
        Instant due = due(submitted);
        moveClockTo(due.minusSeconds(30));
        assertThat(events(file)).containsExactly("Submitted");
        assertThat(whole(file).path("escalated").asBoolean()).isFalse();
        assertThat(escalated(triage, file)).doesNotContain(file.id());

        moveClockTo(due);
        moveClockTo(due.plus(Duration.ofDays(10)));

        JsonNode history = history(file);
        assertThat(events(file)).containsExactly("Submitted", "TriageEscalated");
        JsonNode entry = history.get(1);
        assertThat(entry.path("actor").asString()).isEqualTo("triage-in-time");
        assertThat(entry.path("role").asString()).isEqualTo("SYSTEM");
        assertThat(entry.path("channel").asString()).isEqualTo("policy");
        assertThat(entry.path("causationId")).isEqualTo(submitted.path("eventId"));
        assertThat(entry.path("correlationId")).isEqualTo(submitted.path("correlationId"));
        assertThat(entry.at("/facts/waitingSince")).isEqualTo(submitted.path("recordedAt"));
        assertThat(Instant.parse(entry.at("/facts/due").asString())).isEqualTo(due);
        JsonNode whole = whole(file);
        assertThat(whole.path("escalated").asBoolean()).isTrue();
        assertThat(whole.path("status").asString()).isEqualTo("IN_TRIAGE");
        assertThat(whole.at("/escalations/0/due")).isEqualTo(entry.at("/facts/due"));
        assertThat(escalated(triage, file)).contains(file.id());
        assertThat(escalated(defence, file)).contains(file.id());
        assertThat(escalated(otherDefence, file)).doesNotContain(file.id());
    }

    @Test
    void whatIsTriagedInTimeIsntAndMayComeBack() {
        CaseFile file = newCase().putForward();
        moveClockTo(now().plus(Duration.ofDays(7)));
        assertThat(events(file)).containsExactly("Submitted", "Triaged");

        defence.patch(file.path("/details"), NEW_ISSUE, "If-Match", "\"1\"").isOk(200);
        awaitQuiet();
        moveClockTo(now().plus(Duration.ofDays(7)));
        assertThat(events(file))
                .containsExactly("Submitted", "Triaged", "Amended", "TriageEscalated");
        assertThat(escalated(triage, file)).contains(file.id());

        triage.post(
                        file.path("/triage"),
                        """
                        {"findings":[{"issue":"I2","finding":"OUT_OF_SCOPE","reason":"For the court"}]}
                        """)
                .isOk(200);
        awaitShown(file.id());
        assertThat(whole(file).path("escalated").asBoolean()).isFalse();
        assertThat(escalated(triage, file)).doesNotContain(file.id());
        assertThat(whole(file).path("escalations").size()).isOne();
    }

    @Test
    void theMostPressingComesFirst() {
        newCase().submitted();
        newCase().submitted();
        awaitQuiet();
        moveClockTo(now().plus(Duration.ofDays(7)));
        List<String> deadlines = new ArrayList<>();
        triage.get("/api/engagements?escalated=true&limit=500")
                .isOk(200)
                .json()
                .forEach(it -> deadlines.add(it.path("deadline").asString()));
        assertThat(deadlines).hasSizeGreaterThanOrEqualTo(2).isSorted();
    }
}
