package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.waitinglist.Candidate;
import org.engagementledger.domain.waitinglist.OrderOfOffers;
import org.engagementledger.query.Queries;
import org.engagementledger.query.waitinglist.SeeWaitingList;
import org.engagementledger.query.waitinglist.WaitingListQueries;
import org.engagementledger.query.waitinglist.WaitingPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database tells turns in the order in which the written rule has them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OrderOfTheListTest extends OverHttp {

    private static final String NOWHERE = "X00XX00";
    private static final LocalDate DAY = LocalDate.parse("2020-11-20");
    private static final Instant TIME = Instant.parse("2020-11-02T09:00:00Z");

    @Autowired private JdbcClient database;
    @Autowired private WaitingListQueries lists;
    @Autowired private Queries queries;

    @AfterEach
    void empty() {
        database.sql("DELETE FROM query.waiting_place WHERE list = ?")
                .param("waiting-" + NOWHERE)
                .update();
    }

    private void add(Candidate it) {
        LocalDate limit = it.custodyTimeLimit();
        String state =
                """
                {"waiting":{"engagement":"%s","court":"%s","joinedAt":"%s","priority":%s,"hearingDate":"%s"%s}}
                """
                        .formatted(
                                it.engagement(),
                                NOWHERE,
                                it.joinedAt(),
                                it.priority(),
                                it.hearingDate(),
                                limit == null
                                        ? ""
                                        : ",\"custodyTimeLimit\":\"%s\"".formatted(limit));
        database.sql(
                        """
                        INSERT INTO query.waiting_place
                            (side, engagement_id, version, list, priority, custody_time_limit, hearing_date, joined_at,
                             has_offer, state)
                        SELECT live, ?, 0, ?, ?, ?::date, ?::date, ?, false, ? FROM query.projection
                        WHERE name = 'waitinglists'
                        """)
                .params(
                        it.engagement().value(),
                        "waiting-" + NOWHERE,
                        it.priority(),
                        limit == null ? null : limit.toString(),
                        it.hearingDate().toString(),
                        it.joinedAt().toEpochMilli(),
                        state)
                .update();
    }

    private static Candidate candidate(Random dice, int number) {
        return new Candidate(
                new EngagementId("%c-%d".formatted("aBc-9".charAt(dice.nextInt(5)), number)),
                TIME.plusMillis(dice.nextInt(3)),
                dice.nextInt(4) == 0,
                limit(dice),
                DAY.plusDays(dice.nextInt(3)),
                TIME,
                null,
                null,
                false,
                false);
    }

    private static @Nullable LocalDate limit(Random dice) {
        return dice.nextBoolean() ? null : DAY.plusDays(dice.nextInt(3));
    }

    @Test
    void whoeverIsFirstByTheRuleIsFirstOnTheList() {
        Random dice = new Random(20201102);
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            candidates.add(candidate(dice, number));
        }
        candidates.forEach(this::add);

        List<String> byTheRule =
                OrderOfOffers.inOrder(candidates).stream()
                        .map(candidate -> candidate.engagement().value())
                        .toList();

        Actor auditor = new Actor("auditor", Role.AUDITOR, null);
        assertThat(queries.ask(new SeeWaitingList(auditor, NOWHERE)).places())
                .extracting(WaitingPlace::engagement)
                .containsExactlyElementsOf(byTheRule);
        for (int i = 0; i < byTheRule.size(); i += 7) {
            assertThat(lists.position(NOWHERE, new EngagementId(byTheRule.get(i)))).hasValue(i + 1);
        }
        assertThat(lists.position(NOWHERE, new EngagementId("nobody"))).isEmpty();
    }
}
