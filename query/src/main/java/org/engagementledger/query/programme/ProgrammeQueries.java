package org.engagementledger.query.programme;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.ScheduleReaders;
import org.engagementledger.query.schedule.Session.SessionHost;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code query.programme}. */
@Component
class ProgrammeQueries {

    private static final String READ =
            """
            SELECT state FROM query.programme
            WHERE (:any OR court = ANY (:courts)) AND (:court::text IS NULL OR court = :court) AND
            """
                    + Projection.live(ProgrammeProjection.NAME)
                    + " ORDER BY court";

    private final JdbcClient database;
    private final JsonMapper json;

    ProgrammeQueries(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    FindProgrammes.Found find(FindProgrammes question) {
        Actor reader = question.reader();
        if (!ScheduleReaders.include(reader.role()) || reader.role() == Role.DEFENCE_PRACTITIONER) {
            return new FindProgrammes.Found(List.of());
        }
        String[] courts =
                ScheduleReaders.courts(reader)
                        .map(attended -> attended.toArray(String[]::new))
                        .orElse(new String[0]);
        return new FindProgrammes.Found(
                database
                        .sql(READ)
                        .param("any", ScheduleReaders.courts(reader).isEmpty())
                        .param("courts", courts)
                        .param("court", question.court())
                        .query((row, number) -> Standing.read(row.getString("state"), json))
                        .list()
                        .stream()
                        .map(it -> shown(it, reader))
                        .toList());
    }

    private static CourtProgramme shown(Standing standing, Actor reader) {
        Pattern pattern = standing.pattern();
        return new CourtProgramme(
                standing.programme(),
                standing.version(),
                pattern.court(),
                pattern.weekday(),
                pattern.from(),
                pattern.to(),
                pattern.slotMinutes(),
                pattern.first(),
                pattern.last(),
                pattern.weeks(),
                pattern.except(),
                standing.hosts().stream().map(host -> SessionHost.of(host, reader)).toList(),
                standing.joinLink());
    }
}
