package org.engagementledger.api.calendars;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.engagementledger.api.calendar.ICalendar;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.query.calendar.ReadCalendar.BookingEntry;
import org.engagementledger.query.calendar.ReadCalendar.Feed;
import org.engagementledger.query.calendar.ReadCalendar.SessionEntry;
import org.engagementledger.query.calendar.ReadCalendar.TakenSlot;

/**
 * A calendar as a file (RFC 5545, published as RFC 5546 says): an entry for each session, with the
 * slots that are taken, or for each booking. References and times, and nobody's name. The same
 * entries make the same file.
 */
final class CalendarFile {

    static final String MEDIA_TYPE = "text/calendar;method=PUBLISH;charset=UTF-8";

    private static final String OURS = "@engagement-ledger";

    /** RFC 5546 wants one; nobody answers to what is only published. */
    private static final URI ORGANISER = URI.create("urn:engagement-ledger:surgeries");

    private static final Duration REFRESH = Duration.ofHours(1);

    private final Terms terms;

    CalendarFile(Terms terms) {
        this.terms = terms;
    }

    /** The file's bytes. */
    byte[] of(Feed feed) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Engagement Ledger//Calendars//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        String name = line(name(feed));
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        calendar.add(ICalendar.london());
        feed.sessions().forEach(session -> calendar.add(event(session)));
        feed.bookings().forEach(booking -> calendar.add(event(booking)));
        return ICalendar.written(calendar).getBytes(StandardCharsets.UTF_8);
    }

    private String name(Feed feed) {
        return switch (feed.kind()) {
            case COURT -> "Surgeries, " + court(feed.of());
            case LEAD -> "Surgeries of a lead";
            case FIRM -> "Surgery slots of a firm";
        };
    }

    private VEvent event(SessionEntry session) {
        String taken =
                session.taken().stream().map(CalendarFile::words).collect(Collectors.joining("\n"));
        VEvent event =
                event(
                        session.surgery(),
                        session.start(),
                        session.end(),
                        session.changedAt(),
                        "Surgery, %s (%s)".formatted(court(session.court()), words(session)),
                        session.court());
        if (!taken.isEmpty()) {
            event.add(new Description(taken));
        }
        if (session.slots() == 0) {
            event.add(ImmutableStatus.VEVENT_CANCELLED);
        }
        return event;
    }

    /** Whoever's calendar doesn't show that it is cancelled reads it. */
    private static String words(SessionEntry session) {
        return session.slots() == 0
                ? "cancelled: all of it is blocked"
                : "%d of %d slots taken".formatted(session.taken().size(), session.slots());
    }

    private static String words(TakenSlot slot) {
        LocalTime time = local(slot.start()).toLocalTime();
        return slot.named() ? time + " Engagement " + line(slot.engagement()) : time + " taken";
    }

    private VEvent event(BookingEntry booking) {
        return event(
                booking.engagement() + "-" + booking.meeting(),
                booking.start(),
                booking.end(),
                booking.bookedAt(),
                "Engagement " + booking.engagement(),
                booking.court());
    }

    private VEvent event(
            String id, Instant start, Instant end, Instant changed, String summary, String court) {
        VEvent event = new VEvent(false);
        event.add(new Uid(line(id) + OURS));
        event.add(new DtStamp(changed));
        event.add(new Organizer(ORGANISER));
        event.add(new LastModified(changed));
        event.add(new DtStart<>(local(start)));
        event.add(new DtEnd<>(local(end)));
        event.add(new Summary(line(summary)));
        event.add(new Location(line(court(court))));
        // Whoever looks into its reader's calendar sees a time that is taken, and no more.
        event.add(ImmutableClazz.PRIVATE);
        return event;
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(LondonTime.ZONE);
    }

    /** A court that isn't in scope any more has its code only. */
    private String court(String code) {
        return terms.court(code).map(Court::name).orElse(code);
    }

    /** On one line, whatever it holds; all else that means something in a calendar is escaped. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
    }
}
