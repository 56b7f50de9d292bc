package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.api.strategy.PlanFile;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.bulk.BulkLog;
import org.engagementledger.command.bulk.NewEvent;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.query.projection.Projections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A service of its own, in whose ledger the strategy's events are written on any day. */
final class StrategyLedger implements AutoCloseable {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final ConfigurableApplicationContext service;
    private final URI address;
    private final Accounts accounts;
    private final Map<String, Long> written = new HashMap<>();

    /**
     * @param play whether the pilot is played before
     */
    StrategyLedger(Path home, boolean play) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.profiles.active=demo");
        arguments.add("--server.port=0");
        arguments.add("--ledger.play=" + play);
        arguments.add("--ledger.home=" + home);
        OutOfTheWay.LIMITS.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Accounts.giveTo(home);
        service =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(arguments.toArray(String[]::new));
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
        accounts = new Accounts(home, address);
    }

    static StrategyActionId action(String number) {
        return StrategyActionId.of(AdoptPlan.PLAN, new ActionNumber(number));
    }

    /** It is written as if it were that day. */
    void on(LocalDate day, String actor, StrategyEvent event) {
        String id = event.action().value();
        service.getBean(BulkLog.class)
                .append(
                        List.of(
                                new NewEvent(
                                        "strategy",
                                        id,
                                        written.merge(id, 0L, (before, zero) -> before + 1),
                                        event,
                                        day.atTime(MORNING).atZone(LondonTime.ZONE).toInstant(),
                                        Map.of(
                                                Provenance.ACTOR,
                                                actor,
                                                Provenance.ROLE,
                                                actor.equals("strategy")
                                                        ? "STRATEGY_LEAD"
                                                        : "COORDINATOR"))));
    }

    /** The project's plan is adopted today, if it isn't already. */
    void adopt() {
        assertThat(
                        service.getBean(Commands.class)
                                .send(
                                        PlanFile.ofTheProject().command(),
                                        new Provenance(
                                                new Actor("strategy", Role.STRATEGY_LEAD, null),
                                                "test",
                                                null),
                                        Conditions.NONE))
                .isInstanceOf(Answer.Accepted.class);
    }

    /** Waits until reads show all that is written. */
    void awaitShown() throws InterruptedException {
        long events = tables().sql("SELECT count(*) FROM ledger.event").query(Long.class).single();
        assertThat(service.getBean(Projections.class).await(events, Duration.ofSeconds(60)))
                .isTrue();
    }

    JdbcClient tables() {
        return service.getBean(JdbcClient.class);
    }

    Login login(String name) {
        return new Login(address, accounts.authorization(name));
    }

    /** How the plan's actions stand as of a day. */
    JsonNode progress(String login, String asOf) {
        return login(login).get("/api/strategy/progress?asOf=" + asOf).isOk(200).json();
    }

    /** One of them. */
    static JsonNode of(JsonNode progress, String number) {
        return progress.path("actions")
                .valueStream()
                .filter(it -> it.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /**
     * All that is on the pages.
     *
     * @param list the property of a page that holds its entries; empty if the page is the list
     */
    List<JsonNode> pages(String login, String first, String list) {
        List<JsonNode> all = new ArrayList<>();
        String page = first;
        while (!page.isEmpty()) {
            Reply reply = login(login).get(page).isOk(200);
            (list.isEmpty() ? reply.json() : reply.json().path(list)).forEach(all::add);
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return all;
    }

    /** What was last read in this name, as it is on record. */
    JsonNode lastRead(String actor) {
        return login("auditor")
                .get("/api/accesses?limit=1&actor=" + actor)
                .isOk(200)
                .json()
                .path(0);
    }

    @Override
    public void close() {
        service.close();
    }
}
