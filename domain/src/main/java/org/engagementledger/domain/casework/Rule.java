package org.engagementledger.domain.casework;

/**
 * The rules that a command may break. The constant's name is the rule's stable code, its text the
 * sentence that tells whoever asked; {@code %s} stands for what the case at hand adds.
 */
public enum Rule {
    // Who asks
    NOT_PERMITTED(Kind.FORBIDDEN, "This is not for the role of %s."),
    ENGAGEMENT_UNKNOWN(Kind.UNKNOWN, "There is no such engagement."),
    FIRM_REQUIRED(Kind.FORBIDDEN, "A defence practitioner acts for a firm; this login has none."),
    VISIBILITY_NOT_YOURS(Kind.INVALID, "The role of %s may not write a text that is %s."),
    ON_BEHALF_OF_IN_PERSON(
            Kind.FORBIDDEN, "A coordinator does this on behalf of a litigant in person only."),

    // On which conditions it is asked
    VERSION_OUTDATED(
            Kind.OUTDATED, "This was changed since you read it: its version is %s. Read it again."),
    KEY_REUSED(
            Kind.INVALID,
            "This key was used for another request: a repetition has the same body, and whatever is new a new key."),
    REQUEST_IN_FLIGHT(
            Kind.CONFLICT, "The same request is being carried out: ask again for its answer."),

    // What any command carries
    REQUIRED(Kind.INVALID, "Required: %s."),
    MUST_BE_SHARED(Kind.INVALID, "This text is meant for the other side: it must be shared."),
    MUST_STAY_WITH_PROSECUTION(
            Kind.INVALID,
            "This text is the prosecution's own thinking: it must be for the prosecution only."),
    ID_MALFORMED(
            Kind.INVALID,
            "An id has small letters, digits, dots, dashes and underscores, at most 100."),
    LINE_BROKEN(Kind.INVALID, "This goes on one line."),
    TEXT_TOO_LONG(Kind.INVALID, "A text may have up to %s characters."),
    OCCURRED_IN_FUTURE(Kind.INVALID, "What is recorded can't lie in the future."),
    OCCURRED_TOO_EARLY(Kind.INVALID, "This can't have happened before %s."),

    // Submission
    ALREADY_SUBMITTED(
            Kind.CONFLICT, "This request has been made already: its key was used before."),
    URN_MALFORMED(
            Kind.INVALID,
            "A URN has 11 characters: two digits, two letters or digits, then seven digits, such as 01ZD0303920."),
    COURT_OUT_OF_SCOPE(Kind.INVALID, "This court isn't in scope. In scope are: %s."),
    IDPC_NOT_RECEIVED(
            Kind.INVALID,
            "Before the first hearing, a request needs the initial details of the prosecution case (IDPC) to have"
                    + " been received."),
    HEARING_IN_PAST(Kind.INVALID, "The hearing's date has passed."),
    NO_DEFENDANT(Kind.INVALID, "A request names at least one defendant."),
    NO_ISSUE(Kind.INVALID, "A request raises at least one issue."),
    EMAIL_MALFORMED(Kind.INVALID, "This isn't an e-mail address."),
    BORN_IN_FUTURE(Kind.INVALID, "A date of birth lies in the past."),
    CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY(
            Kind.INVALID, "A custody time limit goes with custody: give both."),
    IN_PERSON_BY_COORDINATOR(
            Kind.INVALID,
            "A litigant in person is entered by a coordinator, and a coordinator enters nobody else."),
    ALREADY_ENGAGED(
            Kind.CONFLICT, "This firm has an open engagement on this case at this stage already."),

    // Life of an engagement
    CLOSED(
            Kind.CONFLICT,
            "This engagement is closed; only a record made in error can still be corrected."),
    NOTHING_TO_AMEND(Kind.INVALID, "The amendment changes nothing."),
    DEFENDANT_UNKNOWN(Kind.INVALID, "There is no such defendant in this engagement."),
    OFFENCE_UNKNOWN(Kind.INVALID, "The defendant isn't charged with such an offence here."),
    ISSUE_UNKNOWN(Kind.INVALID, "There is no such issue in this engagement."),
    REQUEST_UNKNOWN(Kind.INVALID, "There is no such open request for information."),
    NAMED_TWICE(Kind.INVALID, "The same is named twice."),
    DUE_IN_PAST(Kind.INVALID, "The date by which something is due has passed."),

