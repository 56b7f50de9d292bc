package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.PleaRegister.Standing;
import org.engagementledger.domain.engagement.command.AgreePlea;
import org.engagementledger.domain.engagement.command.IndicatePlea;
import org.engagementledger.domain.engagement.command.OfferPlea;
import org.engagementledger.domain.engagement.command.RejectPlea;
import org.engagementledger.domain.engagement.command.WithdrawPleaOffer;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.PleaAgreed;
import org.engagementledger.domain.engagement.event.PleaIndicated;
import org.engagementledger.domain.engagement.event.PleaOfferWithdrawn;
import org.engagementledger.domain.engagement.event.PleaOffered;
import org.engagementledger.domain.engagement.event.PleaRejected;
import org.jspecify.annotations.Nullable;

/**
 * Pleas between the parties, per defendant and offence. Nothing is edited: the later event tells
 * the later story.
 */
final class Pleas {

    private Pleas() {}

    static Decision<EngagementEvent> offer(CaseFile file, OfferPlea c, Circumstances at) {
        Instant when = when(c.occurredAt(), at);
        return proposed(file, c.defendant(), c.offence(), c.plea(), c.basis(), when, at)
                .then(
                        () ->
                                List.of(
                                        new PleaOffered(
                                                file.id(),
                                                next(file),
                                                c.defendant(),
                                                c.offence(),
                                                People.known(c.plea()),
                                                c.basis(),
                                                when)));
    }

    static Decision<EngagementEvent> indicate(CaseFile file, IndicatePlea c, Circumstances at) {
        Instant when = when(c.occurredAt(), at);
        return proposed(file, c.defendant(), c.offence(), c.plea(), c.basis(), when, at)
                .then(
                        () ->
                                List.of(
                                        new PleaIndicated(
                                                file.id(),
                                                next(file),
                                                c.defendant(),
                                                c.offence(),
                                                People.known(c.plea()),
                                                c.basis(),
                                                when)));
    }

    static Decision<EngagementEvent> withdraw(
            CaseFile file, WithdrawPleaOffer c, Circumstances at) {
        Instant when = when(c.occurredAt(), at);
        Checks checks = new Checks(at.actor());
        checkOffer(checks, file, c.plea(), when, at, PleaStatus.OFFERED, PleaStatus.AGREED);
        checks.note(c.reason(), "/reason");
        return checks.then(
                () -> List.of(new PleaOfferWithdrawn(file.id(), c.plea(), c.reason(), when)));
    }

    static Decision<EngagementEvent> reject(CaseFile file, RejectPlea c, Circumstances at) {
        Instant when = when(c.occurredAt(), at);
        Checks checks = new Checks(at.actor());
        checkOffer(checks, file, c.plea(), when, at, PleaStatus.OFFERED);
        checks.refuseIf(c.reason() == null, REASON_REQUIRED, "/reason");
        checks.note(c.reason(), "/reason");
        return checks.then(
                () ->
                        List.of(
                                new PleaRejected(
                                        file.id(), c.plea(), People.known(c.reason()), when)));
    }

    static Decision<EngagementEvent> agree(CaseFile file, AgreePlea c, Circumstances at) {
        Instant when = when(c.occurredAt(), at);
        Checks checks = new Checks(at.actor());
        checkOffer(checks, file, c.plea(), when, at, PleaStatus.OFFERED);
        checks.required(c.victimsViews(), "/victimsViews");
        if (c.victimsViews() != null) {
            checks.refuseIf(
                    c.victimsViews().visibility() != Visibility.PROSECUTION_ONLY,
                    MUST_STAY_WITH_PROSECUTION,
                    "/victimsViews/visibility");
            checks.prosecutionNote(c.victimsViews().note(), "/victimsViews/note");
        }
        checks.note(c.note(), "/note");
        return checks.then(
                () ->
                        List.of(
                                new PleaAgreed(
                                        file.id(),
                                        c.plea(),
                                        at.actor().id(),
                                        People.known(c.victimsViews()),
                                        c.note(),
                                        when)));
    }

    private static Checks proposed(
            CaseFile file,
            DefendantId defendant,
            OffenceId offence,
            @Nullable Plea plea,
            @Nullable Note basis,
            Instant when,
            Circumstances at) {
        Checks checks = new Checks(at.actor());
        file.charges().check(checks, defendant, offence);
        checks.required(plea, "/plea");
        if (plea != null) {
            checks.refuseIf(!plea.offerable(), ONLY_A_COURT_RECORDS, "/plea", Checks.words(plea));
            checks.refuseIf(
                    plea.needsBasis() && basis == null,
                    BASIS_REQUIRED,
                    "/basis",
                    Checks.words(plea));
        }
        checks.sharedNote(basis, "/basis");
        checks.occurred(when, file.receivedAt(), "the request was received", at.now());
        return checks;
    }

    private static void checkOffer(
            Checks checks,
            CaseFile file,
            PleaId plea,
            Instant when,
            Circumstances at,
            PleaStatus... open) {
        Optional<Standing> standing = file.pleas().standing(plea);
        checks.refuseIf(standing.isEmpty(), PLEA_UNKNOWN, "/plea");
        standing.ifPresent(
                s -> {
                    if (s.status() == PleaStatus.INDICATED) {
                        checks.refuseIf(true, NOT_AN_OFFER, "/plea", plea);
                    } else {
                        checks.refuseIf(
                                !List.of(open).contains(s.status()),
                                PLEA_NOT_PENDING,
                                "/plea",
                                plea,
                                Checks.words(s.status()));
                        checks.occurred(when, s.since(), "what it answers", at.now());
                    }
                });
    }

    private static Instant when(@Nullable Instant said, Circumstances at) {
        return said == null ? at.now() : said;
    }

    private static PleaId next(CaseFile file) {
        return PleaId.numbered(file.numbering().pleas() + 1);
    }
}
