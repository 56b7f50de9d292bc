package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.TrialOutcome;
import org.engagementledger.domain.engagement.command.RecordOutcome;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.HearingRelisted;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** The hearing that the engagement prepares: listed for another day, and how it ends. */
final class Hearings {

    private Hearings() {}

    static Decision<EngagementEvent> relist(CaseFile file, RelistHearing c, Circumstances at) {
        LocalDate newDate = c.newDate();
        Checks checks = new Checks(at.actor());
        checks.required(newDate, "/newDate");
        if (newDate != null) {
            checks.refuseIf(newDate.isBefore(at.today()), HEARING_IN_PAST, "/newDate");
            checks.refuseIf(newDate.equals(file.hearingDate()), SAME_DATE, "/newDate");
        }
        checks.note(c.note(), "/note");
        return checks.then(
                () -> {
                    LocalDate date = People.known(newDate);
                    return List.of(
                            new HearingRelisted(
                                    file.id(),
                                    file.hearingDate(),
                                    date,
                                    at.now(),
                                    stranded(file, date, at),
                                    c.note()));
                });
    }

    /** The slot that is still to come, but no longer in time before the hearing. */
    static @Nullable Slot stranded(CaseFile file, LocalDate newDate, Circumstances at) {
        Instant deadline = at.terms().deadline(newDate);
        return file.booking()
                .filter(slot -> !Booking.hasBegun(slot, at) && !slot.start().isBefore(deadline))
                .orElse(null);
    }

    static Decision<EngagementEvent> end(CaseFile file, RecordOutcome c, Circumstances at) {
        Instant when = c.occurredAt() == null ? at.now() : c.occurredAt();
        ListingResult result = c.result();
        Checks checks = new Checks(at.actor());
        checks.required(result, "/result");
        if (result != null) {
            checks.refuseIf(
                    result.hearing() != file.hearingKind(),
                    OTHER_HEARING,
                    "/result",
                    Checks.words(result),
                    Checks.words(file.hearingKind()));
            checkCode(checks, result, c.code());
            checkDay(checks, file, result, when);
            checkNewDate(checks, file, result, c.newDate(), LondonTime.dateOf(when));
        }
        checks.occurred(
                when, file.listing().since(), "the hearing was listed for its day", at.now());
        checks.note(c.note(), "/note");
        return checks.then(
                () -> {
                    OutcomeRecorded outcome =
                            new OutcomeRecorded(
                                    file.id(),
                                    file.hearingDate(),
                                    People.known(result),
                                    c.code(),
                                    c.newDate(),
                                    c.newDate() == null ? null : stranded(file, c.newDate(), at),
                                    c.note(),
                                    when);
                    List<EngagementEvent> events = new ArrayList<>();
                    if (outcome.isFinal()) {
                        events.addAll(Booking.released(file, ReleaseReason.CASE_ENDED, at));
                    }
                    events.add(outcome);
                    return events;
                });
    }

    private static void checkCode(Checks checks, ListingResult result, @Nullable String code) {
        if (result.coded()) {
            checks.required(code, "/code");
            checks.refuseIf(
                    code != null && !Checks.isBlank(code) && !TrialOutcome.known(result, code),
                    CODE_UNKNOWN,
                    "/code",
                    Checks.words(result));
        } else {
            checks.refuseIf(code != null, CODE_NOT_TAKEN, "/code", Checks.words(result));
        }
    }

    private static void checkDay(Checks checks, CaseFile file, ListingResult result, Instant when) {
        LocalDate day = LondonTime.dateOf(when);
        LocalDate hearing = file.hearingDate();
        checks.refuseIf(
                result == ListingResult.VACATED && !day.isBefore(hearing),
                VACATED_BEFORE_THE_DAY,
                "/occurredAt",
                hearing);
        checks.refuseIf(
                !result.beforeTheDay() && day.isBefore(hearing),
                HEARING_NOT_REACHED,
                "/result",
                hearing);
    }

    private static void checkNewDate(
            Checks checks,
            CaseFile file,
            ListingResult result,
            @Nullable LocalDate newDate,
            LocalDate day) {
        checks.refuseIf(
                newDate == null && result.newDate() == ListingResult.NewDate.REQUIRED,
                NEW_DATE_REQUIRED,
                "/newDate",
                Checks.words(result));
        if (newDate != null) {
            checks.refuseIf(
                    result.newDate() == ListingResult.NewDate.NONE,
                    NEW_DATE_NOT_TAKEN,
                    "/newDate",
                    Checks.words(result));
            checks.refuseIf(
                    result != ListingResult.VACATED && !newDate.isAfter(file.hearingDate()),
                    NEW_DATE_NOT_LATER,
                    "/newDate",
                    file.hearingDate());
            checks.refuseIf(
                    result == ListingResult.VACATED && newDate.equals(file.hearingDate()),
                    SAME_DATE,
                    "/newDate");
            checks.refuseIf(newDate.isBefore(day), HEARING_IN_PAST, "/newDate");
        }
    }
}
