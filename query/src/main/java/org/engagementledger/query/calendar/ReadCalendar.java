package org.engagementledger.query.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is in the calendar whose address holds the secret with this hash? Whoever has the address
 * reads it with the rights of whoever opened it, narrowed to what it is a calendar of.
 *
 * @param hash SHA-256 of the secret, in hexadecimal
 * @param from the first instant of the time that is wanted
 * @param until the first instant after it
 * @param known the digest of what the reader has already; null if they have nothing
 */
public record ReadCalendar(String hash, Instant from, Instant until, @Nullable String known)
        implements Question<ReadCalendar.Seen> {

    /** As long as nobody knows whose the address is, nobody asks. */
    private static final Actor NOBODY = new Actor("calendar", Role.SYSTEM, null);

    /**
     * What the address leads to.
     *
     * @param feed null if it leads nowhere: it never did, or was revoked
     */
    public record Seen(@Nullable Feed feed) {}

    /**
     * A calendar.
     *
     * @param calendar its id
     * @param owner whoever opened it, as far as the calendar goes
     * @param of which one: a court's OU code, a lead's login, a firm's id
     * @param digest the same as long as the same is in it
     * @param isKnown whether the reader has it already: then nothing is told of it
     * @param sessions those of a court or a lead, in order of their start
     * @param bookings those of a firm, in order of their start
     */
    public record Feed(
            String calendar,
            Actor owner,
            CalendarKind kind,
            String of,
            String digest,
            boolean isKnown,
            List<SessionEntry> sessions,
            List<BookingEntry> bookings) {
        public Feed {
            sessions = List.copyOf(sessions);
            bookings = List.copyOf(bookings);
        }
    }

    /**
     * A session.
     *
     * @param court the court's OU code
     * @param slots how many of its slots aren't blocked; none of a session that isn't held
     * @param changedAt when the session or who has its slots last changed
     * @param taken its slots that aren't free, in order of time
     */
    public record SessionEntry(
            String surgery,
            String court,
            Instant start,
            Instant end,
            int slots,
            Instant changedAt,
            List<TakenSlot> taken) {
        public SessionEntry {
            taken = List.copyOf(taken);
        }
    }

    /**
     * A slot that isn't free.
     *
     * @param engagement the id of the one that has it
     * @param named whether whoever opened the calendar may be told which engagement has it
     */
    public record TakenSlot(Instant start, String engagement, boolean named) {}

    /**
     * A firm's booking.
     *
     * @param engagement the engagement's id
     * @param meeting the how manieth meeting of the engagement it is, from 1; a booking that moves
     *     stays the same
     * @param court the court's OU code
     * @param bookedAt when the slot was booked
     */
    public record BookingEntry(
            String engagement,
            int meeting,
            String court,
            Instant start,
            Instant end,
            Instant bookedAt) {}

    @Override
    public Actor reader() {
        return NOBODY;
    }

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    /** The calendar itself counts as shown, also if nothing is in it, or nothing new. */
    @Override
    public Access access(Seen answer) {
        Feed feed = answer.feed();
        if (feed == null) {
            return new Access(NOBODY, What.CALENDAR, null, Set.of(), 0);
        }
        return new Access(
                feed.owner(),
                What.CALENDAR,
                feed.calendar(),
                engagements(feed),
                1 + feed.sessions().size() + feed.bookings().size());
    }

    private static Set<String> engagements(Feed feed) {
        Set<String> engagements = new TreeSet<>();
        feed.sessions().stream()
                .flatMap(session -> session.taken().stream())
                .map(TakenSlot::engagement)
                .forEach(engagements::add);
        feed.bookings().stream().map(BookingEntry::engagement).forEach(engagements::add);
        return engagements;
    }
}
