package org.engagementledger.api.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.engagementledger.domain.casework.LondonTime;

/** What all calendar files have in common (RFC 5545). */
public final class ICalendar {

    /** In characters, where each is one octet; a line has 75 octets at most. */
    private static final int FOLD = 73;

    /** A character of the text can have three octets, or four if it counts as two. */
    private static final int FOLD_OTHERS = 24;

    private ICalendar() {}

    /** London's time since 1996: to the last Sundays of March and October, at 01:00 UTC. */
    public static VTimeZone london() {
        Standard winter =
                new Standard(
                        new PropertyList(
                                List.of(
                                        new TzName("GMT"),
                                        new DtStart<>(LocalDateTime.of(1996, 10, 27, 2, 0)),
                                        new TzOffsetFrom(ZoneOffset.ofHours(1)),
                                        new TzOffsetTo(ZoneOffset.ofHours(0)),
                                        new RRule<>("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))));
        Daylight summer =
                new Daylight(
                        new PropertyList(
                                List.of(
                                        new TzName("BST"),
                                        new DtStart<>(LocalDateTime.of(1996, 3, 31, 1, 0)),
                                        new TzOffsetFrom(ZoneOffset.ofHours(0)),
                                        new TzOffsetTo(ZoneOffset.ofHours(1)),
                                        new RRule<>("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"))));
        return new VTimeZone(
                new PropertyList(List.of(new TzId(LondonTime.ZONE.getId()))),
                new ComponentList<>(List.of(winter, summer)));
    }

    /** The file, its lines folded. */
    public static String written(Calendar calendar) {
        String whole = calendar.toString();
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(whole);
        StringWriter file = new StringWriter();
        try {
            new CalendarOutputter(false, ascii ? FOLD : FOLD_OTHERS).output(calendar, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }
}
