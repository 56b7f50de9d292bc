package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policies;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The demonstration, running: one service for all tests that ask it over HTTP. Its clock goes
 * forward only, so no test relies on the time at which it runs.
 */
@SpringBootTest(classes = EngagementLedger.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
public abstract class OverHttp {

    private static final Path HOME = temporaryHome();
    private static final Map<URI, Accounts> ACCOUNTS = new ConcurrentHashMap<>();

    @LocalServerPort private int port;
    @Autowired private Policies policies;
    @Autowired private Feed feed;
    @Autowired private JdbcClient tables;
    @Autowired private Clock clock;
    @Autowired private Commands commands;
    @Autowired private WorkingDays workingDays;

    Login defence;
    Login otherDefence;
    Login triage;
    Login prosecutor;
    Login coordinator;
    Login auditor;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
        // What waits in one test takes no slot of another's.
        properties.add("ledger.offers", () -> "false");
        OutOfTheWay.LIMITS.forEach((name, value) -> properties.add(name, () -> value));
    }

    /** Gone when the service has ended. */
    public static Path temporaryHome() {
        try {
            Path home = Files.createTempDirectory("ledger");
            SpringApplication.getShutdownHandlers().add(() -> delete(home));
            Accounts.giveTo(home);
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void logIn() {
        defence = login("defence");
        otherDefence = login("other-defence");
        triage = login("triage");
        prosecutor = login("prosecutor");
        coordinator = login("coordinator");
        auditor = login("auditor");
    }

    Login login(String name) {
        return bearing(accounts().authorization(name));
    }

    /** Somebody who says in this way who they are. */
    Login bearing(String authorization) {
        return new Login(service(), authorization);
    }

    /** Where it runs. */
    protected URI service() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The accounts of the one service that all these tests ask. */
    protected Accounts accounts() {
        return ACCOUNTS.computeIfAbsent(service(), service -> new Accounts(HOME, service));
    }

    /** The demonstration's time. */
    Instant now() {
        return Instant.parse(
                defence.get("/api/demo/clock").isOk(200).json().path("now").asString());
    }

    void moveClockTo(Instant time) {
        login("operator").put("/api/demo/clock", "{\"now\":\"%s\"}".formatted(time)).isOk(200);
        awaitQuiet();
    }

    /** Waits until the ledger has done by itself whatever is to be done by now. */
    void awaitQuiet() {
        try {
            assertThat(Projections.await(this::isQuiet, Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private boolean isNumbered() {
        return tables.sql(
                        "SELECT NOT EXISTS (SELECT FROM ledger.event WHERE global_index > (SELECT"
                                + " coalesce(max(global_index), 0) FROM ledger.feed))")
                .query(Boolean.class)
                .single();
    }

    /** What is numbered is looked at before and after: a policy may just have written something. */
    private boolean isQuiet() {
        if (!isNumbered()) {
            return false;
        }
        long head = feed.head();
        return policies.states().stream().allMatch(policy -> policy.position() >= head)
                && tables.sql(
                                "SELECT NOT EXISTS (SELECT FROM working.scheduled_task WHERE"
                                        + " execution_time <= ?)")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single()
                && isNumbered()
                && feed.head() == head;
    }

    void timePasses(Duration time) {
        moveClockTo(now().plus(time));
    }

    /** Waits until reads show what was last written of this. */
    void awaitShown(String id) {
        auditor.get("/api/demo/clock?" + Login.at(id)).isOk(200);
    }

    /** Offers a slot, as the ledger's policies do where they are let. */
    void offer(CaseFile file, String surgery, Instant start) {
        OfferSlot offer = new OfferSlot(new EngagementId(file.id()), new SurgeryId(surgery), start);
        offered(file, commands.send(offer, OwnAccord.of("test")));
    }

    static void offered(CaseFile file, Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        Login.remember(file.id(), ((Answer.Accepted) answer).version());
    }

    /** When the offer ends that is made to it. */
    Instant offerEnds(CaseFile file) {
        awaitShown(file.id());
        return Instant.parse(
                auditor.get(file.path("")).isOk(200).json().at("/waiting/offer/until").asString());
    }

    /** Ends an offer whose time is over, likewise. */
    void expireOffer(CaseFile file, String surgery, Instant start) {
        commands.send(
                new ExpireOffer(new EngagementId(file.id()), new SurgeryId(surgery), start),
                OwnAccord.of("test"));
    }

    /** Says that a case will soon have no surgery left, likewise. */
    void warn(CaseFile file, String surgery, Instant start) {
        commands.send(
                new WarnOfLastSurgery(
                        WaitingListId.of(file.court()),
                        List.of(
                                new WarnOfLastSurgery.Near(
                                        new EngagementId(file.id()),
                                        new SurgeryId(surgery),
                                        start,
                                        LondonTime.startOf(file.hearing())))),
                OwnAccord.of("test"));
    }

    /** Nobody waits for a slot at this court any more. */
    void endWaitingAt(String court) {
        coordinator
                .get("/api/waiting-lists/" + court)
                .isOk(200)
                .json()
                .forEach(
                        place ->
                                coordinator.post(
                                        "/api/engagements/%s/waiting/end"
                                                .formatted(place.path("engagement").asString()),
                                        "{}"));
    }

    /** The project's plan is adopted, and that is shown; once more makes no difference. */
    void adoptPlan() {
        login("strategy").post("/api/strategy/adoption", "").isOk(200);
        awaitShown("defendants-2022-2023:5.6");
    }

    /** The day, or the first after it from which a programme has a session for so many weeks. */
    LocalDate noBankHoliday(LocalDate day, int weeks) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .filter(
                        next ->
                                Stream.iterate(next, week -> week.plusWeeks(1))
                                        .limit(weeks)
                                        .noneMatch(workingDays::isBankHoliday))
                .findFirst()
                .orElseThrow();
    }

    /** A new case of the defence's, on terms of its own. */
    CaseFile newCase() {
        return new CaseFile(this);
    }
}