    // Triage and resolution
    ISSUE_SETTLED(Kind.CONFLICT, "Issue %s is settled already."),
    NO_FINDING(Kind.INVALID, "Triage finds on at least one issue."),
    ANSWER_REQUIRED(Kind.INVALID, "An answered issue carries the answer."),
    REASON_REQUIRED(Kind.INVALID, "The reason is required."),
    NOTHING_TO_ESCALATE(
            Kind.CONFLICT,
            "Nothing has waited for triage since then that wasn't escalated already."),
    TRIAGE_NOT_DUE(Kind.INVALID, "Triage has time until %s."),
    UNSETTLED_ISSUES(Kind.INVALID, "These issues would stay unsettled: %s."),
    NOTHING_TO_RESOLVE(Kind.CONFLICT, "Every issue is settled already."),

    // Slots
    NOTHING_PUT_FORWARD(Kind.CONFLICT, "No issue has been put forward to a surgery."),
    SURGERY_UNKNOWN(Kind.INVALID, "There is no such surgery."),
    OTHER_COURT(Kind.INVALID, "The surgery is at another court (%s) than the case (%s)."),
    OFF_GRID(Kind.INVALID, "The surgery has no slot that starts then."),
    SLOT_IN_PAST(Kind.INVALID, "The slot has begun or passed."),
    SLOT_TOO_LATE(
            Kind.INVALID,
            "The slot leaves too little time before the hearing: the last may begin before %s."),
    SLOT_TAKEN(Kind.CONFLICT, "The slot is taken. Free: %s."),
    SLOT_ALREADY_YOURS(Kind.CONFLICT, "This engagement has that slot already."),
    NOTHING_BOOKED(Kind.CONFLICT, "This engagement has no slot."),
    SLOT_HAS_BEGUN(Kind.CONFLICT, "The slot has begun; record the meeting, or who missed it."),
    HAS_A_SLOT(Kind.CONFLICT, "This engagement has a slot: whoever wants another moves it."),
    WAITING_ALREADY(Kind.CONFLICT, "This engagement waits for a slot already."),
    NOT_WAITING(Kind.CONFLICT, "This engagement doesn't wait for a slot."),
    HEARING_TOO_NEAR(
            Kind.CONFLICT,
            "No slot can be in time before the hearing: the last may begin before %s."),
    DAYS_HAVE_PASSED(Kind.INVALID, "The last suitable day has passed."),
    DATES_IN_WRONG_ORDER(Kind.INVALID, "The last suitable day lies before the first."),
    NOTHING_ON_OFFER(Kind.CONFLICT, "No slot is on offer to this engagement."),
    OFFER_ENDED(Kind.CONFLICT, "The offer ended at %s."),
    OFFER_OPEN(Kind.CONFLICT, "A slot is on offer to this engagement already."),
    NOT_NEXT(Kind.CONFLICT, "It is another case's turn, or nobody's who waits."),
    TOO_LATE_TO_OFFER(
            Kind.CONFLICT, "The slot begins too soon to be offered: whoever books it has it."),
    SURGERY_EXISTS(Kind.CONFLICT, "This surgery has been scheduled already."),
    GRID_UNEVEN(
            Kind.INVALID,
            "A surgery lasts a whole number of slots, at least one, and ends on its day."),
    NOT_ON_THE_MINUTE(Kind.INVALID, "A session begins and ends on a whole minute."),
    TOO_MANY_SLOTS(Kind.INVALID, "A session has %s slots at most."),

