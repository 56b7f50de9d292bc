package org.engagementledger.api.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;

/** One login per role, and a second firm, for trying things out; never in production. */
final class DevelopmentLogins {

    private static final List<Actor> LOGINS =
            List.of(
                    new Actor("defence", Role.DEFENCE_PRACTITIONER, new FirmId("example-and-co")),
                    new Actor("other-defence", Role.DEFENCE_PRACTITIONER, new FirmId("sample-llp")),
                    new Actor("triage", Role.TRIAGE_OFFICER, null),
                    new Actor("prosecutor", Role.DISTRICT_CROWN_PROSECUTOR, null),
                    new Actor(
                            "hmcts",
                            Role.HMCTS_CONTACT,
                            null,
                            Set.of("B01CN00", "B01BH00", "B01GU00")),
                    new Actor("police", Role.POLICE_CONTACT, null, Set.of("B01CN00")),
                    new Actor("coordinator", Role.COORDINATOR, null),
                    new Actor("strategy", Role.STRATEGY_LEAD, null),
                    new Actor("auditor", Role.AUDITOR, null),
                    new Actor("protection", Role.DATA_PROTECTION_OFFICER, null),
                    new Actor("operator", Role.OPERATOR, null));

    private DevelopmentLogins() {}

    static Optional<Actor> named(String login) {
        return LOGINS.stream().filter(actor -> actor.id().equals(login)).findFirst();
    }
}
