package org.engagementledger.api.demo.pilot;

import static org.engagementledger.domain.casework.Visibility.DEFENCE_ONLY;
import static org.engagementledger.domain.casework.Visibility.PROSECUTION_ONLY;
import static org.engagementledger.domain.casework.Visibility.SHARED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.engagementledger.api.demo.pilot.MadeUp.Charge;
import org.engagementledger.api.demo.pilot.MadeUp.Topic;
import org.engagementledger.api.demo.pilot.Story.Ending;
import org.engagementledger.api.demo.pilot.Story.Meeting;
import org.engagementledger.api.demo.pilot.Story.Twist;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.command.Resolve.Settled;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Tells a case's story command by command. What chance adds depends on the case alone, not on when
 * or beside which others it is told.
 */
final class CaseScript {

    /** The last evening of the play. */
    private static final LocalTime LATE = LocalTime.of(20, 0);

    private static final LocalTime BEFORE_COURT = LocalTime.of(9, 30);
    private static final int LAST_DAY = Sessions.workingDay(Sessions.WEEKS - 1);

    /** At least so many office minutes lie between two moves. */
    private static final int GAP = 6;

    private final Outline outline;
    private final Story story;
    private final Cast cast;
    private final EngagementId id;
    private final Random random;
    private final MadeUp madeUp;
    private final Charge charge;
    private final List<Topic> topics;

    /** What a surgery is to discuss. */
    private final List<IssueId> discussable = new ArrayList<>();

    /** What nobody has found on yet, when the play has come so far. */
    private final Set<IssueId> untriaged = new HashSet<>();

    private final List<Move> moves = new ArrayList<>();
    private final List<Step> waiting = new ArrayList<>();

    private Actor defence;
    private LocalDate hearing;
    private int named;
    private int issues;
    private int pleas;
    private boolean offeredEarly;

    /** A move whose time is to be found, among others; or soon after the one before it. */
    private record Step(
            Actor actor, Move.Asking asking, @Nullable Rule refusal, boolean soonAfter) {}

    private CaseScript(Outline outline) {
        this.outline = outline;
        this.story = outline.story();
        this.cast = outline.cast();
        this.id = outline.engagement();
        this.random = cast.random("case " + outline.number());
        this.madeUp = new MadeUp(random);
        this.charge = madeUp.charge();
        this.hearing = outline.hearing();
        this.defence = outline.firm() == null ? cast.coordinator() : outline.firm().practitioner();
        this.topics = topics();
    }

    /** What is asked of the case, in the order of time. */
    static List<Move> of(Outline outline) {
        CaseScript script = new CaseScript(outline);
        script.submission();
        script.untilTheLastMeeting();
        script.afterwards();
        script.escalation();
        return script.moves;
    }

    /** As the ledger does by itself: it looks after the usual time, and finds that all is done. */
    private void escalation() {
        Instant since = outline.submittedAt();
        Instant due = WorkingDays.MONDAY_TO_FRIDAY.after(since, Terms.TRIAGE_LIMIT);
        if (due.isBefore(PilotPlay.END)) {
            moves.add(
                    new Move(
                            due,
                            Cast.TRIAGE_IN_TIME,
                            (version, diary) ->
                                    untriaged.isEmpty()
                                            ? Optional.empty()
                                            : Optional.of(new EscalateTriage(id, 0, since)),
                            null));
            moves.sort(Comparator.comparing(Move::at));
        }
    }

    private List<Topic> topics() {
        boolean parts =
                story.triage() == Story.Triage.ANSWERED_IN_PARTS
                        || story.triage() == Story.Triage.PARTLY;
        int count = parts ? 2 + random.nextInt(2) : 1 + random.nextInt(3);
        boolean plea = story.pleas() != Story.Pleas.NONE;
        return IntStream.range(0, count).mapToObj(i -> madeUp.topic(plea && i == 0)).toList();
    }

    // The request

