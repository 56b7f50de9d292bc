package org.engagementledger.query.correspondence;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Part;
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

    private static final String IS_SESSION =
            "SELECT EXISTS (SELECT FROM query.session WHERE surgery = ? AND "
                    + Projection.live("schedule")
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
            return new SeeCorrespondence.Seen(true, letters(about, reader));
        }
        if (ScheduleReaders.isContact(reader.role())) {
            List<WrittenLetter> letters = letters(about, reader);
            return new SeeCorrespondence.Seen(!letters.isEmpty(), letters);
        }
        return CaseReaders.include(reader.role()) && isKnown(about, reader)
                ? new SeeCorrespondence.Seen(true, letters(about, reader))
                : new SeeCorrespondence.Seen(false, List.of());
    }

    @QueryHandler
    SeeCorrespondence.Seen see(SeeSessionCorrespondence question) {
        Actor reader = question.reader();
        boolean contact = ScheduleReaders.isContact(reader.role());
        if ((!contact && !CaseReaders.seeAllFirms(reader)) || !isSession(question.surgery())) {
            return new SeeCorrespondence.Seen(false, List.of());
        }
        List<WrittenLetter> letters = letters(question.surgery(), reader);
        return new SeeCorrespondence.Seen(!contact || !letters.isEmpty(), letters);
    }

    private boolean isSession(String surgery) {
        return database.sql(IS_SESSION).param(surgery).query(Boolean.class).single();
    }

    private boolean isKnown(String engagement, Actor reader) {
        return database.sql(IS_KNOWN)
                .params(engagement, CaseReaders.seeAllFirms(reader), CaseReaders.ownFirm(reader))
                .query(Boolean.class)
                .single();
    }

    private List<WrittenLetter> letters(String about, Actor reader) {
        return LetterFile.of(
                events.read(CorrespondenceId.about(about).value(), 0, Integer.MAX_VALUE),
                recipient -> shown(recipient, reader));
    }

    private static Stream<Recipient> shown(Recipient recipient, Actor reader) {
        if (reader.role() == Role.DEFENCE_PRACTITIONER) {
            return recipient.firm() != null && recipient.firm().equals(reader.firm())
                    ? Stream.of(recipient)
                    : Stream.empty();
        }
        if (ScheduleReaders.isContact(reader.role())) {
            // Whoever else is named for it, by mistake, isn't told whose the case is.
            return reader.id().equals(recipient.account()) && recipient.part().isContact()
                    ? Stream.of(recipient)
                    : Stream.empty();
        }
        return Stream.of(
                recipient.part() == Part.DEFENCE
                                || reader.id().equals(recipient.account())
                                || ScheduleReaders.seeAddresses(reader.role())
                        ? recipient
                        : recipient.withoutAddress());
    }
}
