package org.engagementledger.query.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.query.schedule.Session.SessionHost;
import org.jspecify.annotations.Nullable;

/**
 * A court's programme, as somebody may see it; all in London local time.
 *
 * @param id the programme's id
 * @param version the sequence number of its last event
 * @param court the court's OU code
 * @param weekday on which day of the week there is a session
 * @param from when it begins
 * @param to when it ends
 * @param slotMinutes how long a slot is, in minutes
 * @param first the first day on which there can be a session
 * @param last the last such day; null while no end is in sight
 * @param weeks for how many weeks ahead sessions are scheduled
 * @param except days on which there is none, beside bank holidays
 * @param hosts who attends them for the authorities, as far as known
 * @param joinLink where they are joined; null if that isn't known
 */
public record CourtProgramme(
        String id,
        long version,
        String court,
        DayOfWeek weekday,
        LocalTime from,
        LocalTime to,
        int slotMinutes,
        LocalDate first,
        @Nullable LocalDate last,
        int weeks,
        List<LocalDate> except,
        List<SessionHost> hosts,
        @Nullable String joinLink) {

    public CourtProgramme {
        except = List.copyOf(except);
        hosts = List.copyOf(hosts);
    }

    /** What is personal in it. */
    public Stream<Personal<String>> personal() {
        return hosts.stream().map(SessionHost::email).flatMap(Stream::ofNullable);
    }

    /** The same with what is personal in another form, such as opened. */
    public CourtProgramme with(UnaryOperator<Personal<String>> form) {
        return new CourtProgramme(
                id,
                version,
                court,
                weekday,
                from,
                to,
                slotMinutes,
                first,
                last,
                weeks,
                except,
                hosts.stream().map(host -> host.with(form)).toList(),
                joinLink);
    }
}