    private void submission() {
        Submit request = request(id);
        moves.add(new Move(outline.submittedAt(), defence, always(request), null));
        if (outline.firm() != null && outline.number() % 40 == 7) {
            // Sent twice, as impatient people do.
            Instant again = outline.submittedAt().plus(seconds(90, 240));
            Submit twice = request(cast.engagement(-outline.number()));
            moves.add(new Move(again, defence, always(twice), Rule.ALREADY_ENGAGED));
        }
        if (random.nextInt(100) < 12) {
            later(defence, this::amendment);
        }
    }

    private Submit request(EngagementId engagement) {
        named++;
        List<NewDefendant> defendants = new ArrayList<>();
        int several = random.nextInt(100) < 8 ? 2 : 1;
        for (int i = 0; i < several; i++) {
            defendants.add(defendant(i));
        }
        List<NewIssue> raised =
                topics.stream()
                        .map(
                                topic ->
                                        new NewIssue(
                                                topic.category(),
                                                note(SHARED, topic.matter()),
                                                random.nextBoolean()
                                                        ? note(SHARED, topic.sought())
                                                        : null))
                        .toList();
        issues = raised.size();
        untriaged.addAll(allIssues());
        return new Submit(
                engagement,
                outline.firm() == null,
                outline.firm() == null
                        ? inPerson(known(defendants.getFirst().name()))
                        : contact(outline.firm()),
                cast.urn(outline.number()),
                cast.courts().get(outline.court()).ouCode(),
                story.stage(),
                hearing,
                story.stage() == Stage.PRE_FIRST_HEARING,
                defendants,
                raised,
                outline.firm() != null && random.nextInt(100) < 20
                        ? List.of(note(DEFENCE_ONLY, "Instructions are to be confirmed."))
                        : List.of());
    }

