package org.engagementledger.query.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.domain.correspondence.MailFailed;
import org.engagementledger.domain.correspondence.MailGivenUp;
import org.engagementledger.domain.correspondence.MailSent;
import org.engagementledger.domain.correspondence.MailTakenUp;
import org.engagementledger.domain.correspondence.NoticePrepared;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code query.notice}. */
@Component
final class NoticeProjection implements Projection {

    static final String NAME = "notices";

    private static final String ADD =
            """
            INSERT INTO query.notice
                (side, correspondence, letter, version, kind, engagement_id, surgery, prepared_at, recipient, state, attempts)
            SELECT ?, correspondence, letter, version, kind, engagement_id, surgery, prepared_at, recipient, state, 0
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                        ?::text[])
                 AS row(correspondence, letter, version, kind, engagement_id, surgery, prepared_at, recipient, state)
            ON CONFLICT DO NOTHING
            """;

    /** Most mails are of letters that aren't notices. */
    private static final String POST =
            """
            UPDATE query.notice SET version = mail.version, state = mail.state, attempts = mail.attempts,
                posted_at = mail.posted_at, why = mail.why
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                 AS mail(correspondence, letter, version, state, attempts, posted_at, why)
            WHERE side = ? AND notice.correspondence = mail.correspondence AND notice.letter = mail.letter
              AND notice.version < mail.version
            """;

    private final JdbcClient database;

    NoticeProjection(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(
                NoticePrepared.class,
                MailSent.class,
                MailFailed.class,
                MailGivenUp.class,
                MailTakenUp.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.notice");
    }

    private record Prepared(NoticePrepared notice, long version, Instant at) {}

    private record Letter(String correspondence, int number) {}

    private record Posted(Letter letter, long version, Instant at, Posting posting) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        List<Prepared> prepared = new ArrayList<>();
        Map<Letter, Posted> posted = new LinkedHashMap<>();
        for (FeedEntry entry : events) {
            CorrespondenceEvent event = (CorrespondenceEvent) entry.event().payload();
            long version = entry.event().sequence();
            Instant at = entry.event().recordedAt();
            if (event instanceof NoticePrepared notice) {
                prepared.add(new Prepared(notice, version, at));
            }
            Letter letter = new Letter(event.correspondence().value(), event.letter());
            Posting.after(event, at)
                    .ifPresent(
                            posting ->
                                    posted.put(letter, new Posted(letter, version, at, posting)));
        }
        add(prepared, side);
        post(List.copyOf(posted.values()), side);
    }

    private void add(List<Prepared> prepared, int side) {
        if (!prepared.isEmpty()) {
            database.sql(ADD)
                    .param(side)
                    .params(
                            new Columns<>(prepared)
                                    .text(it -> it.notice().correspondence())
                                    .number(it -> it.notice().letter())
                                    .number(Prepared::version)
                                    .text(it -> it.notice().kind())
                                    .text(it -> it.notice().engagement())
                                    .text(it -> it.notice().surgery())
                                    .number(it -> it.at().toEpochMilli())
                                    .text(it -> it.notice().recipients().getFirst().id())
                                    .text(
                                            it ->
                                                    Posting.prepared(
                                                                    it.notice()
                                                                            .recipients()
                                                                            .getFirst())
                                                            .state())
                                    .arrays())
                    .update();
        }
    }

    private void post(List<Posted> posted, int side) {
        if (!posted.isEmpty()) {
            database.sql(POST)
                    .params(
                            new Columns<>(posted)
                                    .text(it -> it.letter().correspondence())
                                    .number(it -> it.letter().number())
                                    .number(Posted::version)
                                    .text(it -> it.posting().state())
                                    .number(it -> it.posting().attempts())
                                    .number(it -> it.at().toEpochMilli())
                                    .text(it -> it.posting().why())
                                    .arrays())
                    .param(side)
                    .update();
        }
    }
}
