package org.engagementledger.api.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.Requester;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.schedule.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A meeting as its invitation tells of it: what the engagement and the session come to.
 *
 * @param requester the name of whoever engages for the defence; null if it isn't known
 * @param guests who is to come
 */
record Meeting(
        Appointment appointment, @Nullable Personal<String> requester, List<Guests.Guest> guests) {

    Meeting {
        guests = List.copyOf(guests);
    }

    /** Where a session is joined; null if that isn't known. */
    static @Nullable String joinLink(@Nullable Session session) {
        return session == null ? null : session.joinLink();
    }

    /** Puts meetings together. */
    @Component
    static class Planner {

        private final JsonMapper json;
        private final Terms terms;

        Planner(Sealer sealer, Terms terms) {
            this.json = LedgerJson.sealed(sealer);
            this.terms = terms;
        }

        /**
         * The meeting in this slot.
         *
         * @param engagement as it is read, its personal values sealed
         * @param session null if it isn't known
         */
        Meeting of(JsonNode engagement, Slot slot, @Nullable Session session) {
            Requester requester = json.treeToValue(engagement.path("requester"), Requester.class);
            String court = engagement.path("court").asString();
            Appointment appointment =
                    new Appointment(
                            slot,
                            joinLink(session),
                            terms.court(court).orElseGet(() -> new Court(court, court)),
                            new Urn(engagement.path("urn").asString()),
                            Stage.valueOf(engagement.path("stage").asString()),
                            LocalDate.parse(engagement.path("hearing").path("date").asString()),
                            toDiscuss(engagement.path("issues")));
            List<Guests.Guest> guests = new ArrayList<>(hosts(session));
            guests.add(
                    new Guests.Guest(
                            Part.DEFENCE,
                            null,
                            requester.firm(),
                            requester.email(),
                            requester.secureEmail()));
            return new Meeting(appointment, requester.name(), guests);
        }

        private static List<IssueCategory> toDiscuss(JsonNode issues) {
            return issues.valueStream()
                    .filter(
                            issue ->
                                    IssueStatus.valueOf(issue.path("status").asString())
                                            .discussable())
                    .map(issue -> IssueCategory.valueOf(issue.path("category").asString()))
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** Who attends for the authorities. */
        private static List<Guests.Guest> hosts(@Nullable Session session) {
            return session == null
                    ? List.of()
                    : session.hosts().stream()
                            .map(host -> Guests.Guest.of(host.role(), host.login(), host.email()))
                            .toList();
        }
    }
}
