package org.engagementledger.api.security;

import static org.engagementledger.domain.casework.Role.AUDITOR;
import static org.engagementledger.domain.casework.Role.COORDINATOR;
import static org.engagementledger.domain.casework.Role.DEFENCE_PRACTITIONER;
import static org.engagementledger.domain.casework.Role.DISTRICT_CROWN_PROSECUTOR;
import static org.engagementledger.domain.casework.Role.HMCTS_CONTACT;
import static org.engagementledger.domain.casework.Role.OPERATOR;
import static org.engagementledger.domain.casework.Role.POLICE_CONTACT;
import static org.engagementledger.domain.casework.Role.STRATEGY_LEAD;
import static org.engagementledger.domain.casework.Role.TRIAGE_OFFICER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Role;
import org.springframework.http.HttpMethod;

/**
 * Who may come in where. What isn't here is closed to everybody. Commands are judged once more by
 * the domain, and reads by whoever answers them: they know the case, here it is only the role.
 */
final class Doors {

    private static final Set<Role> EVERYBODY = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
    private static final Set<Role> DEFENCE = EnumSet.of(DEFENCE_PRACTITIONER, COORDINATOR);
    private static final Set<Role> PROSECUTION =
            EnumSet.of(TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR);
    private static final Set<Role> LEAD = EnumSet.of(DISTRICT_CROWN_PROSECUTOR);
    private static final Set<Role> BOOKS =
            EnumSet.of(DEFENCE_PRACTITIONER, TRIAGE_OFFICER, COORDINATOR);
    private static final Set<Role> CASES =
            EnumSet.of(
                    DEFENCE_PRACTITIONER,
                    TRIAGE_OFFICER,
                    DISTRICT_CROWN_PROSECUTOR,
                    COORDINATOR,
                    AUDITOR);
    private static final Set<Role> ALL_CASES =
            EnumSet.of(TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR, COORDINATOR, AUDITOR);
    private static final Set<Role> SCHEDULE =
            EnumSet.of(
                    DEFENCE_PRACTITIONER,
                    TRIAGE_OFFICER,
                    DISTRICT_CROWN_PROSECUTOR,
                    COORDINATOR,
                    AUDITOR,
                    HMCTS_CONTACT,
                    POLICE_CONTACT);
    private static final Set<Role> PROGRAMMES =
            EnumSet.of(
                    TRIAGE_OFFICER,
                    DISTRICT_CROWN_PROSECUTOR,
                    COORDINATOR,
                    AUDITOR,
                    HMCTS_CONTACT,
                    POLICE_CONTACT);
    private static final Set<Role> RELISTS =
            EnumSet.of(
                    DEFENCE_PRACTITIONER, TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR, COORDINATOR);

    private static final Set<Role> OPENS_CALENDARS =
            EnumSet.of(
                    DEFENCE_PRACTITIONER,
                    DISTRICT_CROWN_PROSECUTOR,
                    HMCTS_CONTACT,
                    POLICE_CONTACT,
                    COORDINATOR);
    private static final Set<Role> CALENDARS =
            EnumSet.of(
                    DEFENCE_PRACTITIONER,
                    DISTRICT_CROWN_PROSECUTOR,
                    HMCTS_CONTACT,
                    POLICE_CONTACT,
                    COORDINATOR,
                    AUDITOR);

    private static final Set<Role> STRATEGY_LEADS = EnumSet.of(STRATEGY_LEAD);
    private static final Set<Role> FIGURES =
            EnumSet.of(
                    TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR, COORDINATOR, STRATEGY_LEAD, AUDITOR);

    /** Without whoever is kept from small numbers. */
    private static final Set<Role> FIGURES_CASES =
            EnumSet.of(TRIAGE_OFFICER, DISTRICT_CROWN_PROSECUTOR, COORDINATOR, AUDITOR);

    /** Where whoever has the address comes in, known or not: it is a secret that can be revoked. */
    static final List<Door> BY_ADDRESS =
            List.of(new Door(GET, "/calendars/{secret}.ics", EVERYBODY));

