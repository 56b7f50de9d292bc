package org.engagementledger.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneUpdater;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarFileTest {

    private static final Instant THREE = Instant.parse("2020-11-05T15:00:00Z");
    private static final String LINK = "https://meet.example/bromley?room=1&pin=2";

    private static Letter letter(
            Method method, Instant start, boolean secure, String name, @Nullable String link) {
        return new Letter(
                "0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10",
                Instant.parse("2020-11-02T09:00:00Z"),
                new Letter.Invitation(
                        method, "0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10-1", 3, true, null),
                null,
                new Appointment(
                        new Slot(
                                SurgeryId.of("B01CN00", start),
                                start,
                                start.plus(Duration.ofMinutes(20))),
                        link,
                        new Court("B01CN00", "Bromley Magistrates' Court"),
                        new Urn("01ZD0303920"),
                        Stage.PRE_TRIAL,
                        LocalDate.of(2020, 12, 18),
                        List.of(IssueCategory.ACCEPTABLE_PLEA, IssueCategory.DISCLOSURE)),
                "surgery@ledger.example",
                Part.DEFENCE,
                secure,
                secure ? Optional.of(name) : Optional.empty(),
                secure
                        ? List.of(
                                new Letter.Attendee(Part.LEAD, "lead@example.cjsm.net"),
                                new Letter.Attendee(Part.DEFENCE, "pat.o'example@law.cjsm.net"),
                                new Letter.Attendee(Part.HMCTS_CONTACT, "court@example.cjsm.net"))
                        : List.of(new Letter.Attendee(Part.DEFENCE, "pat@example.com")));
    }

    private static Letter secure(String name) {
        return letter(Method.REQUEST, THREE, true, name, LINK);
    }

    private static Calendar parsed(String file) {
        try {
            return new CalendarBuilder().build(new StringReader(file));
        } catch (Exception e) {
            throw new AssertionError("Not a calendar: " + file, e);
        }
    }

    private static VEvent meeting(Calendar calendar) {
        List<VEvent> meetings = calendar.getComponents(Component.VEVENT);
        assertThat(meetings).hasSize(1);
        return meetings.getFirst();
    }

    private static String value(VEvent meeting, String property) {
        return meeting.<Property>getProperty(property).map(Property::getValue).orElse("");
    }

    private static List<String> unfolded(String file) {
        return List.of(file.replace("\r\n ", "").split("\r\n", -1));
    }

    @Test
    void anInvitationIsWhatCalendarsTakeForOne() {
        Calendar calendar = parsed(CalendarFile.of(secure("Pat Example")));
        VEvent meeting = meeting(calendar);

        assertThat(calendar.validate().hasErrors()).as("%s", calendar.validate()).isFalse();
        assertThat(calendar.<Property>getProperty(Property.METHOD).orElseThrow().getValue())
                .isEqualTo("REQUEST");
        assertThat(value(meeting, Property.UID))
                .isEqualTo("0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10-1");
        assertThat(value(meeting, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(meeting, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(meeting, Property.ORGANIZER)).isEqualTo("mailto:surgery@ledger.example");
        assertThat(value(meeting, Property.URL)).isEqualTo(LINK);
        assertThat(value(meeting, Property.SUMMARY)).contains("01ZD0303920");
        assertThat(value(meeting, Property.DESCRIPTION))
                .contains(
                        "15:00 to 15:20 on Thu 5 Nov 2020, London time",
                        "Bromley Magistrates' Court",
                        "before the trial",
                        "Fri 18 Dec 2020",
                        "Pat Example",
                        "acceptable plea, disclosure",
                        LINK);
        assertThat(meeting.<Property>getProperties(Property.ATTENDEE))
                .map(
                        attendee ->
                                attendee.<Parameter>getParameter(Parameter.ROLE)
                                                .orElseThrow()
                                                .getValue()
                                        + " "
                                        + attendee.getValue())
                .containsExactly(
                        "CHAIR mailto:lead@example.cjsm.net",
                        "REQ-PARTICIPANT mailto:pat.o'example@law.cjsm.net",
                        "OPT-PARTICIPANT mailto:court@example.cjsm.net");
    }

    @Test
    void aCancellationSaysSoInBothPlaces() {
        Calendar calendar =
                parsed(CalendarFile.of(letter(Method.CANCEL, THREE, true, "Pat", LINK)));
        VEvent meeting = meeting(calendar);

        assertThat(calendar.validate().hasErrors()).as("%s", calendar.validate()).isFalse();
        assertThat(calendar.<Property>getProperty(Property.METHOD).orElseThrow().getValue())
                .isEqualTo("CANCEL");
        assertThat(value(meeting, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(meeting, Property.URL)).isEmpty();
    }

    @Test
    void toAnAddressThatIsntSecureGoReferenceTimeAndLinkAndNothingElse() {
        String file =
                String.join(
                        "\n",
                        unfolded(
                                CalendarFile.of(
                                        letter(Method.REQUEST, THREE, false, "Pat", LINK))));

        assertThat(file)
                .contains("0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10", LINK, "pat@example.com")
                .doesNotContain(
                        "01ZD0303920",
                        "Bromley",
                        "B01CN00",
                        "Pat ",
                        "18 Dec",
                        "trial",
                        "plea",
                        "disclosure",
                        "cjsm");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-22T14:00:00Z, 20201022T150000",
        "2020-10-29T15:00:00Z, 20201029T150000",
        "2020-11-05T15:00:00Z, 20201105T150000",
        "2021-03-25T15:00:00Z, 20210325T150000",
        "2021-04-01T14:00:00Z, 20210401T150000"
    })
    void threeOClockInLondonIsThatInSummerAndWinter(Instant start, String local) {
        String file = CalendarFile.of(letter(Method.REQUEST, start, false, "Pat", null));

        assertThat(unfolded(file)).contains("DTSTART;TZID=Europe/London:" + local);
        assertThat(
                        meeting(parsed(file))
                                .<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
                                .orElseThrow()
                                .getDate())
                .satisfies(read -> assertThat(read.toInstant()).isEqualTo(start));
    }

    @Test
    void theZonesRulesAreLondons() {
        Calendar calendar = parsed(CalendarFile.of(secure("Pat")));
        VTimeZone zone = calendar.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();

        for (int year = 1997; year <= 2060; year++) {
            for (int hour = 0; hour < 365 * 24; hour += 5) {
                ZonedDateTime when =
                        LocalDate.of(year, 1, 1).atStartOfDay(LondonTime.ZONE).plusHours(hour);
                if (!isNearAChange(when)) {
                    Observance observance = zone.getApplicableObservance(when);
                    assertThat(
                                    observance
                                            .<Property>getProperty(Property.TZOFFSETTO)
                                            .orElseThrow()
                                            .getValue())
                            .as("%s", when)
                            .isEqualTo(when.getOffset().equals(ZoneOffset.UTC) ? "+0000" : "+0100");
                }
            }
            if (year > 2022) {
                year += 9;
            }
        }
        assertThat(zone.<Property>getProperty(Property.TZURL)).isEmpty();
    }

    /** Around it, whose local time is meant is told differently. */
    private static boolean isNearAChange(ZonedDateTime when) {
        return !when.minusHours(3).getOffset().equals(when.plusHours(3).getOffset());
    }

    @Test
    void nobodyIsAskedOnTheNetworkForTimeZones() {
        assertThat(new TimeZoneUpdater().isEnabled()).isFalse();
    }

    static Stream<String> hostileTexts() {
        return Hostile.TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noNameAddsALineToTheCalendar(String name) {
        String plain = CalendarFile.of(secure("Pat Example"));
        String file = CalendarFile.of(secure(name));

        assertThat(names(file)).isEqualTo(names(plain));
        VEvent meeting = meeting(parsed(file));
        VEvent expected = meeting(parsed(plain));
        assertThat(meeting.<Property>getProperties(Property.ATTENDEE))
                .isEqualTo(expected.<Property>getProperties(Property.ATTENDEE));
        for (String property :
                List.of(Property.UID, Property.DTSTART, Property.SUMMARY, Property.SEQUENCE)) {
            assertThat(value(meeting, property)).isEqualTo(value(expected, property));
        }
        assertThat(value(meeting, Property.DESCRIPTION).lines().count())
                .isEqualTo(value(expected, Property.DESCRIPTION).lines().count());
        assertThat(file.chars().filter(character -> character < ' '))
                .allMatch(control -> control == '\r' || control == '\n');
        assertThat(file).doesNotContain("\u2028", "\u2029", "\u0085", "\u202E");
        for (String line : file.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThan(76);
            assertThat(line).doesNotContain("\r", "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noLinkDoes(String link) {
        for (String hostile : List.of(link, LINK + link)) {
            Letter letter = letter(Method.REQUEST, THREE, true, "Pat", hostile);

            assertThat(names(CalendarFile.of(letter)))
                    .isSubsetOf(names(CalendarFile.of(secure("Pat"))));
        }
    }

    /** What stands before the first colon or semicolon of each line. */
    private static List<String> names(String file) {
        return unfolded(file).stream().map(line -> line.replaceFirst("[:;].*", "")).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "pat@example.com, true",
        "pat.o'example+work@sub.example.cjsm.net, true",
        "pat@example, false",
        "pat@@example.com, false",
        "pat@exa mple.com, false",
        "pat?bcc=x@example.com, false",
        "pat%0Abcc@example.com, false",
        "'\"pat\"@example.com', false",
        "'pat,sam@example.com', false",
        "'pat;x@example.com', false",
        "pat@example.com>, false",
        "pat@[127.0.0.1], false",
        "pät@example.com, false",
        "pat@exämple.com, false",
        ".pat@example.com, false",
        "pat:x@example.com, false"
    })
    void mailGoesToPlainAddressesOnly(String address, boolean usable) {
        assertThat(MailAddress.isUsable(address)).isEqualTo(usable);
        assertThat(MailAddress.isUsable(address + "\r\nBcc: x@example.com")).isFalse();
        assertThat(MailAddress.isUsable(address + "\n")).isFalse();
        assertThat(MailAddress.isUsable("x".repeat(250) + address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pat@cjsm.net, true",
        "pat@LAW.CJSM.NET, true",
        "pat@evilcjsm.net, false",
        "pat@cjsm.net.example.com, false",
        "cjsm.net@example.com, false"
    })
    void anAddressIsSecureByItsDomain(String address, boolean secure) {
        InvitationProperties properties =
                new InvitationProperties("surgery@ledger.example", null, List.of("cjsm.net"));

        assertThat(properties.isSecure(address)).isEqualTo(secure);
    }
}