    // Sessions
    LEAD_CONTRADICTED(
            Kind.INVALID,
            "Others are named among the hosts to lead it: name whoever leads there, or here alone."),
    NOBODY_LEADS(Kind.CONFLICT, "Somebody has a slot in this session: name somebody who leads it."),
    TOO_MANY(Kind.INVALID, "No more than %s of these."),
    LINK_MALFORMED(Kind.INVALID, "This isn't an https link, such as https://meet.example/5."),
    NOTHING_TO_CHANGE(Kind.INVALID, "The change says nothing new."),
    SESSION_OVER(Kind.CONFLICT, "The session ended at %s."),
    SESSION_HAS_BEGUN(Kind.CONFLICT, "The session began at %s; it can't be moved any more."),
    SESSION_INTO_PAST(Kind.INVALID, "A session is moved to a time that is still to come."),
    SESSION_STAYS(Kind.CONFLICT, "The session begins then already."),
    SESSION_OVERLAPS(
            Kind.CONFLICT,
            "The court holds another session at that time (%s). Sessions side by side each have a"
                    + " lead of their own, who has a login: name other leads, or move or block one of"
                    + " them."),
    SLOT_BLOCKED(Kind.CONFLICT, "The slot is blocked. Free: %s."),
    BLOCKED_ALREADY(Kind.CONFLICT, "Blocked already: %s."),
    NOT_BLOCKED(Kind.CONFLICT, "Not blocked: %s."),

    // Correspondence
    LETTER_UNKNOWN(Kind.UNKNOWN, "There is no such letter here."),
    NOTHING_TO_SEND_AGAIN(
            Kind.CONFLICT,
            "This letter wasn't given up for this recipient, or a later one has told them how"
                    + " things stand."),
    LETTER_TOO_LATE(Kind.CONFLICT, "What this letter is about has begun."),
    NO_MAIL_SERVER(Kind.CONFLICT, "This service has no mail server to send it by."),

    // Programmes
    PROGRAMME_UNKNOWN(Kind.UNKNOWN, "This court has no programme."),
    WEEKS_OUT_OF_RANGE(Kind.INVALID, "Sessions are scheduled for 1 to %s weeks ahead."),
    LAST_BEFORE_FIRST(Kind.INVALID, "The last day isn't before the first."),
    LAST_DAY_PASSED(Kind.INVALID, "The last day has passed."),
    ENDS_ALREADY(Kind.CONFLICT, "The programme ends on %s already; set it anew to have it go on."),

    // Meetings
    MEETING_NOT_BEGUN(Kind.INVALID, "The meeting hasn't begun yet."),
    NO_LEAD_PRESENT(
            Kind.INVALID,
            "A meeting is led by a District Crown Prosecutor, or attended by a legal adviser with devolved authority."),
    NO_DEFENCE_PRESENT(
            Kind.INVALID, "A meeting without the defence wasn't held: record who missed it."),
    OUTCOMES_MISSING(Kind.INVALID, "The meeting's outcome is missing for: %s."),
    NOBODY_MISSED(Kind.INVALID, "A missed meeting says who missed it."),

    // Pleas
    ONLY_A_COURT_RECORDS(Kind.INVALID, "Only a court records %s; it can't be offered."),
    BASIS_REQUIRED(
            Kind.INVALID, "A plea of %s needs words: the other offence, or the basis in writing."),
    PLEA_UNKNOWN(Kind.UNKNOWN, "There is no such plea here, or nothing more can be done about it."),
    NOT_AN_OFFER(Kind.INVALID, "%s is what the prosecution would accept, not an offer."),
    PLEA_NOT_PENDING(Kind.CONFLICT, "The offer %s is no longer open: it is %s."),

    // Outcomes
    OTHER_HEARING(Kind.INVALID, "The result %s isn't one of a %s."),
    HEARING_NOT_REACHED(Kind.INVALID, "The hearing's day (%s) hasn't come yet."),
    VACATED_BEFORE_THE_DAY(
            Kind.INVALID, "A trial is vacated before its day (%s), not on it or later."),
    CODE_UNKNOWN(Kind.INVALID, "This isn't a reason code of a trial that is %s."),
    CODE_NOT_TAKEN(Kind.INVALID, "There are no reason codes for %s."),
    NEW_DATE_REQUIRED(Kind.INVALID, "What is %s goes on another day: its new date is required."),
    NEW_DATE_NOT_TAKEN(Kind.INVALID, "The result %s ends the case here: it has no new date."),
    NEW_DATE_NOT_LATER(Kind.INVALID, "The new date isn't after the hearing that ended (%s)."),
    SAME_DATE(Kind.INVALID, "The hearing is listed for this date already."),
    SAME_FIRM(Kind.INVALID, "This firm represents the defence already."),
    FIRM_OR_IN_PERSON(Kind.INVALID, "Either a firm represents the defence, or it is in person."),

