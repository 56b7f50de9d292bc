package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordFailure;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Invitations as a mail client gets them from a mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InvitationsByMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path HOME = OverHttp.temporaryHome();

    private final GreenMail server =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private ConfigurableApplicationContext context;
    private Elsewhere service;

    /** Asked like the service of the other tests, and is another. */
    private static final class Elsewhere extends OverHttp {

        private final URI service;
        private final Accounts accounts;

        Elsewhere(String port) {
            service = URI.create("http://127.0.0.1:" + port);
            accounts = new Accounts(HOME, service);
        }

        /** Each test waits for what it is about. */
        @Override
        void awaitQuiet() {}

        @Override
        protected URI service() {
            return service;
        }

        @Override
        protected Accounts accounts() {
            return accounts;
        }
    }

    /** One that nobody is given while the server is down: systems give higher ones. */
    private static int freePort() {
        int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
        while (!isFree(port)) {
            port++;
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeAll
    void start() {
        server.start();
        context =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(
                                "--spring.profiles.active=demo",
                                "--server.port=0",
                                "--ledger.home=" + HOME,
                                "--ledger.offers=false",
                                "--ledger.invitations.organiser=surgery@ledger.example",
                                "--ledger.invitations.coordinator=coordinator@ledger.example",
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + server.getSmtp().getPort(),
                                "--spring.mail.properties.mail.smtp.starttls.enable=false");
        service = new Elsewhere(context.getEnvironment().getProperty("local.server.port", ""));
    }

    @BeforeEach
    void logIn() {
        service.logIn();
    }

    @AfterAll
    void end() {
        context.close();
        server.stop();
    }

    private CaseFile bookedFor(String name, String address) {
        CaseFile file = service.newCase();
        file.submitted(
                service.defence,
                file.request(file.hearing(), name).replace("ada@specimen.cjsm.net", address));
        service.triage
                .post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        file.scheduledSurgery();
        service.defence.post(file.path("/booking"), file.booking(0)).isOk(200);
        return file;
    }

    private static void await(BooleanSupplier reached) {
        try {
            assertThat(Projections.await(reached, PATIENCE)).as("It took too long").isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + address))
                .toList();
    }

    private List<MimeMessage> mailsTo(String address, int number) {
        await(() -> mailsTo(address).size() >= number);
        assertThat(mailsTo(address)).hasSize(number);
        return mailsTo(address);
    }

    /** An invitation, as a mail client takes it apart. */
    private record Received(MimeMessage mail, String text, Calendar calendar, VEvent meeting) {

        static Received from(MimeMessage mail) {
            try {
                assertThat(mail.getContentType()).startsWith("multipart/alternative");
                Multipart both = (Multipart) mail.getContent();
                assertThat(both.getCount()).isEqualTo(2);
                BodyPart text = both.getBodyPart(0);
                BodyPart calendar = both.getBodyPart(1);
                assertThat(text.getContentType()).startsWith("text/plain; charset=UTF-8");
                Calendar read =
                        new CalendarBuilder()
                                .build(
                                        new ByteArrayInputStream(
                                                calendar.getInputStream().readAllBytes()));
                ContentType type = new ContentType(calendar.getContentType());
                assertThat(type.match("text/calendar")).isTrue();
                assertThat(type.getParameter("method"))
                        .isEqualTo(
                                read.<Property>getProperty(Property.METHOD)
                                        .orElseThrow()
                                        .getValue());
                List<VEvent> meetings = read.getComponents(Component.VEVENT);
                assertThat(meetings).hasSize(1);
                return new Received(
                        mail,
                        new String(text.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                        read,
                        meetings.getFirst());
            } catch (IOException | MessagingException | ParserException failed) {
                throw new AssertionError(failed);
            }
        }

        String value(String property) {
            return meeting.<Property>getProperty(property).map(Property::getValue).orElse("");
        }

        String method() {
            return calendar.<Property>getProperty(Property.METHOD).orElseThrow().getValue();
        }

        Instant start() {
            return meeting.<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
                    .orElseThrow()
                    .getDate()
                    .toInstant();
        }

        String header(String name) {
            try {
                return String.join("|", mail.getHeader(name));
            } catch (MessagingException failed) {
                throw new AssertionError(failed);
            }
        }
    }

    private List<JsonNode> letters(CaseFile file, Login reader) {
        return reader.get(file.path("/correspondence")).isOk(200).json().valueStream().toList();
    }

    private static String state(JsonNode letter) {
        return toTheDefence(letter).path("state").asString();
    }

    private static JsonNode toTheDefence(JsonNode letter) {
        return letter.path("recipients")
                .valueStream()
                .filter(recipient -> recipient.path("part").asString().equals("DEFENCE"))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    @Test
    void aBookingItsMoveAndItsCancellationAreOneMeetingInThreeVersions() {
        CaseFile file = bookedFor("Ada Specimen", "three@specimen.cjsm.net");
        Received invited = Received.from(mailsTo("three@specimen.cjsm.net", 1).getLast());
        service.defence.post(file.path("/booking"), file.booking(1)).isOk(200);
        Received moved = Received.from(mailsTo("three@specimen.cjsm.net", 2).getLast());
        service.defence.post(file.path("/booking/cancellation"), "{}").isOk(200);
        Received cancelled = Received.from(mailsTo("three@specimen.cjsm.net", 3).getLast());

        for (Received each : List.of(invited, moved, cancelled)) {
            assertThat(each.value(Property.UID)).isEqualTo(invited.value(Property.UID));
            assertThat(each.value(Property.ORGANIZER)).isEqualTo("mailto:surgery@ledger.example");
            assertThat(each.value(Property.ATTENDEE)).isEqualTo("mailto:three@specimen.cjsm.net");
            assertThat(each.header("From")).isEqualTo("surgery@ledger.example");
            assertThat(each.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(each.calendar().validate().hasErrors()).isFalse();
            assertThat(each.text()).contains("Reference: " + file.id());
        }
        assertThat(List.of(invited, moved, cancelled))
                .extracting(
                        it -> it.method() + " " + it.value(Property.SEQUENCE) + " " + it.start())
                .containsExactly(
                        "REQUEST 0 " + file.slot(),
                        "REQUEST 1 " + file.slot().plus(Duration.ofMinutes(20)),
                        "CANCEL 2 " + file.slot().plus(Duration.ofMinutes(20)));
        assertThat(invited.text())
                .contains(LondonTime.words(file.slot()).substring(9), file.urn(), "Ada Specimen");
        assertThat(cancelled.value(Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(cancelled.text())
                .contains("its slot was given back")
                .doesNotContain("waits for another");

        await(
                () ->
                        letters(file, service.triage).stream()
                                .allMatch(it -> state(it).equals("SENT")));
        List<JsonNode> letters = letters(file, service.triage);
        assertThat(letters).hasSize(3);
        assertThat(toTheDefence(letters.getFirst()).path("messageId").asString())
                .isEqualTo(invited.header("Message-ID"));
        assertThat(toTheDefence(letters.getFirst()).path("address").asString())
                .isEqualTo("three@specimen.cjsm.net");
    }

    @Test
    void anAddressThatIsntSecureIsToldOfNoCase() {
        CaseFile file = bookedFor("Ada Specimen", "ada@open.example");
        MimeMessage mail = mailsTo("ada@open.example", 1).getFirst();
        Received invited = Received.from(mail);

        String all = GreenMailUtil.getWholeMessage(mail) + invited.text() + invited.calendar();
        assertThat(all)
                .contains(file.id())
                .doesNotContain(file.urn(), "Ada", "Specimen", "Bromley", "B01CN00", "witness");
    }

    @Test
    void noNameForgesAHeaderOrALineOfTheCalendar() {
        String name =
                "Pat;X=\\\"q\\\":v, ^n \\\\\\\\n =?utf-8?q?=0D=0ABcc:_in@trud.er?= \\u2028UID:forged\\u2029"
                        + " END:VEVENT \\u202Ecba <in@trud.er>, x@y.zz "
                        + "ż👩‍⚖️".repeat(10);
        CaseFile file = bookedFor(name, "hostile@specimen.cjsm.net");
        CaseFile plain = bookedFor("Ada Specimen", "plain@specimen.cjsm.net");
        MimeMessage mail = mailsTo("hostile@specimen.cjsm.net", 1).getFirst();
        Received hostile = Received.from(mail);
        Received expected = Received.from(mailsTo("plain@specimen.cjsm.net", 1).getFirst());

        assertThat(headers(mail)).isEqualTo(headers(expected.mail()));
        assertThat(hostile.header("To")).isEqualTo("hostile@specimen.cjsm.net");
        assertThat(hostile.text()).contains("Reference: " + file.id());
        assertThat(hostile.value(Property.UID))
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(expected.value(Property.UID));
        assertThat(hostile.meeting().getProperties().stream().map(Property::getName))
                .isEqualTo(
                        expected.meeting().getProperties().stream()
                                .map(Property::getName)
                                .toList());
        assertThat(hostile.text().lines().count()).isEqualTo(expected.text().lines().count());
        assertThat(mailsTo("in@trud.er")).isEmpty();
        assertThat(letters(plain, service.triage)).hasSize(1);
    }

    private static List<String> headers(MimeMessage mail) {
        return GreenMailUtil.getHeaders(mail)
                .lines()
                .filter(line -> !line.startsWith("\t") && !line.startsWith(" "))
                .map(line -> line.replaceFirst(":.*", ""))
                .toList();
    }

    @Test
    void anotherPractitionerIsInvitedAndTheFormerOneNoLonger() {
        CaseFile file = bookedFor("Ada Specimen", "former@specimen.cjsm.net");
        mailsTo("former@specimen.cjsm.net", 1);
        service.coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"sample-llp","contact":{"name":"Bo Pattern",
                         "email":"new@sample.cjsm.net","telephone":"020 7946 0001"}}
                        """)
                .isOk(200);
        Received cancelled = Received.from(mailsTo("former@specimen.cjsm.net", 2).getLast());
        Received invited = Received.from(mailsTo("new@sample.cjsm.net", 1).getFirst());

        assertThat(cancelled.method()).isEqualTo("CANCEL");
        assertThat(cancelled.text()).doesNotContain("Bo Pattern", "new@sample");
        assertThat(invited.method()).isEqualTo("REQUEST");
        assertThat(invited.text()).contains("Bo Pattern");
        assertThat(invited.value(Property.UID)).isEqualTo(cancelled.value(Property.UID));
        assertThat(invited.value(Property.SEQUENCE)).isEqualTo("1");
        service.awaitShown(file.id());
        service.defence.get(file.path("/correspondence")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        assertThat(letters(file, service.otherDefence))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(
                                                letter.path("recipients")
                                                        .path(0)
                                                        .path("address")
                                                        .asString())
                                        .isEqualTo("new@sample.cjsm.net"));
    }

    @Test
    void whateverIsToldAgainIsWrittenAndSentOnce() {
        CaseFile file = bookedFor("Ada Specimen", "once@specimen.cjsm.net");
        mailsTo("once@specimen.cjsm.net", 1);
        await(() -> state(letters(file, service.triage).getFirst()).equals("SENT"));
        List<FeedEntry> ofTheCase =
                context.getBean(Feed.class).read(0, 100_000).stream()
                        .filter(entry -> entry.aggregateId().contains(file.id()))
                        .toList();
        for (Policy policy : context.getBeansOfType(Policy.class).values()) {
            ofTheCase.stream()
                    .filter(
                            entry ->
                                    policy.follows().stream()
                                            .anyMatch(it -> it.isInstance(entry.event().payload())))
                    .forEach(policy::on);
        }
        CaseFile later = bookedFor("Ada Specimen", "later@specimen.cjsm.net");
        mailsTo("later@specimen.cjsm.net", 1);

        assertThat(mailsTo("once@specimen.cjsm.net")).hasSize(1);
        assertThat(letters(file, service.triage)).hasSize(1);
        assertThat(letters(later, service.triage)).hasSize(1);
    }

    @Test
    void whoeverIsInvitedIsRemindedOnTheWorkingDayBefore() {
        CaseFile file = bookedFor("Ada Specimen", "reminded@specimen.cjsm.net");
        mailsTo("reminded@specimen.cjsm.net", 1);
        await(() -> state(letters(file, service.triage).getFirst()).equals("SENT"));
        LocalDate relisted = file.hearing().plusDays(3);
        service.coordinator
                .post(file.path("/hearing"), "{\"newDate\":\"%s\"}".formatted(relisted))
                .isOk(200);
        mailsTo("reminded@specimen.cjsm.net", 2);
        await(() -> state(letters(file, service.triage).getLast()).equals("SENT"));
        service.moveClockTo(file.slot().minus(Duration.ofMinutes(30)));
        MimeMessage reminder = mailsTo("reminded@specimen.cjsm.net", 3).getLast();

        assertThat(GreenMailUtil.getHeaders(reminder)).contains("Subject: Reminder: engagement");
        assertThat(GreenMailUtil.getBody(reminder))
                .contains("Reference: " + file.id(), "Hearing: " + words(relisted));
        assertThat(letters(file, service.triage))
                .map(letter -> letter.path("kind").asString())
                .containsExactly("INVITATION", "INVITATION", "REMINDER");
    }

    @Test
    void anInvitationIsRenewedWhenTheHearingOrWhatIsToBeDiscussedChangesAndThenOnly() {
        CaseFile file = bookedFor("Ada Specimen", "renewed@specimen.cjsm.net");
        Received booked = Received.from(mailsTo("renewed@specimen.cjsm.net", 1).getFirst());
        LocalDate later = file.hearing().plusDays(3);
        service.coordinator
                .post(file.path("/hearing"), "{\"newDate\":\"%s\"}".formatted(later))
                .isOk(200);
        Received relisted = Received.from(mailsTo("renewed@specimen.cjsm.net", 2).getLast());
        assertThat(relisted.method()).isEqualTo("REQUEST");
        assertThat(relisted.value(Property.UID)).isEqualTo(booked.value(Property.UID));
        assertThat(relisted.value(Property.SEQUENCE)).isEqualTo("1");
        assertThat(relisted.text()).contains(words(later)).doesNotContain(words(file.hearing()));

        service.defence
                .patch(
                        file.path("/details"),
                        "{\"issues\":[{\"category\":\"DISCLOSURE\",\"matter\":\"Is there more?\"}]}")
                .isOk(200);
        service.triage
                .post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I2\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        Received triaged = Received.from(mailsTo("renewed@specimen.cjsm.net", 3).getLast());
        assertThat(triaged.value(Property.SEQUENCE)).isEqualTo("2");
        assertThat(triaged.text()).contains("To be discussed: disclosure, witnesses");

        service.triage
                .post(
                        file.path("/resolution"),
                        "{\"settled\":[{\"issue\":\"I1\"},{\"issue\":\"I2\"}]}")
                .isOk(200);
        Received cancelled = Received.from(mailsTo("renewed@specimen.cjsm.net", 4).getLast());
        assertThat(cancelled.method()).isEqualTo("CANCEL");
        assertThat(cancelled.value(Property.SEQUENCE)).isEqualTo("3");
        assertThat(cancelled.text()).contains("nothing is left to be discussed");
    }

    private static String words(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK));
    }

    @Test
    void theCoordinatorIsToldOfASessionThatNobodyCanJoin() {
        CaseFile file = service.newCase();
        String surgery = file.scheduledSurgery();
        for (String link : List.of("https://meet.example/gone", "")) {
            service.coordinator
                    .patch("/api/surgeries/" + surgery, "{\"joinLink\":\"%s\"}".formatted(link))
                    .isOk(200);
        }
        String closed = service.newCase().scheduledSurgery();
        service.coordinator
                .post("/api/surgeries/" + closed + "/block", "{\"reason\":\"Nobody is there\"}")
                .isOk(200);
        service.awaitShown(closed);
        service.moveClockTo(file.slot().minus(Duration.ofHours(1)));
        await(
                () ->
                        mailsTo("coordinator@ledger.example").stream()
                                .anyMatch(it -> names(it, surgery)));

        assertThat(mailsTo("coordinator@ledger.example"))
                .filteredOn(mail -> names(mail, surgery))
                .hasSize(1);
        assertThat(mailsTo("coordinator@ledger.example")).noneMatch(mail -> names(mail, closed));
    }

    @Test
    void aChangeOfPeopleAndLinkIsToldToAllWhoAreConcerned() {
        CaseFile file = bookedFor("Ada Specimen", "told@specimen.cjsm.net");
        Received booked = Received.from(mailsTo("told@specimen.cjsm.net", 1).getFirst());
        service.coordinator
                .patch(
                        "/api/surgeries/" + file.surgery(),
                        """
                        {"joinLink":"https://meet.example/5","hosts":[
                          {"role":"LEAD","login":"%s","email":"lead@specimen.cjsm.net"},
                          {"role":"HMCTS_CONTACT","login":"hmcts","email":"court@open.example"},
                          {"role":"POLICE_CONTACT","login":"police"}]}
                        """
                                .formatted(file.lead()))
                .isOk(200);
        Received lead = Received.from(mailsTo("lead@specimen.cjsm.net", 1).getFirst());
        Received defence = Received.from(mailsTo("told@specimen.cjsm.net", 2).getLast());
        Received court = Received.from(mailsTo("court@open.example", 1).getFirst());

        assertThat(List.of(lead, defence, court))
                .allSatisfy(
                        it -> {
                            assertThat(it.method()).isEqualTo("REQUEST");
                            assertThat(it.value(Property.UID))
                                    .isEqualTo(booked.value(Property.UID));
                            assertThat(it.value(Property.SEQUENCE)).isEqualTo("1");
                            assertThat(it.value(Property.URL)).isEqualTo("https://meet.example/5");
                            assertThat(it.text()).contains("https://meet.example/5");
                        });
        for (Received first : List.of(lead, court)) {
            assertThat(first.header("Subject")).startsWith("Engagement surgery, ");
            assertThat(first.text()).startsWith("There is a meeting at the engagement surgery.");
        }
        assertThat(defence.header("Subject")).startsWith("Changed: engagement surgery, ");
        assertThat(defence.text()).startsWith("A meeting at the engagement surgery has changed");
        assertThat(attendees(lead))
                .containsExactly(
                        "CHAIR mailto:lead@specimen.cjsm.net",
                        "REQ-PARTICIPANT mailto:told@specimen.cjsm.net");
        assertThat(attendees(defence))
                .containsExactly("REQ-PARTICIPANT mailto:told@specimen.cjsm.net");
        assertThat(attendees(court)).containsExactly("OPT-PARTICIPANT mailto:court@open.example");
        assertThat(lead.text()).contains(file.urn());
        assertThat(court.text()).doesNotContain(file.urn());
        Login hmcts = service.login("hmcts");
        assertThat(recipients(letters(file, hmcts).getLast()))
                .containsExactly("court@open.example");
        assertThat(recipients(letters(file, service.defence).getLast()))
                .containsExactly("told@specimen.cjsm.net");
        assertThat(recipients(letters(file, service.triage).getLast()))
                .containsExactly("", "", "", "told@specimen.cjsm.net");
        assertThat(recipients(letters(file, service.coordinator).getLast()))
                .contains("lead@specimen.cjsm.net", "court@open.example");
        Reply opened = hmcts.get(file.path("/correspondence/3/hmcts-contact-1.ics"));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text()).contains("METHOD:REQUEST").doesNotContain(file.urn());
        assertThat(opened.header("Content-Type"))
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        hmcts.get(file.path("/correspondence/3/defence-1.ics")).isRefused(404, "LETTER_UNKNOWN");
    }

    @Test
    void aContactIsToldOfTheCaseButNotWhoseItIs() {
        CaseFile file = bookedFor("Ada Specimen", "whose@specimen.cjsm.net");
        mailsTo("whose@specimen.cjsm.net", 1);
        service.coordinator
                .patch(
                        "/api/surgeries/" + file.surgery(),
                        """
                        {"hosts":[
                          {"role":"LEAD","login":"prosecutor","email":"whose.lead@specimen.cjsm.net"},
                          {"role":"HMCTS_CONTACT","login":"hmcts","email":"court@specimen.cjsm.net"}]}
                        """)
                .isOk(200);
        MimeMessage mail = mailsTo("court@specimen.cjsm.net", 1).getFirst();
        Received court = Received.from(mail);
        Received lead = Received.from(mailsTo("whose.lead@specimen.cjsm.net", 1).getFirst());
        Received defence = Received.from(mailsTo("whose@specimen.cjsm.net", 2).getLast());

        assertThat(GreenMailUtil.getHeaders(mail) + court.text() + court.calendar())
                .contains(file.urn(), "Reference: " + file.surgery())
                .doesNotContain(file.id(), "Specimen", "whose", "lead@");
        assertThat(defence.text() + defence.calendar()).doesNotContain("court@", "whose.lead@");
        assertThat(lead.text()).contains("Ada Specimen", "Reference: " + file.id());

        service.awaitShown(file.id());
        Login hmcts = service.login("hmcts");
        Login prosecutor = service.login("prosecutor");
        for (Login reader : List.of(hmcts, service.coordinator, service.auditor)) {
            assertThat(opened(reader, file, "hmcts-contact-1")).isEqualTo(told(court));
        }
        for (Login reader : List.of(prosecutor, service.coordinator, service.auditor)) {
            assertThat(opened(reader, file, "lead-2")).isEqualTo(told(lead));
        }
        for (Login reader : List.of(service.defence, service.triage, prosecutor)) {
            assertThat(opened(reader, file, "defence-1")).isEqualTo(told(defence));
        }
        for (String other : List.of("lead-2", "hmcts-contact-1")) {
            service.triage
                    .get(file.path("/correspondence/3/%s.ics".formatted(other)))
                    .isRefused(404, "LETTER_UNKNOWN");
        }
        assertThat(letters(file, service.triage).getLast().path("recipients").valueStream())
                .map(it -> it.has("calendar"))
                .containsExactly(false, false, true);
    }

    @Test
    void aContactWhoIsNamedAsTheLeadIsntShownWhatTheLeadIsTold() {
        CaseFile file = bookedFor("Ada Specimen", "mistaken@specimen.cjsm.net");
        mailsTo("mistaken@specimen.cjsm.net", 1);
        service.coordinator
                .patch(
                        "/api/surgeries/" + file.surgery(),
                        """
                        {"joinLink":"https://meet.example/6","hosts":[
                          {"role":"LEAD","login":"police","email":"mistaken.lead@specimen.cjsm.net"}]}
                        """)
                .isOk(200);
        mailsTo("mistaken@specimen.cjsm.net", 2);
        mailsTo("mistaken.lead@specimen.cjsm.net", 1);
        service.awaitShown(file.id());

        assertThat(service.login("police").get(file.path("/correspondence")).status())
                .isEqualTo(404);
    }

    /** The third letter's calendar, which follows that to the lead before, as it is opened here. */
    private static List<String> opened(Login reader, CaseFile file, String recipient) {
        Reply reply = reader.get(file.path("/correspondence/3/%s.ics".formatted(recipient)));
        assertThat(reply.status()).as(recipient).isEqualTo(200);
        return reply.text().replace("\r\n ", "").lines().toList();
    }

    private static List<String> told(Received mailed) {
        return mailed.calendar().toString().lines().toList();
    }

    private static List<String> attendees(Received received) {
        return received.meeting().<Property>getProperties(Property.ATTENDEE).stream()
                .map(
                        attendee ->
                                attendee.<Parameter>getParameter(Parameter.ROLE)
                                                .orElseThrow()
                                                .getValue()
                                        + " "
                                        + attendee.getValue())
                .toList();
    }

    private static List<String> recipients(JsonNode letter) {
        return letter.path("recipients")
                .valueStream()
                .map(recipient -> recipient.path("address").asString(""))
                .toList();
    }

    @Test
    void aSessionThatIsMovedTakesItsInvitationsAlong() {
        CaseFile file = bookedFor("Ada Specimen", "along@specimen.cjsm.net");
        Received booked = Received.from(mailsTo("along@specimen.cjsm.net", 1).getFirst());
        Instant start = file.slot().plus(Duration.ofDays(1));
        service.coordinator
                .post(
                        "/api/surgeries/" + file.surgery() + "/move",
                        "{\"start\":\"%s\"}".formatted(start))
                .isOk(200);
        Received moved = Received.from(mailsTo("along@specimen.cjsm.net", 2).getLast());

        assertThat(moved.method()).isEqualTo("REQUEST");
        assertThat(moved.value(Property.UID)).isEqualTo(booked.value(Property.UID));
        assertThat(moved.value(Property.SEQUENCE)).isEqualTo("1");
        assertThat(moved.start()).isEqualTo(start);
    }

    @Test
    void whoeverLosesTheirSlotIsToldAndSoIsTheCoordinator() {
        CaseFile file = bookedFor("Ada Specimen", "blocked@specimen.cjsm.net");
        mailsTo("blocked@specimen.cjsm.net", 1);
        service.coordinator
                .post(
                        "/api/surgeries/" + file.surgery() + "/block",
                        "{\"reason\":\"The courtroom is flooded\"}")
                .isOk(200);
        Received cancelled = Received.from(mailsTo("blocked@specimen.cjsm.net", 2).getLast());

        assertThat(cancelled.method()).isEqualTo("CANCEL");
        assertThat(GreenMailUtil.getWholeMessage(cancelled.mail())).doesNotContain("flooded");
        assertThat(cancelled.text())
                .contains(
                        "was closed by the court",
                        "waits for another slot, with priority before all others");
        await(
                () ->
                        mailsTo("coordinator@ledger.example").stream()
                                .anyMatch(
                                        it ->
                                                GreenMailUtil.getBody(it)
                                                        .contains("Reference: " + file.id())));
    }

    @Test
    void anAddressThatIsntSecureIsToldThatTheSessionWasClosedButNotHowTheCaseStands() {
        CaseFile file = bookedFor("Ada Specimen", "blocked@open.example");
        mailsTo("blocked@open.example", 1);
        block(file.surgery(), "{\"reason\":\"The courtroom is flooded\"}");
        Received cancelled = Received.from(mailsTo("blocked@open.example", 2).getLast());

        assertThat(cancelled.text())
                .contains("was closed by the court", file.id())
                .doesNotContain("waits", file.urn());
    }

    private void block(String surgery, String body) {
        service.coordinator.post("/api/surgeries/" + surgery + "/block", body).isOk(200);
    }

    private static String body(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("\r\n", "\n");
    }

    /** Whoever waits, and for whom there is a session. */
    private CaseFile waitingFor(String address) {
        CaseFile file = service.newCase();
        file.submitted(service.defence, file.request().replace("ada@specimen.cjsm.net", address));
        service.triage
                .post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        file.scheduledSurgery();
        // Others' turn would come before.
        service.endWaitingAt(file.court());
        service.defence.post(file.path("/waiting"), "{}").isOk(200);
        return file;
    }

    /** As the ledger does by itself where it is let; when the offer ends. */
    private Instant offer(CaseFile file, int number) {
        OfferSlot offer =
                new OfferSlot(
                        new EngagementId(file.id()),
                        new SurgeryId(file.surgery()),
                        file.slot().plus(Duration.ofMinutes(20L * number)));
        OverHttp.offered(file, context.getBean(Commands.class).send(offer, OwnAccord.of("test")));
        return service.offerEnds(file);
    }

    @Test
    void whoeverIsOfferedASlotIsToldWhichAndUntilWhenAndWhenItIsNoLonger() {
        CaseFile file = waitingFor("offered@specimen.cjsm.net");
        Instant until = offer(file, 0);
        MimeMessage offered = mailsTo("offered@specimen.cjsm.net", 1).getLast();
        assertThat(GreenMailUtil.getHeaders(offered))
                .contains("Subject: Slot offered: engagement surgery");
        assertThat(body(offered))
                .contains(
                        "Reference: " + file.id(),
                        "kept for you until " + LondonTime.words(until),
                        "When: " + LondonTime.words(file.slot()).substring(0, 5),
                        "POST /api/engagements/" + file.id() + "/offer/acceptance",
                        "POST /api/engagements/" + file.id() + "/offer/refusal",
                        "Case: " + file.urn());

        block(
                file.surgery(),
                "{\"reason\":\"Flooded\",\"starts\":[\"%s\"]}".formatted(file.slot()));
        MimeMessage withdrawn = mailsTo("offered@specimen.cjsm.net", 2).getLast();
        assertThat(body(withdrawn))
                .contains("is withdrawn: the slot was closed", "goes on waiting")
                .doesNotContain("Flooded", "/offer/");

        Instant end = offer(file, 1);
        mailsTo("offered@specimen.cjsm.net", 3);
        service.moveClockTo(end);
        MimeMessage expired = mailsTo("offered@specimen.cjsm.net", 4).getLast();
        assertThat(body(expired)).contains("nobody answered in time", "goes on waiting");
        assertThat(letters(file, service.defence))
                .map(
                        letter ->
                                letter.path("kind").asString()
                                        + " "
                                        + letter.path("offer").asString())
                .containsExactly(
                        "OFFER OFFERED", "OFFER SLOT_GONE", "OFFER OFFERED", "OFFER EXPIRED");
        assertThat(letters(file, service.defence).getFirst().at("/recipients/0/text").asString())
                .isEqualToIgnoringNewLines(body(offered));
        service.login("hmcts")
                .get(file.path("/correspondence"))
                .isRefused(404, "ENGAGEMENT_UNKNOWN");
    }

    @Test
    void whoeverHadAnOfferIsToldThatItEndedWithTheirWaitingUnlessTheyEndedIt() {
        CaseFile file = waitingFor("settled@specimen.cjsm.net");
        offer(file, 0);
        mailsTo("settled@specimen.cjsm.net", 1);
        service.triage
                .post(file.path("/resolution"), "{\"settled\":[{\"issue\":\"I1\"}]}")
                .isOk(200);
        assertThat(body(mailsTo("settled@specimen.cjsm.net", 2).getLast()))
                .contains("is withdrawn: the case waits for a slot no longer")
                .doesNotContain("goes on waiting", "/offer/");

        CaseFile own = waitingFor("own@specimen.cjsm.net");
        offer(own, 0);
        mailsTo("own@specimen.cjsm.net", 1);
        service.defence.post(own.path("/waiting/end"), "{}").isOk(200);
        service.defence.post(own.path("/waiting"), "{}").isOk(200);
        offer(own, 1);
        mailsTo("own@specimen.cjsm.net", 2);
        assertThat(letters(own, service.defence))
                .extracting(letter -> letter.path("offer").asString())
                .containsExactly("OFFERED", "OFFERED");
    }

    @Test
    void ofAnOfferAnAddressThatIsntSecureIsToldReferenceAndTimeOnly() {
        CaseFile file = waitingFor("offered@open.example");
        offer(file, 0);
        MimeMessage mail = mailsTo("offered@open.example", 1).getFirst();

        assertThat(GreenMailUtil.getHeaders(mail) + body(mail))
                .contains("Reference: " + file.id(), "kept for you until", "/offer/acceptance")
                .doesNotContain(file.urn(), "Ada", "Specimen", "Bromley", "B01CN00", "witness");
    }

    @Test
    void whoeverTakesACaseOverIsToldWhatIsOnOfferToIt() {
        CaseFile file = waitingFor("before@specimen.cjsm.net");
        offer(file, 0);
        mailsTo("before@specimen.cjsm.net", 1);
        service.coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"sample-llp","contact":{"name":"Bo Pattern",
                         "email":"after@sample.cjsm.net","telephone":"020 7946 0001"}}
                        """)
                .isOk(200);

        assertThat(body(mailsTo("after@sample.cjsm.net", 1).getFirst()))
                .contains("kept for you until", "For the defence: Bo Pattern");
        assertThat(mailsTo("before@specimen.cjsm.net")).hasSize(1);
    }

    private void changeHosts(String surgery, String lead, String link) {
        service.coordinator
                .patch(
                        "/api/surgeries/" + surgery,
                        """
                        {"joinLink":"%s","hosts":[
                          {"role":"LEAD","login":"%s-of-%s","email":"%s@hosts.example"},
                          {"role":"HMCTS_CONTACT","login":"hmcts","email":"contact@hosts.example"}]}
                        """
                                .formatted(link, lead, surgery.toLowerCase(Locale.ROOT), lead))
                .isOk(200);
    }

    @Test
    void thoseWhoAttendASessionAreToldWhatBecomesOfItThoughNobodyHasASlot() {
        CaseFile file = service.newCase();
        String surgery = file.scheduledSurgery();
        String path = "/api/surgeries/" + surgery;
        changeHosts(surgery, "lead", "https://meet.example/1");
        for (String host : List.of("lead@hosts.example", "contact@hosts.example")) {
            assertThat(body(mailsTo(host, 1).getLast()))
                    .contains(
                            "You are expected",
                            "Reference: " + surgery,
                            "Link: https://meet.example/1");
        }
        block(surgery, "{\"reason\":\"Flooded\"}");
        for (String host : List.of("lead@hosts.example", "contact@hosts.example")) {
            assertThat(body(mailsTo(host, 2).getLast()))
                    .contains("was closed by the court", "Closed: the whole session")
                    .doesNotContain("Flooded");
        }
        service.coordinator.post(path + "/unblock", "{}").isOk(200);
        for (String host : List.of("lead@hosts.example", "contact@hosts.example")) {
            assertThat(body(mailsTo(host, 3).getLast()))
                    .contains("open again")
                    .doesNotContain("Closed:");
        }
        Instant later = file.slot().plus(Duration.ofDays(1));
        service.coordinator.post(path + "/move", "{\"start\":\"%s\"}".formatted(later)).isOk(200);
        for (String host : List.of("lead@hosts.example", "contact@hosts.example")) {
            assertThat(body(mailsTo(host, 4).getLast()))
                    .contains("was moved", words(LondonTime.dateOf(later)));
        }
        changeHosts(surgery, "lead", "https://meet.example/2");
        for (String host : List.of("lead@hosts.example", "contact@hosts.example")) {
            assertThat(body(mailsTo(host, 5).getLast()))
                    .contains("another link", "Link: https://meet.example/2");
        }
        changeHosts(surgery, "other", "https://meet.example/2");
        assertThat(body(mailsTo("lead@hosts.example", 6).getLast()))
                .contains("no longer expected")
                .doesNotContain("meet.example");
        assertThat(body(mailsTo("other@hosts.example", 1).getLast())).contains("You are expected");
        assertThat(body(mailsTo("contact@hosts.example", 6).getLast())).contains("another lead");
        block(surgery, "{\"reason\":\"Flooded\"}");
        mailsTo("other@hosts.example", 2);
        mailsTo("contact@hosts.example", 7);
    }

    @Test
    void whatTheInvitationsTellThoseWhoAttendIsNotToldTwice() {
        CaseFile file = bookedFor("Ada Specimen", "slot@specimen.cjsm.net");
        mailsTo("slot@specimen.cjsm.net", 1);
        service.coordinator
                .patch(
                        "/api/surgeries/" + file.surgery(),
                        """
                        {"hosts":[{"role":"LEAD","login":"prosecutor",
                                   "email":"slot.lead@specimen.cjsm.net"}]}
                        """)
                .isOk(200);
        Received.from(mailsTo("slot.lead@specimen.cjsm.net", 1).getLast());
        service.coordinator
                .post(
                        "/api/surgeries/" + file.surgery() + "/move",
                        "{\"start\":\"%s\"}".formatted(file.slot().plus(Duration.ofDays(1))))
                .isOk(200);
        Received moved = Received.from(mailsTo("slot.lead@specimen.cjsm.net", 2).getLast());
        block(
                file.surgery(),
                "{\"reason\":\"Flooded\",\"starts\":[\"%s\"]}".formatted(moved.start()));
        Received cancelled = Received.from(mailsTo("slot.lead@specimen.cjsm.net", 3).getLast());
        assertThat(cancelled.method()).isEqualTo("CANCEL");
        assertThat(cancelled.text()).contains("was closed by the court", "with priority");
        block(file.surgery(), "{\"reason\":\"Flooded\"}");
        assertThat(body(mailsTo("slot.lead@specimen.cjsm.net", 4).getLast()))
                .contains("Closed: the whole session");
    }

    private void awaitNotice(CaseFile file, String words) {
        await(
                () ->
                        mailsTo("coordinator@ledger.example").stream()
                                .map(GreenMailUtil::getBody)
                                .anyMatch(
                                        it ->
                                                it.contains("Reference: " + file.id())
                                                        && it.contains(words)));
    }

    @Test
    void theCoordinatorIsToldOfWhatWaitsForTriageForTooLong() {
        CaseFile file = service.newCase().submitted();
        service.timePasses(Duration.ofDays(7));
        awaitNotice(file, "waited for triage for too long");
    }

    @Test
    void theCoordinatorIsToldOfWhomItWillSoonBeTooLateFor() {
        CaseFile file = service.newCase();
        file.scheduledSurgery();
        file.submitted(
                service.defence,
                file.request(LondonTime.dateOf(file.slot()).plusDays(1), "Ada Specimen"));
        service.triage
                .post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        service.defence.post(file.path("/waiting"), "{}").isOk(200);
        service.moveClockTo(file.slot().minus(Duration.ofHours(1)));
        awaitNotice(file, "about to pass the last surgery");

        service.timePasses(Duration.ofDays(2));
        await(
                () ->
                        file.history(service.auditor)
                                .getLast()
                                .path("reason")
                                .asString("")
                                .equals("HEARING_TOO_NEAR"));
    }

    @Test
    void aMailThatMeetsNoServerIsSentWhenThereIsOne() {
        CaseFile file =
                bookedInVain(
                        "patient@specimen.cjsm.net",
                        failed -> {
                            assertThat(recipient(failed).path("state").asString())
                                    .isEqualTo("WAITING");
                            assertThat(recipient(failed).path("why").asString())
                                    .isEqualTo("SERVER_UNREACHABLE");
                            assertThat(recipient(failed).has("nextAttempt")).isTrue();
                        });
        service.timePasses(Duration.ofMinutes(2));

        assertThat(Received.from(mailsTo("patient@specimen.cjsm.net", 1).getFirst()).text())
                .contains(file.id());
        await(() -> recipient(file).path("state").asString().equals("SENT"));
        assertThat(recipient(file).path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void ofAMailThatWaitsOnlyTheLatestIsSent() {
        CaseFile file =
                bookedInVain(
                        "superseded@specimen.cjsm.net",
                        failed -> {
                            service.defence
                                    .post(failed.path("/booking"), failed.booking(1))
                                    .isOk(200);
                            await(() -> letters(failed, service.triage).size() == 2);
                        });
        service.timePasses(Duration.ofMinutes(2));

        assertThat(
                        Received.from(mailsTo("superseded@specimen.cjsm.net", 1).getFirst())
                                .value(Property.SEQUENCE))
                .isEqualTo("1");
        await(() -> recipient(file).path("state").asString().equals("GIVEN_UP"));
        assertThat(recipient(file).path("why").asString()).isEqualTo("SUPERSEDED");
    }

    @Test
    void theCoordinatorIsToldOfALetterThatReachedNobody() {
        CaseFile file =
                bookedInVain(
                        "never@specimen.cjsm.net",
                        failed -> {
                            service.moveClockTo(failed.slot());
                            await(
                                    () ->
                                            recipient(failed)
                                                    .path("state")
                                                    .asString()
                                                    .equals("GIVEN_UP"));
                        });
        assertThat(recipient(file).path("why").asString()).isEqualTo("TOO_LATE");
        service.timePasses(Duration.ofDays(1));
        awaitNotice(file, "won't reach somebody by mail");
    }

    @Test
    void theCoordinatorIsToldIfNoSurgeryIsLeft() {
        CaseFile file = service.newCase().waiting();
        context.getBean(Commands.class)
                .send(
                        new WarnOfLastSurgery(
                                WaitingListId.of(file.court()),
                                List.of(
                                        new WarnOfLastSurgery.Near(
                                                new EngagementId(file.id()),
                                                null,
                                                null,
                                                LondonTime.startOf(file.hearing())))),
                        OwnAccord.of("test"));
        awaitNotice(file, "no surgery is left for it");
    }

    @Test
    void aLetterThatWasGivenUpIsSentAgainOnce() {
        CaseFile file =
                bookedInVain(
                        "again@specimen.cjsm.net",
                        failed -> {
                            context.getBean(Commands.class)
                                    .send(
                                            new RecordFailure(
                                                    CorrespondenceId.about(failed.id()),
                                                    1,
                                                    "defence-1",
                                                    MailFailure.RECIPIENT_REFUSED),
                                            OwnAccord.of("test"));
                            assertThat(recipient(failed).path("state").asString())
                                    .isEqualTo("GIVEN_UP");
                        });
        String resend = file.path("/correspondence/1/defence-1/resend");
        service.triage.post(resend, "{}").isProblem(403);
        assertThat(
                        service.coordinator
                                .post(resend + "?dryRun=true", "{}")
                                .isOk(200)
                                .json()
                                .at("/events/0")
                                .asString())
                .isEqualTo("correspondence.MailTakenUp");
        Reply done =
                service.coordinator.post(resend, "{}", "Idempotency-Key", "once-more").isOk(200);
        service.coordinator
                .post(resend, "{}", "Idempotency-Key", "once-more")
                .isOk(200)
                .isSameAs(done);

        assertThat(Received.from(mailsTo("again@specimen.cjsm.net", 1).getFirst()).text())
                .contains(file.id());
        await(() -> recipient(file).path("state").asString().equals("SENT"));
        assertThat(recipient(file).path("attempts").asInt()).isEqualTo(3);
        service.coordinator.post(resend, "{}").isRefused(409, "NOTHING_TO_SEND_AGAIN");
        assertThat(mailsTo("again@specimen.cjsm.net")).hasSize(1);
        service.timePasses(Duration.ofMinutes(2));
        await(() -> notice(file).path("state").asString().equals("SENT"));
        assertThat(notice(file).path("kind").asString()).isEqualTo("MAIL_GIVEN_UP");
        madeAgainTheSame();
    }

    /** What the coordinator was told of the case. */
    private JsonNode notice(CaseFile file) {
        return service.coordinator
                .get("/api/notices?limit=500")
                .isOk(200)
                .json()
                .valueStream()
                .filter(it -> it.path("engagement").asString("").equals(file.id()))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private void madeAgainTheSame() {
        String last = notices().path("lastRebuild").asString("");
        service.login("operator").post("/api/projections/notices/rebuild", "").isOk(202);
        await(
                () ->
                        !notices().has("rebuild")
                                && !notices().path("lastRebuild").asString("").equals(last));
        assertThat(notices().path("lastRebuildSame").asBoolean()).isTrue();
    }

    private JsonNode notices() {
        return service.auditor
                .get("/api/projections")
                .isOk(200)
                .json()
                .valueStream()
                .filter(it -> it.path("name").asString().equals("notices"))
                .findFirst()
                .orElseThrow();
    }

    /** Whose mail met no server once. */
    private CaseFile bookedInVain(String address, Consumer<CaseFile> meanwhile) {
        server.stop();
        try {
            CaseFile file = bookedFor("Ada Specimen", address);
            service.awaitShown(file.id());
            await(() -> recipient(file).path("attempts").asInt() == 1);
            meanwhile.accept(file);
            return file;
        } finally {
            server.start();
        }
    }

    /** The first letter as the defence is sent it. */
    private JsonNode recipient(CaseFile file) {
        List<JsonNode> letters = letters(file, service.triage);
        return letters.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : toTheDefence(letters.getFirst());
    }

    private static boolean names(MimeMessage mail, String surgery) {
        return GreenMailUtil.getBody(mail).contains("Session: " + surgery);
    }
}
