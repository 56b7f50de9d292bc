package org.engagementledger.query.correspondence;

import java.util.List;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.ScheduleReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a correspondence as it stands in the log: it is short, and needs no projection. Whose the
 * engagement is stands in {@code query.engagement}.
 */
@Component
class CorrespondenceQueries {

    private static final String IS_KNOWN =
            "SELECT EXISTS (SELECT FROM query.engagement"
                    + " WHERE engagement_id = ? AND (? OR firm = ?) AND "
                    + Projection.live("engagements")
                    + ")";

    private final JdbcClient database;
    private final EventReader events;

    CorrespondenceQueries(JdbcClient database, EventReader events) {
        this.database = database;
        this.events = events;
    }

    @QueryHandler
    SeeCorrespondence.Seen see(SeeCorrespondence question) {
        Actor reader = question.reader();
        String about = question.about();
        if (reader.role() == Role.SYSTEM) {
            return new SeeCorrespondence.Seen(true, letters(about, recipient -> true));
        }
        if (ScheduleReaders.isContact(reader.role())) {
            List<WrittenLetter> letters =
                    letters(about, recipient -> reader.id().equals(recipient.account()));
            return new SeeCorrespondence.Seen(!letters.isEmpty(), letters);
        }
        if (!CaseReaders.include(reader.role()) || !isKnown(about, reader)) {
            return new SeeCorrespondence.Seen(false, List.of());
        }
        return new SeeCorrespondence.Seen(
                true,
                letters(
                        about,
                        CaseReaders.seeAllFirms(reader)
                                ? recipient -> true
                                : recipient ->
                                        recipient.firm() != null
                                                && recipient.firm().equals(reader.firm())));
    }

    private boolean isKnown(String engagement, Actor reader) {
        return database.sql(IS_KNOWN)
                .params(engagement, CaseReaders.seeAllFirms(reader), CaseReaders.ownFirm(reader))
                .query(Boolean.class)
                .single();
    }

    private List<WrittenLetter> letters(String about, Predicate<Recipient> shown) {
        return LetterFile.of(
                events.read(CorrespondenceId.about(about).value(), 0, Integer.MAX_VALUE), shown);
    }
}
