package org.engagementledger.api.calendars;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.query.Queries;
import org.engagementledger.query.calendar.ReadCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Calendars, read by whoever has their address. It is looked for by its hash alone, and one that
 * leads nowhere any more is answered as one that never did.
 */
@RestController
class CalendarReads {

    /** What is past for longer is of no use in a calendar; nothing is scheduled so far ahead. */
    private static final Period BACK = Period.ofWeeks(4);

    private static final Period AHEAD = Period.ofWeeks(26);

    private final Queries queries;
    private final CalendarFile file;
    private final Clock clock;

    CalendarReads(Queries queries, Terms terms, Clock clock) {
        this.queries = queries;
        this.file = new CalendarFile(terms);
        this.clock = clock;
    }

    /** The calendar as a file, unless the reader has the same already. */
    @GetMapping(path = Address.PATH, produces = CalendarFile.MEDIA_TYPE)
    ResponseEntity<byte[]> readCalendar(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known) {
        LocalDate today = LondonTime.dateOf(clock.instant());
        // Who asks for an address that leads nowhere isn't known, and was shown nothing.
        ReadCalendar.Feed feed =
                queries.askOn(
                                new ReadCalendar(
                                        new Address(secret).hash(),
                                        start(today.minus(BACK)),
                                        start(today.plus(AHEAD)),
                                        known == null
                                                ? null
                                                : known.replace("W/", "").replace("\"", "")))
                        .feed();
        if (feed == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such calendar.");
        }
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(feed.isKnown() ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag("\"" + feed.digest() + "\"")
                        .cacheControl(CacheControl.noCache().cachePrivate());
        return feed.isKnown()
                ? response.build()
                : response.header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"calendar.ics\"")
                        .body(file.of(feed));
    }

    private static Instant start(LocalDate day) {
        return LondonTime.startOf(day);
    }
}
