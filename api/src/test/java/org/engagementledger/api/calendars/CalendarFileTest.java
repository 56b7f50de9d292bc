package org.engagementledger.api.calendars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.query.calendar.ReadCalendar.BookingEntry;
import org.engagementledger.query.calendar.ReadCalendar.Feed;
import org.engagementledger.query.calendar.ReadCalendar.SessionEntry;
import org.engagementledger.query.calendar.ReadCalendar.TakenSlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar program is given. */
class CalendarFileTest {

    private static final String COURT = "B01CN00";
    private static final Instant THREE_IN_SUMMER = Instant.parse("2020-10-22T14:00:00Z");
    private static final Instant THREE_IN_WINTER = Instant.parse("2020-10-29T15:00:00Z");
    private static final Instant CHANGED = Instant.parse("2020-10-20T09:30:15.250Z");

    private static Terms terms(String court) {
        return new Terms(List.of(new Court(COURT, court)), Duration.ZERO, 10);
    }

    private static SessionEntry session(Instant start, TakenSlot... taken) {
        return new SessionEntry(
                "B01CN00-" + start,
                COURT,
                start,
                start.plus(Duration.ofHours(3)),
                9,
                CHANGED,
                List.of(taken));
    }

    private static Feed feed(List<SessionEntry> sessions, List<BookingEntry> bookings) {
        return new Feed(
                "id",
                new Actor("owner", Role.COORDINATOR, null),
                bookings.isEmpty() ? CalendarKind.COURT : CalendarKind.FIRM,
                bookings.isEmpty() ? COURT : "example-and-co",
                "digest",
                false,
                sessions,
                bookings);
    }

    private static String text(String court, Feed feed) {
        return new String(new CalendarFile(terms(court)).of(feed), UTF_8);
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void aSessionIsAnEntryWithItsTakenSlots() throws Exception {
        String text =
                text(
                        "Bromley Magistrates' Court",
                        feed(
                                List.of(
                                        session(
                                                THREE_IN_SUMMER,
                                                new TakenSlot(THREE_IN_SUMMER, "e-1", true),
                                                new TakenSlot(
                                                        THREE_IN_SUMMER.plusSeconds(1200),
                                                        "e-2",
                                                        false)),
                                        session(THREE_IN_WINTER)),
                                List.of()));

        Calendar calendar = read(text);
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.<VTimeZone>getComponents("VTIMEZONE")).hasSize(1);
        assertThat(events).hasSize(2);
        assertThat(value(events.get(0), "SUMMARY"))
                .isEqualTo("Surgery, Bromley Magistrates' Court (2 of 9 slots taken)");
        assertThat(value(events.get(0), "DESCRIPTION"))
                .isEqualTo("15:00 Engagement e-1\n15:20 taken");
        assertThat(value(events.get(0), "DTSTAMP")).isEqualTo("20201020T093015Z");
        assertThat(value(events.get(0), "LAST-MODIFIED")).isEqualTo("20201020T093015Z");
        assertThat(value(events.get(0), "CLASS")).isEqualTo("PRIVATE");
        assertThat(events.get(1).getProperty("DESCRIPTION")).isEmpty();
        assertThat(text)
                .contains(
                        "DTSTART;TZID=Europe/London:20201022T150000\r\n",
                        "DTEND;TZID=Europe/London:20201022T180000\r\n",
                        "DTSTART;TZID=Europe/London:20201029T150000\r\n",
                        "TZID:Europe/London\r\n")
                .doesNotContain("e-2");
    }

    @Test
    void aBookingIsAnEntryThatStaysTheSameWhenItMoves() throws Exception {
        Feed feed =
                feed(
                        List.of(),
                        List.of(
                                new BookingEntry(
                                        "e-1",
                                        2,
                                        COURT,
                                        THREE_IN_WINTER,
                                        THREE_IN_WINTER.plusSeconds(1200),
                                        CHANGED)));

        List<VEvent> events = read(text("Bromley", feed)).getComponents("VEVENT");

        assertThat(events).hasSize(1);
        assertThat(value(events.getFirst(), "UID")).isEqualTo("e-1-2@engagement-ledger");
        assertThat(value(events.getFirst(), "SUMMARY")).isEqualTo("Engagement e-1");
        assertThat(value(events.getFirst(), "LOCATION")).isEqualTo("Bromley");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Court\r\nBEGIN:VEVENT\r\nUID:forged\r\nEND:VEVENT",
                "Court\nATTACH:http://elsewhere.example/x",
                "Court\rX-FORGED:1",
                "Court\u2028X-FORGED:1\u0085X-FORGED:2\u000bX-FORGED:3",
                "Court; VALUE=DATE:2020, \"quoted\" \\n \\",
                "\u0000\u0007",
                "C\u00f4rt \ud83d\udcc5"
            })
    void whateverACourtIsCalledForgesNoLine(String name) throws Exception {
        forgesNothing(name);
    }

    @Test
    void norDoesAVeryLongName() throws Exception {
        forgesNothing("Court, " + "\u00e9\ud83d\udcc5;".repeat(3_000));
    }

    private static void forgesNothing(String name) throws Exception {
        Feed feed = feed(List.of(session(THREE_IN_WINTER)), List.of());
        String usual = text("Court", feed);

        String hostile = text(name, feed);

        Calendar calendar = read(hostile);
        assertThat(names(hostile)).isEqualTo(names(usual));
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        assertThat(value(events.getFirst(), "LOCATION").strip())
                .isEqualTo(name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").strip());
        assertThat(hostile.split("\r\n", -1)).allMatch(line -> line.length() <= 75);
    }

    /** The names of the lines, unfolded. */
    private static List<String> names(String text) {
        return List.of(text.replace("\r\n ", "").split("\r\n", -1)).stream()
                .map(line -> line.replaceAll("[:;].*", ""))
                .toList();
    }

    @Test
    void hostileIdsForgeNoLineEither() throws Exception {
        String id = "x\r\nBEGIN:VEVENT\r\nUID:forged";
        Feed feed =
                new Feed(
                        id,
                        new Actor("owner", Role.COORDINATOR, null),
                        CalendarKind.LEAD,
                        id,
                        "digest",
                        false,
                        List.of(
                                new SessionEntry(
                                        id,
                                        id,
                                        THREE_IN_WINTER,
                                        THREE_IN_WINTER.plusSeconds(1200),
                                        1,
                                        CHANGED,
                                        List.of(new TakenSlot(THREE_IN_WINTER, id, true)))),
                        List.of(
                                new BookingEntry(
                                        id,
                                        1,
                                        id,
                                        THREE_IN_WINTER,
                                        THREE_IN_WINTER.plusSeconds(1200),
                                        CHANGED)));

        String text = text("Court", feed);

        assertThat(read(text).<VEvent>getComponents("VEVENT")).hasSize(2);
        assertThat(names(text))
                .filteredOn("BEGIN"::equals)
                .hasSameSizeAs(List.of(text.split("\r\nBEGIN:", -1)));
        assertThat(text.replace("\r\n ", "")).doesNotContain("\r\nUID:forged");
    }
}
