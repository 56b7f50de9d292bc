package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.jspecify.annotations.Nullable;

/**
 * A court's surgery session and its slots, as somebody may see them.
 *
 * @param id the surgery's id
 * @param version the sequence number of the surgery's last event
 * @param court the court's OU code
 * @param start when it begins
 * @param end when it ends
 * @param london the start as people at the court say it
 * @param slotMinutes how long a slot is, in minutes
 * @param movedFrom when it was to begin before somebody moved it; null if nobody did
 * @param lead the login of the prosecutor who leads it; null if it isn't known
 * @param hosts who attends it for the authorities, as far as known
 * @param joinLink where it is joined: for staff, the court's contacts, and whoever has a slot in
 *     it; null if none is known, or the reader isn't one of them
 * @param slots in order of time
 */
public record Session(
        String id,
        long version,
        String court,
        Instant start,
        Instant end,
        String london,
        int slotMinutes,
        @Nullable Instant movedFrom,
        @Nullable String lead,
        List<SessionHost> hosts,
        @Nullable String joinLink,
        List<SessionSlot> slots) {

    public Session {
        hosts = List.copyOf(hosts);
        slots = List.copyOf(slots);
    }

    /**
     * Somebody who attends it for the authorities.
     *
     * @param login their login; null if they have none, or it isn't known
     * @param email where invitations go; null if that isn't known, or the reader may not know
     */
    public record SessionHost(
            HostRole role, @Nullable String login, @Nullable Personal<String> email) {

        /** What this reader may know of a host. */
        public static SessionHost of(Host host, Actor reader) {
            return new SessionHost(
                    host.role(),
                    host.login(),
                    ScheduleReaders.seeAddresses(reader.role()) ? host.email() : null);
        }

        /** The same with the address in another form, such as opened. */
        public SessionHost with(UnaryOperator<Personal<String>> form) {
            return new SessionHost(role, login, in(form, email));
        }
    }

    /**
     * One slot.
     *
     * @param start when it begins
     * @param end when it ends; the next begins then
     * @param london the start as people at the court say it
     * @param booking who has it; null if nobody has, or the reader may not know
     * @param reason why it is blocked, in words; null if it isn't, or the reader may not know
     */
    public record SessionSlot(
            Instant start,
            Instant end,
            String london,
            SlotState state,
            @Nullable SlotBooking booking,
            @Nullable Personal<String> reason) {}

    /** What is personal in it. */
    public Stream<Personal<String>> personal() {
        return Stream.concat(
                        hosts.stream().map(SessionHost::email),
                        slots.stream().map(SessionSlot::reason))
                .flatMap(Stream::ofNullable);
    }

    /** The same with what is personal in another form, such as opened. */
    public Session with(UnaryOperator<Personal<String>> form) {
        return new Session(
                id,
                version,
                court,
                start,
                end,
                london,
                slotMinutes,
                movedFrom,
                lead,
                hosts.stream().map(host -> host.with(form)).toList(),
                joinLink,
                slots.stream()
                        .map(
                                it ->
                                        new SessionSlot(
                                                it.start(),
                                                it.end(),
                                                it.london(),
                                                it.state(),
                                                it.booking(),
                                                in(form, it.reason())))
                        .toList());
    }

    private static @Nullable Personal<String> in(
            UnaryOperator<Personal<String>> form, @Nullable Personal<String> value) {
        return value == null ? null : form.apply(value);
    }
}
