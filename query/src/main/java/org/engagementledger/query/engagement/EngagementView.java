package org.engagementledger.query.engagement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Issues;
import org.engagementledger.domain.engagement.PleaStatus;
import org.engagementledger.query.engagement.Fact.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One engagement whole, put together from its sheet and what was said of its parts. */
final class EngagementView {

    private final JsonMapper json;

    EngagementView(JsonMapper json) {
        this.json = json;
    }

    /** What holds of a part, and which event says so. */
    record StoredFact(Kind kind, String part, long sequence, JsonNode body) {}

    ObjectNode of(Sheet sheet, Instant updatedAt, List<StoredFact> facts) {
        var file = sheet.file();
        ObjectNode view = json.createObjectNode();
        view.put("id", file.id().value());
        view.put("version", file.version());
        view.put("status", sheet.status().name());
        view.put("urgency", sheet.urgency().name());
        view.set("receivedAt", json.valueToTree(file.receivedAt()));
        view.set("updatedAt", json.valueToTree(updatedAt));
        view.put("urn", file.urn().value());
        view.put("court", file.court());
        view.put("stage", file.stage().name());
        file.firm().map(FirmId::value).ifPresent(firm -> view.put("firm", firm));
        view.put("shortNotice", sheet.shortNotice());
        view.put("escalated", sheet.escalated());
        view.putObject("hearing")
                .put("kind", file.hearingKind().name())
                .put("date", file.hearingDate().toString());
        file.booking()
                .ifPresent(
                        slot ->
                                view.set(
                                        "slot",
                                        ((ObjectNode) json.valueToTree(slot))
                                                .put("london", LondonTime.words(slot.start()))));
        if (file.waiting() != null) {
            view.set("waiting", waiting(file.waiting()));
        }
        the(Kind.REQUESTER, "", facts).ifPresent(body -> view.set("requester", body));
        view.set("defendants", all(Kind.DEFENDANT, facts, it -> defendant(it, sheet, facts)));
        view.set("issues", all(Kind.ISSUE, facts, it -> issue(it, sheet, facts)));
        view.set("informationRequests", all(Kind.REQUEST, facts, it -> request(it, facts)));
        view.set("escalations", all(Kind.ESCALATION, facts, EngagementView::plain));
        view.set("pleas", all(Kind.PLEA, facts, it -> plea(it, facts)));
        view.set("meetings", all(Kind.MEETING, facts, EngagementView::plain));
        view.set("missedMeetings", all(Kind.MISSED_MEETING, facts, EngagementView::plain));
        view.set("releasedSlots", all(Kind.RELEASE, facts, EngagementView::plain));
        view.set("declinedOffers", all(Kind.DECLINED_OFFER, facts, EngagementView::plain));
        view.set("relistings", all(Kind.RELISTING, facts, EngagementView::plain));
        view.set("outcomes", all(Kind.OUTCOME, facts, EngagementView::plain));
        all(Kind.WITHDRAWAL, facts, EngagementView::plain)
                .forEach(withdrawal -> view.set("withdrawal", withdrawal));
        view.set("notes", all(Kind.NOTE, facts, EngagementView::plain));
        return view;
    }

    private ObjectNode waiting(CaseFile.Waiting waiting) {
        ObjectNode shown = (ObjectNode) json.valueToTree(waiting);
        if (waiting.offer() != null) {
            ((ObjectNode) shown.path("offer").path("slot"))
                    .put("london", LondonTime.words(waiting.offer().slot().start()));
        }
        return shown;
    }

    private static Stream<StoredFact> those(Kind kind, List<StoredFact> facts) {
        return facts.stream().filter(fact -> fact.kind() == kind);
    }

    /** In the order in which they came. */
    private ArrayNode all(
            Kind kind, List<StoredFact> facts, Function<StoredFact, @Nullable ObjectNode> shown) {
        ArrayNode list = json.createArrayNode();
        those(kind, facts)
                .sorted(
                        Comparator.comparingLong(StoredFact::sequence)
                                .thenComparingInt(fact -> fact.part().length())
                                .thenComparing(StoredFact::part))
                .map(shown)
                .filter(Objects::nonNull)
                .forEach(list::add);
        return list;
    }

    private static Optional<ObjectNode> the(Kind kind, String part, List<StoredFact> facts) {
        return those(kind, facts)
                .filter(fact -> fact.part().equals(part))
                .map(EngagementView::plain)
                .findFirst();
    }

    /** What the event said, but for the engagement's id, which stands above it. */
    private static ObjectNode plain(StoredFact fact) {
        ObjectNode body = ((ObjectNode) fact.body()).deepCopy();
        body.remove("engagement");
        return body;
    }

    private @Nullable ObjectNode defendant(StoredFact fact, Sheet sheet, List<StoredFact> facts) {
        ObjectNode defendant = plain(fact);
        Optional<Sheet.Person> person =
                sheet.people().stream()
                        .filter(it -> it.id().value().equals(fact.part()))
                        .findFirst();
        if (person.isEmpty()) {
            return null;
        }
        person.get()
                .detention()
                .ifPresent(
                        held -> {
                            defendant.put("custody", held.status().name());
                            if (held.limit() != null) {
                                defendant.put("custodyTimeLimit", held.limit().toString());
                            }
                        });
        ArrayNode needs = defendant.putArray("needs");
        person.get().present().sorted().forEach(need -> needs.add(need.name()));
        defendant.set(
                "offences",
                all(
                        Kind.OFFENCE,
                        facts,
                        offence -> {
                            ObjectNode shown = plain(offence);
                            String whose = shown.path("defendant").asString();
                            shown.remove("defendant");
                            return whose.equals(fact.part()) ? shown : null;
                        }));
        return defendant;
    }

    private @Nullable ObjectNode issue(StoredFact fact, Sheet sheet, List<StoredFact> facts) {
        ObjectNode issue = plain(fact);
        Optional<Issues.Entry> entry =
                sheet.file().issues().entries().stream()
                        .filter(it -> it.id().value().equals(fact.part()))
                        .findFirst();
        if (entry.isEmpty()) {
            return null;
        }
        entry.get().trail().current().ifPresent(status -> issue.put("status", status.name()));
        part(issue, "finding", the(Kind.FINDING, fact.part(), facts), "issue");
        part(issue, "settlement", the(Kind.SETTLEMENT, fact.part(), facts), "issue");
        return issue;
    }

    private ObjectNode request(StoredFact fact, List<StoredFact> facts) {
        ObjectNode request = plain(fact);
        part(request, "given", the(Kind.INFORMATION, fact.part(), facts), "request");
        return request;
    }

    private ObjectNode plea(StoredFact fact, List<StoredFact> facts) {
        ObjectNode plea = plain(fact);
        boolean indicated = plea.path("indicated").asBoolean();
        plea.remove("indicated");
        Optional<ObjectNode> standing = the(Kind.PLEA_STANDING, fact.part(), facts);
        plea.put(
                "status",
                standing.map(it -> it.path("status").asString())
                        .orElse((indicated ? PleaStatus.INDICATED : PleaStatus.OFFERED).name()));
        part(plea, "answer", standing, "status");
        return plea;
    }

    private static void part(
            ObjectNode whole, String name, Optional<ObjectNode> part, String known) {
        part.ifPresent(
                body -> {
                    body.remove(known);
                    whole.set(name, body);
                });
    }
}