    static final List<Door> ALL =
            List.of(
                    // Engagements: commands
                    new Door(POST, "/api/engagements", DEFENCE),
                    new Door(PATCH, "/api/engagements/{id}/details", DEFENCE),
                    new Door(POST, "/api/engagements/{id}/information-requests", PROSECUTION),
                    new Door(POST, "/api/engagements/{id}/triage", EnumSet.of(TRIAGE_OFFICER)),
                    new Door(POST, "/api/engagements/{id}/resolution", PROSECUTION),
                    new Door(POST, "/api/engagements/{id}/booking", BOOKS),
                    new Door(POST, "/api/engagements/{id}/booking/cancellation", BOOKS),
                    new Door(POST, "/api/engagements/{id}/waiting", BOOKS),
                    new Door(POST, "/api/engagements/{id}/waiting/end", BOOKS),
                    new Door(POST, "/api/engagements/{id}/offer/acceptance", BOOKS),
                    new Door(POST, "/api/engagements/{id}/offer/refusal", BOOKS),
                    new Door(POST, "/api/engagements/{id}/meeting", LEAD),
                    new Door(
                            POST,
                            "/api/engagements/{id}/meeting/missed",
                            EnumSet.of(DISTRICT_CROWN_PROSECUTOR, COORDINATOR)),
                    new Door(POST, "/api/engagements/{id}/pleas", DEFENCE),
                    new Door(POST, "/api/engagements/{id}/pleas/{plea}/withdrawal", DEFENCE),
                    new Door(POST, "/api/engagements/{id}/pleas/indications", LEAD),
                    new Door(POST, "/api/engagements/{id}/pleas/{plea}/agreement", LEAD),
                    new Door(POST, "/api/engagements/{id}/pleas/{plea}/rejection", LEAD),
                    new Door(POST, "/api/engagements/{id}/hearing", RELISTS),
                    new Door(POST, "/api/engagements/{id}/representation", EnumSet.of(COORDINATOR)),
                    new Door(POST, "/api/engagements/{id}/withdrawal", DEFENCE),
                    new Door(POST, "/api/engagements/{id}/outcome", LEAD),
                    new Door(POST, "/api/engagements/{id}/corrections", EnumSet.of(COORDINATOR)),
                    // Engagements: reads; another firm's is unknown
                    new Door(GET, "/api/engagements", CASES),
                    new Door(GET, "/api/engagements/{id}", CASES),
                    new Door(GET, "/api/engagements/{id}/history", CASES),
                    // Contacts see what was written to them
                    new Door(GET, "/api/engagements/{id}/correspondence", SCHEDULE),
                    new Door(
                            GET,
                            "/api/engagements/{id}/correspondence/{letter}/{recipient}.ics",
                            SCHEDULE),
                    new Door(GET, "/api/surgeries/{id}/correspondence", SCHEDULE),
                    new Door(GET, "/api/notices", ALL_CASES),
                    new Door(
                            POST,
                            "/api/engagements/{id}/correspondence/{letter}/{recipient}/resend",
                            EnumSet.of(COORDINATOR)),
                    new Door(
                            POST,
                            "/api/surgeries/{id}/correspondence/{letter}/{recipient}/resend",
                            EnumSet.of(COORDINATOR)),
                    // Surgeries; a contact sees those of their courts
                    new Door(POST, "/api/surgeries", EnumSet.of(COORDINATOR)),
                    new Door(PATCH, "/api/surgeries/{id}", EnumSet.of(COORDINATOR)),
                    new Door(POST, "/api/surgeries/{id}/move", EnumSet.of(COORDINATOR)),
                    new Door(POST, "/api/surgeries/{id}/block", EnumSet.of(COORDINATOR)),
                    new Door(POST, "/api/surgeries/{id}/unblock", EnumSet.of(COORDINATOR)),
                    new Door(GET, "/api/surgeries/{id}", SCHEDULE),
                    new Door(GET, "/api/schedule", SCHEDULE),
                    new Door(GET, "/api/availability", SCHEDULE),
                    // Counts, also small ones: of whatever days are asked for, a few at a time
                    new Door(GET, "/api/schedule/utilisation", FIGURES_CASES),
                    // Counts, and no cases
                    new Door(GET, "/api/evaluation/summary", FIGURES),
                    new Door(GET, "/api/evaluation/issues", FIGURES),
                    new Door(GET, "/api/evaluation/outcomes", FIGURES),
                    new Door(GET, "/api/evaluation/spared", FIGURES),
                    // The cases behind them
                    new Door(GET, "/api/evaluation/cases", FIGURES_CASES),
                    new Door(GET, "/api/evaluation/contradictions", FIGURES_CASES),
                    // How the strategy's actions stand; a lead sees no cases
                    new Door(GET, "/api/strategy/progress", FIGURES),
                    new Door(GET, "/api/strategy/progress/aims", FIGURES),
                    new Door(GET, "/api/strategy/progress/quarters", FIGURES),
                    new Door(GET, "/api/strategy/changes", FIGURES),
                    new Door(GET, "/api/strategy/actions/{number}", FIGURES),
                    new Door(GET, "/api/strategy/actions/{number}/evidence", FIGURES),
                    // Who waits for a slot; the defence sees its own place in its engagements
                    new Door(GET, "/api/waiting-lists/{court}", ALL_CASES),
                    new Door(
                            GET,
                            "/api/waiting-lists/{court}/offers",
                            EnumSet.of(COORDINATOR, AUDITOR)),
                    // Calendars; whose one may open the domain says
                    new Door(POST, "/api/calendars", OPENS_CALENDARS),
                    new Door(POST, "/api/calendars/{id}/revocation", OPENS_CALENDARS),
                    new Door(GET, "/api/calendars", CALENDARS),
                    new Door(GET, "/api/calendars/{id}", CALENDARS),
                    // Programmes; a contact sees those of their courts
                    new Door(PUT, "/api/programmes/{court}", EnumSet.of(COORDINATOR)),
                    new Door(POST, "/api/programmes/{court}/end", EnumSet.of(COORDINATOR)),
                    new Door(GET, "/api/programmes", PROGRAMMES),
                    new Door(GET, "/api/programmes/{court}", PROGRAMMES),
                    // The strategy's actions: commands
                    new Door(POST, "/api/strategy/adoption", STRATEGY_LEADS),
                    new Door(POST, "/api/strategy/actions/{number}/start", STRATEGY_LEADS),
                    new Door(POST, "/api/strategy/actions/{number}/progress", STRATEGY_LEADS),
                    new Door(
                            POST,
                            "/api/strategy/actions/{number}/evidence",
                            EnumSet.of(STRATEGY_LEAD, COORDINATOR)),
                    new Door(POST, "/api/strategy/actions/{number}/rebaseline", STRATEGY_LEADS),
                    new Door(POST, "/api/strategy/actions/{number}/completion", STRATEGY_LEADS),
                    new Door(POST, "/api/strategy/actions/{number}/reopening", STRATEGY_LEADS),
                    new Door(POST, "/api/strategy/actions/{number}/rules", STRATEGY_LEADS),
                    new Door(
                            POST,
                            "/api/strategy/actions/{number}/rules/{rule}/end",
                            STRATEGY_LEADS),
                    // The feed, and what is made of it; a firm is shown its own cases', an operator
                    // no facts
                    new Door(
                            GET,
                            "/api/events",
                            EnumSet.of(
                                    DEFENCE_PRACTITIONER,
                                    TRIAGE_OFFICER,
                                    DISTRICT_CROWN_PROSECUTOR,
                                    COORDINATOR,
                                    AUDITOR,
                                    OPERATOR)),
                    new Door(GET, "/api/projections", EnumSet.of(OPERATOR, AUDITOR)),
                    new Door(POST, "/api/projections/{name}/rebuild", EnumSet.of(OPERATOR)),
                    new Door(GET, "/api/policies", EnumSet.of(OPERATOR, AUDITOR)),
                    new Door(POST, "/api/policies/{name}/retry", EnumSet.of(OPERATOR)),
                    // Who read what; of an engagement the firm too that has it
                    new Door(GET, "/api/accesses", EnumSet.of(AUDITOR)),
                    new Door(
                            GET,
                            "/api/engagements/{id}/accesses",
                            EnumSet.of(DEFENCE_PRACTITIONER, AUDITOR)),
                    // The service itself
                    new Door(GET, "/api/me", EVERYBODY),
                    new Door(GET, "/api/openapi.json", EVERYBODY),
                    new Door(GET, "/api/demo/clock", EVERYBODY),
                    new Door(PUT, "/api/demo/clock", EnumSet.of(OPERATOR)),
                    new Door(GET, "/", EVERYBODY));

    private Doors() {}

    /**
     * A way in.
     *
     * @param method how it is asked; HEAD comes in where GET does
     * @param path where, with its variables in braces
     * @param roles who may
     */
    record Door(HttpMethod method, String path, Set<Role> roles) {

        /** As Spring Security names them. */
        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