    private NewDefendant defendant(int which) {
        String person = "defendants/" + which;
        boolean child = random.nextInt(100) < 9;
        LocalDate born =
                OfficeHours.FIRST_DAY
                        .minusYears(child ? 15 + random.nextInt(2) : 19 + random.nextInt(45))
                        .minusDays(random.nextInt(300));
        boolean custody = !child && random.nextInt(100) < 18;
        List<NewOffence> offences = new ArrayList<>();
        offences.add(new NewOffence(words(which == 0 ? charge.title() : madeUp.charge().title())));
        if (random.nextInt(100) < 20) {
            offences.add(new NewOffence(words(madeUp.charge().title())));
        }
        return new NewDefendant(
                about(person, madeUp.name()),
                child || random.nextInt(100) < 60 ? about(person, born) : null,
                custody ? CustodyStatus.CUSTODY : CustodyStatus.BAIL,
                custody ? outline.hearing().plusDays(14L + random.nextInt(28)) : null,
                needs(),
                offences);
    }

    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        if (random.nextInt(100) < 14) {
            needs.add(Need.MENTAL_HEALTH);
        }
        if (random.nextInt(100) < 6) {
            needs.add(Need.NEURODIVERGENCE);
        }
        if (random.nextInt(100) < 10) {
            needs.add(Need.INTERPRETER);
        }
        return needs;
    }

    private Contact contact(Firm firm) {
        String name = madeUp.name();
        String domain = firm.name() + (random.nextInt(100) < 90 ? ".cjsm.net" : ".example");
        return new Contact(
                about("requester", name),
                about("requester", MadeUp.email(name, domain)),
                about("requester", madeUp.telephone()));
    }

    private Contact inPerson(String name) {
        return new Contact(about("requester", name), null, about("requester", madeUp.telephone()));
    }

    private EngagementCommand amendment() {
        boolean custodyChanges = random.nextInt(3) == 0;
        return new Amend(
                id,
                null,
                List.of(),
                custodyChanges
                        ? List.of(
                                new NewDefendantDetails(
                                        DefendantId.numbered(1),
                                        CustodyStatus.BAIL,
                                        null,
                                        needs(),
                                        List.of()))
                        : List.of(),
                List.of(),
                List.of(),
                custodyChanges
                        ? List.of()
                        : List.of(note(SHARED, "A fuller note of the defence case is attached.")));
    }

    // Up to the last meeting

    private void untilTheLastMeeting() {
        List<Slot> slots = outline.slots();
        if (!slots.isEmpty() && outline.number() % 25 == 4) {
            later(defence, this::bookFirst, Rule.NOTHING_PUT_FORWARD);
        }
        triage();
        switch (story.meeting()) {
            case NONE, CORRESPONDENCE -> spread(endOfTriage());
            case HELD -> {
                book(0);
                offerEarly();
                spread(Sessions.startOf(slots.get(0)));
                hold(0, false);
            }
            case MOVED -> {
                book(0);
                book(1);
                offerEarly();
                spread(Sessions.startOf(slots.get(0)));
                hold(1, false);
            }
            case CANCELLED, CANCELLED_AND_SETTLED -> {
                book(0);
                cancel(defence, "The slot isn't needed any more.");
                spread(Sessions.startOf(slots.get(0)));
            }
            case MISSED_BY_DEFENCE -> missedAndHeld(Party.DEFENCE);
            case MISSED_BY_OTHERS -> missedAndHeld(others());
            case MISSED_FOR_GOOD -> {
                book(0);
                spread(Sessions.startOf(slots.get(0)));
                miss(0, Party.DEFENCE);
            }
            case WITHDRAWN_BEFORE -> {
                book(0);
                withdraw();
                spread(Sessions.startOf(slots.get(0)));
            }
            case SETTLED_BEFORE -> {
                book(0);
                settle();
                spread(Sessions.startOf(slots.get(0)));
            }
            case ENDED_BEFORE -> {
                book(0);
                outcomeWhen(ListingResult.DISCONTINUED);
                spread(Sessions.startOf(slots.get(0)));
            }
            case MISSED_IN_ERROR -> {
                book(0);
                spread(Sessions.startOf(slots.get(0)));
                Instant missed = miss(0, Party.DEFENCE);
                Instant corrected = missed.plus(seconds(120, 400));
                correct(corrected, "They had come: it was recorded for the wrong case.");
                hold(corrected.plus(seconds(600, 1_500)), 0, false);
            }
            case STRANDED -> {
                book(0);
                bringForward();
                book(1);
                spread(Sessions.startOf(slots.get(1)));
                hold(1, false);
            }
            case TWICE -> {
                book(0);
                spread(Sessions.startOf(slots.get(0)));
                hold(0, true);
                book(1);
                spread(Sessions.startOf(slots.get(1)));
                hold(1, false);
            }
            case LEAD_ILL -> {
                book(0);
                spread(Sessions.startOf(slots.get(0)).minus(Duration.ofHours(5)));
                leadFallsIll();
                book(1);
                spread(Sessions.startOf(slots.get(1)));
                hold(1, false);
            }
        }
    }

    private void triage() {
        List<IssueId> all = allIssues();
        List<IssueId> first = all.subList(0, 1);
        List<IssueId> rest = all.subList(1, all.size());
        switch (story.triage()) {
            case NOT_YET -> {}
            case PARTLY -> find(first, FindingKind.ANSWERED);
            case INFORMATION_OUTSTANDING -> informationRequest();
            case ANSWERED -> find(all, FindingKind.ANSWERED);
            case ANSWERED_IN_PARTS -> {
                find(first, FindingKind.ANSWERED);
                find(rest, FindingKind.ANSWERED);
            }
            case ANSWERED_AFTER_INFORMATION -> {
                information();
                find(all, FindingKind.ANSWERED);
            }
            case OUT_OF_SCOPE -> find(all, FindingKind.OUT_OF_SCOPE);
            case PUT_FORWARD -> {
                int how = random.nextInt(100);
                if (how < 15) {
                    information();
                }
                if (how > 70 && !rest.isEmpty()) {
                    find(rest, FindingKind.ANSWERED);
                    find(first, FindingKind.PUT_FORWARD);
                } else {
                    find(all, FindingKind.PUT_FORWARD);
                }
            }
        }
    }

    private void information() {
        informationRequest();
        later(defence, () -> informed(note(SHARED, "The name is on page 3 of the bundle.")));
    }

    private void informationRequest() {
        LocalDate due = hearing;
        later(
                cast.triage(),
                () ->
                        new RequestInformation(
                                id,
                                Party.DEFENCE,
                                note(SHARED, "Which passage of the interview is meant?"),
                                note(SHARED, "The request can't be answered without it."),
                                due));
    }

    private EngagementCommand informed(Note answer) {
        return new Amend(
                id,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new InformationGiven(RequestId.numbered(1), answer)),
                List.of());
    }

    private void find(List<IssueId> found, FindingKind kind) {
        if (kind == FindingKind.PUT_FORWARD) {
            discussable.addAll(found);
        }
        later(
                cast.triage(),
                () -> {
                    found.forEach(untriaged::remove);
                    return new Triage(
                            id, found.stream().map(issue -> finding(issue, kind)).toList());
                });
    }

    private Finding finding(IssueId issue, FindingKind kind) {
        int number = Integer.parseInt(issue.value().substring(1)) - 1;
        Topic topic = topics.get(Math.min(number, topics.size() - 1));
        return new Finding(
                issue,
                kind,
                kind == FindingKind.ANSWERED ? note(SHARED, topic.answer()) : null,
                switch (kind) {
                    case ANSWERED -> null;
                    case PUT_FORWARD -> note(SHARED, "This needs to be talked about.");
                    case OUT_OF_SCOPE -> note(SHARED, "This is for the court to decide.");
                },
                random.nextInt(100) < 40 ? note(PROSECUTION_ONLY, topic.thought()) : null);
    }

    private Instant endOfTriage() {
        boolean asks =
                story.triage() == Story.Triage.ANSWERED_AFTER_INFORMATION
                        || story.triage() == Story.Triage.PUT_FORWARD;
        long took = asks ? 1_000 + random.nextInt(300) : 400 + random.nextInt(500);
        return OfficeHours.at(
                Math.min(
                        OfficeHours.passed(outline.submittedAt()) + took,
                        LAST_DAY * OfficeHours.DAY + OfficeHours.DAY - 1L));
    }

    private void book(int which) {
        Slot slot = outline.slots().get(which);
        int chance = random.nextInt(100);
        Actor who = outline.firm() != null && chance < 25 ? cast.triage() : defence;
        boolean wantsAnother = outline.number() % 7 == 3 && story.meeting() != Meeting.STRANDED;
        if (wantsAnother) {
            waiting.add(
                    new Step(
                            who,
                            (version, diary) ->
                                    diary.taken(slot.surgery())
                                            .map(start -> new BookSlot(id, slot.surgery(), start)),
                            Rule.SLOT_TAKEN,
                            false));
        }
        BookSlot booking = new BookSlot(id, slot.surgery(), slot.start());
        waiting.add(new Step(who, always(booking), null, wantsAnother));
    }

    private EngagementCommand bookFirst() {
        Slot slot = outline.slots().getFirst();
        return new BookSlot(id, slot.surgery(), slot.start());
    }

    private void cancel(Actor who, String why) {
        later(who, () -> new CancelBooking(id, note(SHARED, why)));
    }

    private void hold(int which, boolean disputed) {
        hold(outline.slots().get(which).start().plus(seconds(700, 2_400)), which, disputed);
    }

    private void hold(Instant recorded, int which, boolean disputed) {
        Slot slot = outline.slots().get(which);
        Instant began = slot.start().plus(seconds(0, 180));
        List<MeetingOutcome> outcomes = new ArrayList<>();
        for (IssueId issue : List.copyOf(discussable)) {
            MeetingResult result = disputed ? MeetingResult.DISPUTED : result();
            outcomes.add(new MeetingOutcome(issue, result, outcomeNote(result)));
            if (result == MeetingResult.AGREED) {
                discussable.remove(issue);
            }
        }
        boolean inPerson = defence.firm() == null;
        at(
                recorded,
                cast.lead(),
                () ->
                        new HoldMeeting(
                                id,
                                began,
                                attendees(inPerson),
                                outcomes,
                                actions(LondonTime.dateOf(slot.start())),
                                List.of()));
    }

    private MeetingResult result() {
        int chance = random.nextInt(100);
        if (chance < 60 || story.meeting() == Meeting.TWICE) {
            return MeetingResult.AGREED;
        }
        return chance < 80 ? MeetingResult.NARROWED : MeetingResult.DISPUTED;
    }

    private @Nullable Note outcomeNote(MeetingResult result) {
        return switch (result) {
            case AGREED -> null;
            case NARROWED -> note(SHARED, "One point is left for the court.");
            case DISPUTED -> note(SHARED, "Both sides have said why.");
        };
    }

    private List<Attendee> attendees(boolean inPerson) {
        List<Attendee> attendees = new ArrayList<>();
        named++;
        boolean adviser = random.nextInt(100) < 20;
        attend(
                attendees,
                adviser
                        ? AttendeeRole.LEGAL_ADVISER_WITH_DEVOLVED_AUTHORITY
                        : AttendeeRole.LEAD_DISTRICT_CROWN_PROSECUTOR,
                adviser ? madeUp.name() : "Alex Lead");
        attend(
                attendees,
                inPerson ? AttendeeRole.DEFENDANT_IN_PERSON : AttendeeRole.DEFENCE_PRACTITIONER,
                madeUp.name());
        if (random.nextInt(100) < 30) {
            attend(attendees, AttendeeRole.HMCTS_CONTACT, madeUp.name());
        }
        if (random.nextInt(100) < 20) {
            attend(attendees, AttendeeRole.POLICE_CONTACT, madeUp.name());
        }
        return attendees;
    }

    private void attend(List<Attendee> attendees, AttendeeRole role, String name) {
        attendees.add(new Attendee(role, about("attendees/" + attendees.size(), name)));
    }

    private List<ActionPoint> actions(LocalDate day) {
        return random.nextInt(100) < 50
                ? List.of(
                        new ActionPoint(
                                random.nextBoolean() ? Party.DEFENCE : Party.PROSECUTION,
                                note(SHARED, "Put in writing what was agreed."),
                                day.plusDays(1L + random.nextInt(6))))
                : List.of();
    }

    private void missedAndHeld(Party... missedBy) {
        book(0);
        spread(Sessions.startOf(outline.slots().get(0)));
        miss(0, missedBy);
        book(1);
        spread(Sessions.startOf(outline.slots().get(1)));
        hold(1, false);
    }

    private Party[] others() {
        return switch (outline.court()) {
            case 0 -> new Party[] {Party.POLICE};
            case 1 -> new Party[] {Party.HMCTS};
            default -> new Party[] {Party.DEFENCE, Party.PROSECUTION};
        };
    }

    private Instant miss(int which, Party... missedBy) {
        Instant recorded = outline.slots().get(which).start().plus(seconds(660, 1_140));
        Actor who = random.nextBoolean() ? cast.lead() : cast.coordinator();
        at(recorded, who, () -> new MissMeeting(id, List.of(missedBy), null));
        return recorded;
    }

    /** The first who waits finds nobody there; the others are told before their slot begins. */
    private void leadFallsIll() {
        Slot slot = outline.slots().get(0);
        Instant session = Sessions.startOf(slot);
        String why = "The lead has fallen ill; the session can't be held.";
        if (slot.start().equals(session)) {
            at(
                    session.plus(seconds(660, 720)),
                    cast.coordinator(),
                    () -> new MissMeeting(id, List.of(Party.PROSECUTION), note(SHARED, why)));
        } else {
            at(
                    session.plus(seconds(780, 1_140)),
                    cast.coordinator(),
                    () -> new CancelBooking(id, note(SHARED, why)));
        }
    }

    private void bringForward() {
        int early = OfficeHours.workingDay(LondonTime.dateOf(outline.slots().get(1).start()));
        int late = OfficeHours.workingDay(LondonTime.dateOf(outline.slots().get(0).start()));
        int from = early + 2;
        relist(OfficeHours.date(from + random.nextInt(Math.min(late, LAST_DAY) - from + 1)));
    }

    // Afterwards

    private void afterwards() {
        switch (story.twist()) {
            case NONE, IN_PERSON, OUTCOME_IN_ERROR -> {}
            case RELISTED -> relist(hearing.plusDays(7L * (1 + random.nextInt(3))));
            case NEW_ISSUE -> newIssue();
            case TRANSFERRED -> transfer(anotherFirm());
            case TRANSFERRED_TO_IN_PERSON -> transfer(null);
            case WITHDRAWN -> withdraw();
        }
        if (story.meeting() == Meeting.CORRESPONDENCE
                || story.meeting() == Meeting.CANCELLED_AND_SETTLED) {
            settle();
        }
        pleas();
        if (story.meeting() == Meeting.ENDED_BEFORE) {
            return;
        }
        Optional<ListingResult> result = story.ending().result();
        if (result.isEmpty()) {
            spread(stillOpen());
        } else if (result.get() == ListingResult.VACATED) {
            outcomeWhen(result.get());
            spread(OfficeHours.at(OfficeHours.passed(LondonTime.startOf(hearing)) - 10));
        } else {
            spread(onTheDay(BEFORE_COURT));
            ends(result.get());
        }
    }

    private Instant onTheDay(LocalTime time) {
        return hearing.atTime(time).atZone(LondonTime.ZONE).toInstant();
    }

    private Instant stillOpen() {
        Instant lastEvening =
                OfficeHours.date(LAST_DAY).atTime(LATE).atZone(LondonTime.ZONE).toInstant();
        Instant soon = OfficeHours.at(OfficeHours.passed(last()) + 500 + random.nextInt(1_500));
        return soon.isBefore(lastEvening) ? soon : lastEvening;
    }

    private void newIssue() {
        issues++;
        IssueId raised = IssueId.numbered(issues);
        Topic topic = madeUp.topic(false);
        later(
                defence,
                () ->
                        new Amend(
                                id,
                                null,
                                List.of(),
                                List.of(),
                                List.of(
                                        new NewIssue(
                                                topic.category(),
                                                note(SHARED, topic.matter()),
                                                null)),
                                List.of(),
                                List.of()));
        find(List.of(raised), FindingKind.ANSWERED);
    }

    private Firm anotherFirm() {
        return madeUp.one(
                cast.firms().stream().filter(firm -> !firm.equals(outline.firm())).toList());
    }

    private void transfer(@Nullable Firm firm) {
        named++;
        Contact contact = firm == null ? inPerson(madeUp.name()) : contact(firm);
        later(
                cast.coordinator(),
                () ->
                        new TransferRepresentation(
                                id, firm == null ? null : firm.practitioner().firm(), contact));
        defence = firm == null ? cast.coordinator() : firm.practitioner();
    }

    private void withdraw() {
        WithdrawalReason reason = madeUp.one(List.of(WithdrawalReason.values()));
        later(
                defence,
                () -> {
                    untriaged.clear();
                    return new Withdraw(id, reason, null);
                });
    }

    /** Everything that is left is settled between the parties. */
    private void settle() {
        List<Settled> settled =
                discussable.stream()
                        .map(issue -> new Settled(issue, note(SHARED, "Settled by telephone.")))
                        .toList();
        discussable.clear();
        later(random.nextBoolean() ? cast.triage() : cast.lead(), () -> new Resolve(id, settled));
    }

    private void relist(LocalDate date) {
        hearing = date;
        later(
                random.nextBoolean() ? cast.triage() : cast.coordinator(),
                () ->
                        new RelistHearing(
                                id, date, note(SHARED, "The court has moved the hearing.")));
    }

    private void offerEarly() {
        boolean possible =
                switch (story.pleas()) {
                    case PENDING, AGREED, REJECTED, AGREED_THEN_WITHDRAWN, REJECTED_IN_ERROR ->
                            true;
                    default -> false;
                };
        if (possible && random.nextInt(100) < 40) {
            offer(known(story.plea()));
            offeredEarly = true;
        }
    }

    private void pleas() {
        Plea plea = story.plea();
        if (plea == null) {
            return;
        }
        switch (story.pleas()) {
            case NONE -> {}
            case PENDING -> offerUnlessEarly(plea);
            case AGREED -> {
                offerUnlessEarly(plea);
                agree();
            }
            case REJECTED -> {
                offerUnlessEarly(plea);
                reject();
            }
            case WITHDRAWN -> {
                offer(plea);
                withdrawOffer();
            }
            case AGREED_THEN_WITHDRAWN -> {
                offerUnlessEarly(plea);
                agree();
                withdrawOffer();
            }
            case REJECTED_THEN_AGREED -> {
                offer(Plea.GUILTY_ON_A_BASIS);
                reject();
                offer(plea);
                agree();
            }
            case INDICATED -> indicate(plea);
            case INDICATED_THEN_AGREED -> {
                indicate(plea);
                offer(plea);
                agree();
            }
            case REJECTED_IN_ERROR -> {
                offerUnlessEarly(plea);
                reject();
                waiting.add(
                        new Step(
                                cast.coordinator(),
                                (version, diary) ->
                                        Optional.of(
                                                correction(
                                                        version,
                                                        "The rejection was another case's.")),
                                null,
                                true));
                agree();
            }
        }
    }

    private void offerUnlessEarly(Plea plea) {
        if (!offeredEarly) {
            offer(plea);
        }
    }

    private void offer(Plea plea) {
        pleas++;
        Note basis = basis(plea);
        later(
                defence,
                () ->
                        new OfferPlea(
                                id,
                                DefendantId.numbered(1),
                                OffenceId.numbered(1),
                                plea,
                                basis,
                                null));
    }

    private void indicate(Plea plea) {
        pleas++;
        Note basis = basis(plea);
        later(
                cast.lead(),
                () ->
                        new IndicatePlea(
                                id,
                                DefendantId.numbered(1),
                                OffenceId.numbered(1),
                                plea,
                                basis,
                                null));
    }

    private @Nullable Note basis(Plea plea) {
        return plea.needsBasis() ? note(SHARED, MadeUp.basis(plea, charge)) : null;
    }

    private void agree() {
        PleaId plea = PleaId.numbered(pleas);
        Consideration consideration = madeUp.one(List.of(Consideration.values()));
        later(
                cast.lead(),
                () ->
                        new AgreePlea(
                                id,
                                plea,
                                new VictimsViews(
                                        consideration,
                                        consideration == Consideration.CONSIDERED
                                                ? note(PROSECUTION_ONLY, "Content with the course.")
                                                : null),
                                null,
                                null));
    }

    private void reject() {
        PleaId plea = PleaId.numbered(pleas);
        later(
                cast.lead(),
                () -> new RejectPlea(id, plea, note(SHARED, "The evidence goes further."), null));
    }

    private void withdrawOffer() {
        PleaId plea = PleaId.numbered(pleas);
        later(
                defence,
                () -> new WithdrawPleaOffer(id, plea, note(SHARED, "Instructions changed."), null));
    }

    // How it ends

    /** Recorded in its turn, without having to wait for the day. */
    private void outcomeWhen(ListingResult result) {
        later(cast.lead(), () -> outcome(result, null));
    }

    /** Recorded on the hearing's day, soon after it ended. */
    private void ends(ListingResult result) {
        Instant ended = onTheDay(LocalTime.of(10, 0)).plus(seconds(0, 18_000));
        Instant recorded = ended.plus(seconds(600, 5_400));
        if (story.twist() == Twist.OUTCOME_IN_ERROR) {
            at(
                    recorded,
                    cast.lead(),
                    () -> new RecordOutcome(id, ListingResult.EFFECTIVE, null, null, null, ended));
            Instant corrected = recorded.plus(seconds(300, 900));
            correct(corrected, "That was the trial in the courtroom next door.");
            recorded = corrected.plus(seconds(60, 300));
        }
        at(recorded, cast.lead(), () -> outcome(result, ended));
    }

    private EngagementCommand outcome(ListingResult result, @Nullable Instant ended) {
        Ending ending = story.ending();
        untriaged.clear();
        return new RecordOutcome(
                id,
                result,
                ending.codes().isEmpty() ? null : madeUp.one(ending.codes()),
                ending.hasNewDate() ? OfficeHours.date(25 + random.nextInt(40)) : null,
                null,
                ended);
    }

    private void correct(Instant at, String why) {
        moves.add(
                new Move(
                        at,
                        cast.coordinator(),
                        (version, diary) -> Optional.of(correction(version, why)),
                        null));
    }

    private EngagementCommand correction(long sequence, String why) {
        return new RecordInError(id, sequence, note(SHARED, why));
    }

    // When

    private Instant last() {
        return moves.getLast().at();
    }

    private void at(Instant at, Actor actor, Wording wording) {
        moves.add(new Move(at, actor, asking(wording), null));
    }

    private void later(Actor actor, Wording wording) {
        waiting.add(new Step(actor, asking(wording), null, false));
    }

    private void later(Actor actor, Wording wording, Rule refusal) {
        waiting.add(new Step(actor, asking(wording), refusal, false));
    }

    /** Words a command that depends on nothing but the case. */
    @FunctionalInterface
    private interface Wording {
        EngagementCommand command();
    }

    private static Move.Asking asking(Wording wording) {
        return (version, diary) -> Optional.of(wording.command());
    }

    private static Move.Asking always(EngagementCommand command) {
        return (version, diary) -> Optional.of(command);
    }

    private Duration seconds(int from, int to) {
        return Duration.ofMillis(1_000L * from + random.nextInt(1_000 * (to - from) + 1));
    }

    /**
     * Gives the waiting steps their times, between the last move and this instant: in office hours,
     * or on the pilot's last evening.
     */
    private void spread(Instant until) {
        Instant from = last();
        int steps = (int) waiting.stream().filter(step -> !step.soonAfter()).count();
        boolean lastDay = OfficeHours.workingDay(LondonTime.dateOf(from)) == LAST_DAY;
        Function<Long, Instant> time =
                lastDay ? minute -> from.plus(Duration.ofMinutes(minute)) : OfficeHours::at;
        long first = (lastDay ? 0 : OfficeHours.passed(from)) + GAP;
        long end = lastDay ? Duration.between(from, until).toMinutes() : OfficeHours.passed(until);
        long room = end - first - (long) (steps + 1) * GAP;
        if (steps > 0 && room < 0) {
            throw new IllegalStateException(
                    "No time for %d steps from %s to %s: %s"
                            .formatted(steps, from, until, outline));
        }
        List<Long> chance =
                IntStream.range(0, steps)
                        .mapToObj(i -> random.nextLong(room + 1))
                        .sorted(Comparator.naturalOrder())
                        .toList();
        int next = 0;
        for (Step step : waiting) {
            Instant at =
                    step.soonAfter()
                            ? last().plus(seconds(40, 150))
                            : time.apply(first + chance.get(next) + (long) next * GAP)
                                    .plus(seconds(0, 59));
            next += step.soonAfter() ? 0 : 1;
            moves.add(new Move(at, step.actor(), step.asking(), step.refusal()));
        }
        waiting.clear();
    }

    // Words

    private List<IssueId> allIssues() {
        return IntStream.rangeClosed(1, issues).mapToObj(IssueId::numbered).toList();
    }

    private Note note(Visibility visibility, String text) {
        return new Note(visibility, words(text));
    }

    private Personal<String> words(String text) {
        return Personal.known("engagement/" + id, text);
    }

    /** A value about a person; whoever is named by another command has a key of their own. */
    private <T> Personal<T> about(String person, T value) {
        return Personal.known("engagement/" + id + "/" + person + "/" + named, value);
    }

    private static String known(@Nullable Personal<String> text) {
        return Optional.ofNullable(text).flatMap(Personal::value).orElseThrow();
    }

    private static Plea known(@Nullable Plea plea) {
        return Optional.ofNullable(plea).orElseThrow();
    }
}
