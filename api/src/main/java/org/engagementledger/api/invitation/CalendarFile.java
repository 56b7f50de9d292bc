package org.engagementledger.api.invitation;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.engagementledger.api.calendar.ICalendar;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Part;

/** An invitation as a calendar takes it (RFC 5545, RFC 5546). */
final class CalendarFile {

    private CalendarFile() {}

    /** The file; the letter must be an invitation. */
    static String of(Letter letter) {
        Letter.Invitation invitation = letter.invitation();
        if (invitation == null) {
            throw new IllegalArgumentException("A reminder changes nothing in a calendar");
        }
        PropertyList head =
                new PropertyList(
                        List.of(
                                new ProdId("-//Engagement Ledger//Invitations//EN"),
                                ImmutableVersion.VERSION_2_0,
                                ImmutableCalScale.GREGORIAN,
                                isCancelled(invitation)
                                        ? ImmutableMethod.CANCEL
                                        : ImmutableMethod.REQUEST));
        return ICalendar.written(
                new Calendar(
                        head,
                        new ComponentList<>(
                                List.of(ICalendar.london(), meeting(letter, invitation)))));
    }

    private static VEvent meeting(Letter letter, Letter.Invitation invitation) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(invitation.uid()));
        properties.add(new DtStamp(letter.preparedAt()));
        properties.add(new Sequence(invitation.sequence()));
        properties.add(new DtStart<>(london(letter.appointment().slot().start())));
        properties.add(new DtEnd<>(london(letter.appointment().slot().end())));
        properties.add(new Summary(Wording.summary(letter)));
        properties.add(new Description(Wording.text(letter)));
        properties.add(
                isCancelled(invitation)
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        String link = OneLine.link(letter.appointment().joinLink());
        if (link != null && !isCancelled(invitation)) {
            properties.add(new Url(URI.create(link)));
        }
        properties.add(
                new Organizer(
                        new ParameterList(List.of(new Cn("Engagement surgery"))),
                        mailto(letter.organiser())));
        letter.attendees().forEach(attendee -> properties.add(attendee(attendee)));
        return new VEvent(new PropertyList(properties));
    }

    private static boolean isCancelled(Letter.Invitation invitation) {
        return invitation.method() == Method.CANCEL;
    }

    private static Attendee attendee(Letter.Attendee attendee) {
        return new Attendee(
                new ParameterList(List.of(role(attendee.part()), PartStat.NEEDS_ACTION, Rsvp.TRUE)),
                mailto(attendee.address()));
    }

    /** The meeting is between the lead and the defence; the others are to be had if needed. */
    private static Role role(Part part) {
        return switch (part) {
            case LEAD -> Role.CHAIR;
            case DEFENCE -> Role.REQ_PARTICIPANT;
            case HMCTS_CONTACT, POLICE_CONTACT, COORDINATOR -> Role.OPT_PARTICIPANT;
        };
    }

    private static URI mailto(String address) {
        return URI.create("mailto:" + address);
    }

    private static ZonedDateTime london(Instant instant) {
        return instant.atZone(LondonTime.ZONE);
    }
}
