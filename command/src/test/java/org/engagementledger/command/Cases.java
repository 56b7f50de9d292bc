package org.engagementledger.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.Submit;
import org.engagementledger.domain.engagement.command.Triage;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.engagementledger.domain.engagement.detail.NewOffence;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.Requester;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.provenance.Provenance;

/** The case that the tests tell of; people and firms are made up. */
public final class Cases {

    /** Monday morning. */
    public static final Instant NOW = Instant.parse("2020-11-02T09:00:00Z");

    public static final String BROMLEY = "B01CN00";

    public static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "Bromley Magistrates' Court")), Duration.ZERO, 10);

    /** Thursday's session, and the next. */
    public static final SurgeryId SURGERY = new SurgeryId("B01CN00-2020-11-05T1500");

    public static final SurgeryId NEXT_SURGERY = new SurgeryId("B01CN00-2020-11-12T1500");

    public static final Instant START = Instant.parse("2020-11-05T15:00:00Z");
    public static final Instant NEXT_START = Instant.parse("2020-11-12T15:00:00Z");

    public static final Urn URN = new Urn("01ZD0303920");
    public static final FirmId FIRM = new FirmId("firm-specimen");
    public static final EngagementId ENGAGEMENT = new EngagementId("engagement-1");
    public static final ClaimId CLAIM = ClaimId.of(FIRM, URN, Stage.PRE_TRIAL);
    public static final DefendantId DEFENDANT = DefendantId.numbered(1);
    public static final OffenceId OFFENCE = OffenceId.numbered(1);
    public static final IssueId ISSUE = IssueId.numbered(1);

    private static final LocalDate HEARING = LocalDate.parse("2020-11-20");

    private Cases() {}

    /** Somebody in this role, over HTTP; the defence for {@link #FIRM}. */
    public static Provenance by(Role role) {
        FirmId firm = role == Role.DEFENCE_PRACTITIONER ? FIRM : null;
        return new Provenance(
                new Actor("login-" + role.name().charAt(0), role, firm), "http", "key-hash");
    }

    public static Provenance byDefence() {
        return by(Role.DEFENCE_PRACTITIONER);
    }

    public static Personal<String> personal(String text) {
        return Personal.known("engagement/1", text);
    }

    public static Note shared(String text) {
        return new Note(Visibility.SHARED, personal(text));
    }

    /** A request that breaks no rule. */
    public static Submit submit(EngagementId engagement) {
        return new Submit(
                engagement,
                false,
                new Contact(
                        personal("Ada Specimen"),
                        personal("ada@specimen.cjsm.net"),
                        personal("020 7946 0000")),
                URN.value(),
                BROMLEY,
                Stage.PRE_TRIAL,
                HEARING,
                true,
                List.of(
                        new NewDefendant(
                                personal("Dan Madeup"),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new NewOffence(personal("Theft from a shop"))))),
                List.of(new NewIssue(IssueCategory.WITNESSES, shared("Who is needed?"), null)),
                List.of());
    }

    /** The same from a litigant in person. */
    public static Submit submitInPerson(EngagementId engagement) {
        Submit request = submit(engagement);
        return new Submit(
                engagement,
                true,
                request.contact(),
                request.urn(),
                request.court(),
                request.stage(),
                request.hearingDate(),
                request.idpcReceived(),
                request.defendants(),
                request.issues(),
                request.notes());
    }

    /** What follows from {@link #submit}. */
    public static Submitted submitted(EngagementId engagement) {
        return new Submitted(
                engagement,
                NOW,
                new Requester(
                        FIRM,
                        personal("Ada Specimen"),
                        personal("ada@specimen.cjsm.net"),
                        true,
                        personal("020 7946 0000")),
                URN,
                BROMLEY,
                Stage.PRE_TRIAL,
                HEARING,
                false,
                List.of(
                        new Defendant(
                                DEFENDANT,
                                personal("Dan Madeup"),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Offence(OFFENCE, personal("Theft from a shop"))))),
                List.of(new Issue(ISSUE, IssueCategory.WITNESSES, shared("Who is needed?"), null)),
                List.of());
    }

    /** Its issue goes to a surgery. */
    public static Triage putForward(EngagementId engagement) {
        return new Triage(
                engagement, List.of(new Finding(ISSUE, FindingKind.PUT_FORWARD, null, null, null)));
    }

    /** Three hours of twenty minutes each. */
    public static Schedule schedule(SurgeryId surgery, Instant start) {
        return new Schedule(
                surgery,
                BROMLEY,
                start,
                start.plus(Duration.ofHours(3)),
                Duration.ofMinutes(20),
                Host.lead("login-D"),
                null,
                null);
    }

    public static BookSlot book(EngagementId engagement, SurgeryId surgery, Instant start) {
        return new BookSlot(engagement, surgery, start);
    }

    public static Slot slot(SurgeryId surgery, Instant start) {
        return new Slot(surgery, start, start.plus(Duration.ofMinutes(20)));
    }
}