    // The strategy's actions
    ACTION_UNKNOWN(Kind.UNKNOWN, "The plan has no such action."),
    ACTION_NUMBER_MALFORMED(
            Kind.INVALID, "An action's number is its aim's and its own within it, such as 1.1."),
    OTHER_PLAN(Kind.INVALID, "The plan kept here is %s."),
    OTHER_AIM(Kind.INVALID, "The action's number begins with another than the aim's: %s."),
    NO_ACTION(Kind.INVALID, "A plan has at least one action."),
    QUARTER_MALFORMED(
            Kind.INVALID,
            "A quarter is one of a financial year, such as 2022-Q2 for July to September 2022."),
    QUARTER_OUT_OF_RANGE(Kind.INVALID, "A quarter is one of a financial year from 2000 to 2099."),
    ADOPTED_OTHERWISE(
            Kind.CONFLICT,
            "Action %s was adopted otherwise: its date is changed by rebaselining it, its rules by declaring and"
                    + " ending them; titles stay as they are."),
    AIM_CALLED_OTHERWISE(
            Kind.CONFLICT,
            "Aim %s was adopted as \"%s\", and is called that for all of its actions."),
    STARTED_ALREADY(Kind.CONFLICT, "The action has been started already."),
    NOT_STARTED(Kind.CONFLICT, "The action hasn't been started."),
    ACTION_COMPLETED(Kind.CONFLICT, "The action is completed; it can be reopened."),
    NOT_COMPLETED(Kind.CONFLICT, "The action isn't completed."),
    PERCENT_OUT_OF_RANGE(Kind.INVALID, "A share is from 0 to 100 percent."),
    ONE_EVIDENCE(Kind.INVALID, "Evidence is either an engagement or a document."),
    ENGAGEMENT_MALFORMED(
            Kind.INVALID,
            "An engagement's id is a UUID in small letters, such as 0c5d9b1e-7d0f-8c39-9f0e-3f1f9c1b2a10."),
    UNDATED_STAYS(
            Kind.CONFLICT, "The plan gives this action no date, so there is none to be changed."),
    SAME_QUARTER(Kind.INVALID, "The action is due in %s already."),
    RULE_UNKNOWN(Kind.UNKNOWN, "The action has no such rule."),
    RULE_ENDED_ALREADY(Kind.CONFLICT, "The rule ended on %s already."),
    COUNTED_ALREADY(Kind.CONFLICT, "Rule %s counts the same on that day or later: end it before."),

    // Calendars
    CALENDAR_UNKNOWN(Kind.UNKNOWN, "There is no such calendar."),
    CALENDAR_NOT_YOURS(
            Kind.FORBIDDEN,
            "A calendar is opened of the own firm, of the sessions that one leads, or of the courts whose sessions one"
                    + " attends; any by a coordinator."),
    CALENDAR_EXISTS(Kind.CONFLICT, "This calendar has been opened already."),
    CALENDAR_REVOKED(Kind.CONFLICT, "This calendar's address has been revoked already."),

    // Corrections
    EVENT_UNKNOWN(Kind.INVALID, "There is no event %s in this engagement."),
    ALREADY_CORRECTED(Kind.CONFLICT, "Event %s has been marked as recorded in error already."),
    TOO_LONG_AGO(
            Kind.CONFLICT,
            "Too much has happened since for this to be taken back: record the fact anew."),
    NOT_CORRECTABLE(Kind.INVALID, "%s");

    /** What a broken rule means for whoever asked. */
    public enum Kind {
        /** What was asked breaks a rule whatever the state of the ledger. */
        INVALID,
        /** What was asked rests on another version than there is. */
        OUTDATED,
        /** What was asked doesn't go with what has happened so far. */
        CONFLICT,
        /** Whoever asks may not. */
        FORBIDDEN,
        /** There is no such thing, or it isn't theirs to know. */
        UNKNOWN
    }

    private final Kind kind;
    private final String sentence;

    Rule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence as a template for {@link String#format}. */
    public String sentence() {
        return sentence;
    }
}
