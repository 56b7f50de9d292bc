package org.engagementledger.domain.surgery;

import java.time.Instant;

/**
 * A slot of a surgery, from its start to its end (exclusive).
 *
 * @param start when it begins
 * @param end when it ends; the next begins then
 */
public record Slot(SurgeryId surgery, Instant start, Instant end) {}
