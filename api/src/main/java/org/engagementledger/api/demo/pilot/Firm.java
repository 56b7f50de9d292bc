package org.engagementledger.api.demo.pilot;

import org.engagementledger.domain.casework.Actor;

/**
 * A made-up defence firm.
 *
 * @param practitioner its login, role and id
 * @param name its id without what tells it from its namesakes in other casts
 */
record Firm(Actor practitioner, String name) {}
